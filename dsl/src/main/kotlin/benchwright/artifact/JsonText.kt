package benchwright.artifact

import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive

/**
 * The text of one document: on one line without white space, or for people, with [lines] a field of the document a
 * line and an element of a list in it a line.
 */
internal class JsonText(
    private val lines: Boolean,
) {
    private val to = StringBuilder()

    fun of(element: JsonElement): String {
        append(element, 0)
        return to.toString()
    }

    private fun append(
        element: JsonElement,
        depth: Int,
    ) {
        when (element) {
            is JsonNull -> {
                to.append("null")
            }

            is JsonPrimitive -> {
                append(element)
            }

            is JsonObject -> {
                enclose(
                    '{',
                    '}',
                    element.entries,
                    breaks = lines && depth == 0,
                    indent = "  ",
                ) { (name, value) ->
                    quote(name)
                    to.append(if (lines) ": " else ":")
                    append(value, depth + 1)
                }
            }

            is JsonArray -> {
                enclose('[', ']', element, breaks = lines && depth == 1, indent = "    ") {
                    append(
                        it,
                        depth + 1,
                    )
                }
            }
        }
    }

    private fun <T> enclose(
        open: Char,
        close: Char,
        items: Collection<T>,
        breaks: Boolean,
        indent: String,
        append: (T) -> Unit,
    ) {
        to.append(open)
        items.forEachIndexed { i, item ->
            if (i > 0) to.append(if (lines && !breaks) ", " else ",")
            if (breaks) to.append('\n').append(indent)
            append(item)
        }
        if (breaks && items.isNotEmpty()) to.append('\n').append(indent, 2, indent.length)
        to.append(close)
    }

    private fun append(value: JsonPrimitive) {
        val content = value.content
        when {
            value.isString -> quote(content)
            content == "true" || content == "false" -> to.append(content)
            content.all { it == '-' || it in '0'..'9' } -> to.append(content)
            else -> to.append(Decimals.json(Decimals.parse(content)))
        }
    }

    /** Text that is not well-formed UTF-16 has no place in a file: half of a pair becomes U+FFFD. */
    private fun quote(text: String) {
        to.append('"')
        for (i in text.indices) {
            val c = text[i]
            when {
                c == '"' || c == '\\' -> to.append('\\').append(c)
                c >= ' ' -> to.append(if (isHalf(text, i)) '\uFFFD' else c)
                c == '\n' -> to.append("\\n")
                c == '\r' -> to.append("\\r")
                c == '\t' -> to.append("\\t")
                c == '\b' -> to.append("\\b")
                c == '\u000C' -> to.append("\\f")
                else -> to.append("\\u00").append(HEX[c.code shr 4]).append(HEX[c.code and 15])
            }
        }
        to.append('"')
    }

    private fun isHalf(
        text: String,
        i: Int,
    ): Boolean =
        when {
            text[i].isHighSurrogate() -> i + 1 == text.length || !text[i + 1].isLowSurrogate()
            text[i].isLowSurrogate() -> i == 0 || !text[i - 1].isHighSurrogate()
            else -> false
        }

    private companion object {
        const val HEX = "0123456789abcdef"
    }
}
