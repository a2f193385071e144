package benchwright.cli

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.io.File

private fun suite(spec: String) =
    spec +
        "functions(sphere)\ndimensions(2)\nbudget(20.perDimension)\noptimizers(RandomSearch(), MantaRay())\n"

private val SPECIFICATION =
    """
    # 001: Kept

    Suite: `suites/kept.bench.kts`

    - **Given** a bowl,
    - **when** it is run,
    - **then** no trial fails.

    ## Thresholds

    <!-- bench:begin thresholds:suites/kept.bench.kts -->
    <!-- bench:end thresholds:suites/kept.bench.kts -->

    ## Reproducibility

    <!-- bench:begin quick:suites/kept.bench.kts -->
    <!-- bench:end quick:suites/kept.bench.kts -->
    """.trimIndent() + "\n"

class SpecCommandSpec :
    FunSpec({
        val project = tempdir()
        val suites = File(project, "suites").also { it.mkdirs() }
        val specs = File(project, "docs/specs").also { it.mkdirs() }
        val kept = File(specs, "001-kept.md")
        val desk = Desk(project)

        test("a suite that keeps its specification is told in a line") {
            File(suites, "kept.bench.kts").writeText(suite("spec(\"docs/specs/001-kept.md\")\n"))
            kept.writeText(SPECIFICATION)
            val empty = desk.type("spec", "check")
            empty.code shouldBe 5
            empty.err shouldContain
                "docs/specs/001-kept.md:9: error: the section Thresholds is empty"
            empty.err shouldContain
                "docs/specs/001-kept.md:14: error: Reproducibility does not state the digest of the quick run"
            desk.type("docs").code shouldBe 0
            val told = desk.type("spec", "check")
            told.err shouldBe ""
            told.code shouldBe 0
            told.out shouldContain "suites/kept.bench.kts: docs/specs/001-kept.md, 2 trials in "
        }

        test("another digest than the stated one is told with the right one") {
            val before = kept.readText()
            kept.writeText(before.replace(Regex("`[0-9a-f]{64}`"), "`${"0".repeat(64)}`"))
            desk.type("spec", "check").err shouldContain "the quick run has another digest: "
            kept.writeText(before)
        }

        test("all that is wrong is told at once, each with file and line") {
            val timed =
                "spec(\"docs/specs/004-timed.md\")\nimplementations(Command(\"true\", run = \"true\"))\n"
            val failing =
                "spec(\"docs/specs/003-fails.md\")\nval bad by formula { x -> if (x[0] > 9) 0.0 else error(\"broken\") }\n"
            File(suites, "unnamed.bench.kts").writeText(suite(""))
            File(suites, "timed.bench.kts").writeText(timed)
            File(suites, "fails.bench.kts").writeText(suite(failing).replace("(sphere)", "(bad)"))
            File(suites, "mistaken.bench.kts").writeText(suite("").replace("sphere", "sfere"))
            File(specs, "003-fails.md").writeText("# 003\n\nThen\n\nWhen\n\n## Thresholds\n")
            File(specs, "009-orphan.md").writeText("# 009\n")
            File(project, "README.md").writeText("```kotlin bench name=shown\n${suite("")}```\n")
            val told = desk.type("spec", "check")
            told.code shouldBe 3
            for (line in listOf(
                "README.md:1: error: README.md#shown names no specification\n" +
                    "    write it into the fence: ```kotlin bench spec=docs/specs/001-shown.md",
                "suites/unnamed.bench.kts:1: error: suites/unnamed.bench.kts names no specification",
                "suites/timed.bench.kts:1: error: there is no specification docs/specs/004-timed.md",
                "suites/timed.bench.kts:1: error: a suite that measures time or starts programs takes as long as they do",
                "suites/mistaken.bench.kts:1:11: error: unresolved reference 'sfere'",
                "suites/fails.bench.kts:1: error: the trial random-search/bad/d2/i1/s1 of its quick run failed: ",
                "docs/specs/003-fails.md:1: error: the specification does not name its suite",
                "docs/specs/003-fails.md:1: error: the specification has no Given",
                "docs/specs/003-fails.md:3: error: Then stands before what it follows",
                "docs/specs/003-fails.md:7: error: the section Thresholds is empty",
                "docs/specs/003-fails.md:1: error: the specification has no section Reproducibility",
                "docs/specs/009-orphan.md:1: error: no suite names this specification",
            )) {
                told.err shouldContain line
            }
            told.out shouldContain "suites/kept.bench.kts"
            told.err shouldNotContain "kept"
        }
    })
