package benchwright.script

/** `styblinskiTang` as `styblinski-tang`: the id of a property. */
internal fun kebab(name: String): String =
    buildString {
        for ((i, letter) in name.withIndex()) {
            if (letter == '_') {
                append('-')
                continue
            }
            val wordBegins =
                letter.isUpperCase() && i > 0 && name[i - 1] != '_' &&
                    (!name[i - 1].isUpperCase() || name.getOrNull(i + 1)?.isLowerCase() == true)
            if (wordBegins) append('-')
            append(letter.lowercaseChar())
        }
    }

/** Words and how far apart they are. */
public object Spelling {
    /**
     * The [known] words that [word] was probably meant to be, the nearest first; none if nothing is near.
     *
     * One letter in three of the shorter one may be wrong; a word that begins like one of three letters or more is as
     * near as one slip.
     */
    @JvmStatic
    public fun nearest(
        word: String,
        known: Collection<String>,
    ): List<String> {
        val wanted = letters(word)
        return known
            .map { Pair(it, distanceFrom(wanted, letters(it))) }
            .filter { (it, distance) ->
                distance <= limit(minOf(wanted.length, letters(it).length))
            }.sortedWith(compareBy({ it.second }, { it.first }))
            .map { it.first }
            .take(MOST)
    }

    /** `did you mean 'sphere'?`, or empty if nothing is near. */
    @JvmStatic
    public fun suggestion(
        word: String,
        known: Collection<String>,
    ): String {
        val near = nearest(word, known)
        return if (near.isEmpty()) "" else "did you mean ${near.joinToString(" or ") { "'$it'" }}?"
    }

    /** The id of what somebody calls [name]: `c -O3` is `c-o3`. */
    internal fun id(name: String): String =
        name
            .lowercase()
            .map { if (it in 'a'..'z' || it in '0'..'9') it else '-' }
            .joinToString("")
            .replace(Regex("-+"), "-")
            .trim('-')

    private fun distanceFrom(
        wanted: String,
        candidate: String,
    ): Int {
        val distance = distance(wanted, candidate)
        return if (wanted.length >= ENOUGH &&
            candidate.startsWith(wanted)
        ) {
            minOf(distance, 1)
        } else {
            distance
        }
    }

    private fun limit(letters: Int) = maxOf(1, (letters + 1) / 3)

    /** What people mistype: neither dashes nor the wild cards of a glob nor capitals. */
    private fun letters(word: String) = word.lowercase().filter { it.isLetterOrDigit() }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    private fun distance(
        a: String,
        b: String,
    ): Int {
        val rows = Array(a.length + 1) { i -> IntArray(b.length + 1) { j -> if (i == 0) j else i } }
        for (i in 1..a.length) {
            for (j in 1..b.length) {
                val replaced = rows[i - 1][j - 1] + if (a[i - 1] == b[j - 1]) 0 else 1
                var least = minOf(replaced, rows[i - 1][j] + 1, rows[i][j - 1] + 1)
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                    least = minOf(least, rows[i - 2][j - 2] + 1)
                }
                rows[i][j] = least
            }
        }
        return rows[a.length][b.length]
    }

    private const val MOST = 3
    private const val ENOUGH = 3
}
