package benchwright.report.document

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.int
import io.kotest.property.arbitrary.list
import io.kotest.property.arbitrary.map
import io.kotest.property.checkAll

class UnifiedDiffSpec :
    FunSpec({
        fun diff(
            left: String,
            right: String,
        ) = UnifiedDiff.of("a", left.chunked(1), "b", right.chunked(1))

        test("equal texts have no difference") { diff("abc", "abc") shouldBe "" }

        // As diff -u of GNU diffutils 3.8 tells them.
        test("a changed line stands between three others on each side") {
            diff("abcdefghij", "abcdeFghij") shouldBe
                "--- a\n+++ b\n@@ -3,7 +3,7 @@\n c\n d\n e\n-f\n+F\n g\n h\n i\n"
        }

        test("changes that are far apart are told apart, near ones together") {
            diff("abcdefghijklmn", "Xbcdefghijklmn".replace('n', 'Y')) shouldBe
                "--- a\n+++ b\n@@ -1,4 +1,4 @@\n-a\n+X\n b\n c\n d\n@@ -11,4 +11,4 @@\n k\n l\n m\n-n\n+Y\n"
            diff("abcdefg", "XbcdefY") shouldBe
                "--- a\n+++ b\n@@ -1,7 +1,7 @@\n-a\n+X\n b\n c\n d\n e\n f\n-g\n+Y\n"
        }

        test("lines that come where nothing was are counted from the line before") {
            diff("", "ab") shouldBe "--- a\n+++ b\n@@ -0,0 +1,2 @@\n+a\n+b\n"
            diff("a", "") shouldBe "--- a\n+++ b\n@@ -1 +0,0 @@\n-a\n"
        }

        test(
            "the left text with the difference applied is the right one, and the other way round",
        ) {
            val texts = Arb.list(Arb.int(0..3).map { "$it" }, 0..30)
            checkAll(300, texts, texts) { left, right ->
                val text = UnifiedDiff.of("a", left, "b", right)
                patched(left, text, '-', '+') shouldBe right
                patched(right, text, '+', '-') shouldBe left
            }
        }
    })

/** What patch does, with [gone] and [come] as the signs of a line that goes and one that comes. */
private fun patched(
    lines: List<String>,
    difference: String,
    gone: Char,
    come: Char,
): List<String> {
    val result = mutableListOf<String>()
    var next = 0
    for (line in difference.lines().dropLast(1)) {
        if (line.startsWith("@@")) {
            val (start, count) =
                Regex("\\$gone(\\d+)(?:,(\\d+))?").find(line)!!.destructured
            val first = if (count == "0") start.toInt() else start.toInt() - 1
            while (next < first) result += lines[next++]
        } else if (line.startsWith("---") || line.startsWith("+++")) {
            continue
        } else if (line[0] == come) {
            result += line.drop(1)
        } else {
            lines[next] shouldBe line.drop(1)
            if (line[0] == ' ') result += lines[next]
            next++
        }
    }
    return result + lines.drop(next)
}
