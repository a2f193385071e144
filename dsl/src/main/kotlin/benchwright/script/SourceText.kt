package benchwright.script

/** Where something stands in a script; both counted from 1. */
internal data class Spot(
    val line: Int,
    val column: Int,
)

/** The text of a script, to find the column of what was executed on a line. */
internal class SourceText(
    private val text: String,
) {
    private val lineStarts =
        buildList {
            add(0)
            text.forEachIndexed { i, letter -> if (letter == '\n') add(i + 1) }
        }

    /** Where the word of [place] stands; the beginning of its line if it is not to be found. */
    fun spot(place: Place): Spot = offset(place)?.let(::spotOf) ?: beginning(place.line)

    /** Where argument [index] of the statement at [place] stands, counted from 0; else the statement. */
    fun argument(
        place: Place,
        index: Int,
    ): Spot = arguments(place).getOrNull(index)?.let { spotOf(it.start) } ?: spot(place)

    /** Where the argument called [name] stands, or else argument [index], or else the statement. */
    fun argument(
        place: Place,
        name: String,
        index: Int,
    ): Spot {
        val named = Regex("$name\\s*=(?!=)")
        val found = arguments(place).firstOrNull { named.matchesAt(text, it.start) }
        return found?.let { spotOf(it.start) } ?: argument(place, index)
    }

    /** How many arguments the statement at [place] has in the text. */
    fun argumentCount(place: Place): Int = arguments(place).size

    private class Argument(
        val start: Int,
    )

    /** The line of a frame may be that of a later argument: the word stands there or above. */
    private fun offset(place: Place): Int? {
        val word = Regex("(?<![\\w.])" + Regex.escape(place.word) + "(?!\\w)")
        var line = minOf(place.line, lineStarts.size)
        while (line >= 1) {
            val start = lineStarts[line - 1]
            val end = lineStarts.getOrElse(line) { text.length }
            val found = word.find(text, start)
            if (found != null && found.range.first < end) return found.range.first
            line--
        }
        return null
    }

    private fun arguments(place: Place): List<Argument> {
        val start = offset(place) ?: return emptyList()
        val open = skipBlanks(start + place.word.length)
        if (text.getOrNull(open) != '(') return emptyList()
        val arguments = mutableListOf<Argument>()
        var depth = 0
        var next = skipBlanks(open + 1)
        var i = open
        while (i < text.length) {
            val after = afterQuoted(i)
            if (after != i) {
                i = after
                continue
            }
            when (text[i]) {
                '(', '[', '{' -> depth++
                ')', ']', '}' -> depth--
            }
            val ends = depth == 0 || (depth == 1 && text[i] == ',')
            if (ends && next < i) arguments += Argument(next)
            if (depth == 0) break
            i++
            if (ends) next = skipBlanks(i)
        }
        return arguments
    }

    /** The offset behind the string, character or comment that begins at [i]; [i] if none does. */
    private fun afterQuoted(i: Int): Int {
        fun behind(
            end: String,
            from: Int,
        ) = text.indexOf(end, from).let { if (it < 0) text.length else it + end.length }
        return when {
            text.startsWith("//", i) -> {
                behind("\n", i)
            }

            text.startsWith("/*", i) -> {
                behind("*/", i + 2)
            }

            text.startsWith("\"\"\"", i) -> {
                behind("\"\"\"", i + 3)
            }

            text[i] == '"' || text[i] == '\'' -> {
                var end = i + 1
                while (end < text.length && text[end] != text[i] && text[end] != '\n') {
                    end += if (text[end] == '\\') 2 else 1
                }
                end + 1
            }

            else -> {
                i
            }
        }
    }

    private fun skipBlanks(from: Int): Int {
        var i = from
        while (i < text.length) {
            val comment = text.startsWith("//", i) || text.startsWith("/*", i)
            i =
                if (comment) {
                    afterQuoted(i)
                } else if (text[i].isWhitespace()) {
                    i + 1
                } else {
                    return i
                }
        }
        return i
    }

    private fun spotOf(offset: Int): Spot {
        val line = lineStarts.binarySearch(offset).let { if (it >= 0) it + 1 else -it - 1 }
        return Spot(line, offset - lineStarts[line - 1] + 1)
    }

    private fun beginning(line: Int): Spot {
        val known = line.coerceIn(1, lineStarts.size)
        val start = lineStarts[known - 1]
        var i = start
        while (i < text.length && (text[i] == ' ' || text[i] == '\t')) i++
        return Spot(known, i - start + 1)
    }
}
