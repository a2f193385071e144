package benchwright.cli

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.element
import io.kotest.property.arbitrary.list
import io.kotest.property.checkAll

class ReadersSpec :
    FunSpec({
        val grammar =
            Grammar(
                "swim",
                "Swim.",
                listOf(
                    Flag.toggle("--quick", "q"),
                    Flag.toggle("--verbose", "-v", "v"),
                    Flag.value("--dim", "D,D", "d"),
                    Flag.value("--output-dir", "DIR", "o").withShortName("-o"),
                    Flag.choice("--color", listOf("auto", "never"), "c"),
                ),
                Words.any("SUITE", 0, 2, "suites"),
            )

        fun straight(vararg line: String) =
            PlainReader.read(grammar, arrayOf("swim", *line), 1).orElse(null)

        fun cross(vararg line: String) =
            (
                PicocliReader(listOf(grammar)).read(arrayOf("swim", *line)) as
                    PicocliReader.Reading.Understood
            ).arguments()

        fun mistake(vararg line: String) =
            shouldThrow<Complaint> { PicocliReader(listOf(grammar)).read(arrayOf(*line)) }.toText()

        test("a plain line is read without picocli") {
            val read =
                straight("a", "--quick", "--dim", "2,10", "-o=x", "-v", "--verbose", "b")!!
            read.has("--quick") shouldBe true
            read.has("--color") shouldBe false
            read.value("--dim").get() shouldBe "2,10"
            read.value("--output-dir").get() shouldBe "x"
            read.count("--verbose") shouldBe 2
            read.words() shouldBe listOf("a", "b")
        }

        test("what the plain reader reads, picocli reads alike") {
            val words =
                Arb.element(
                    "a",
                    "b.bench.kts",
                    "--quick",
                    "-v",
                    "--verbose",
                    "--dim",
                    "--dim=2",
                    "2,10",
                    "-o",
                    "-o=x",
                    "-ox",
                    "--output-dir",
                    "--color",
                    "--color=auto",
                    "never",
                    "--",
                    "-",
                    "",
                    "-qv",
                    "@x",
                    "\"x\"",
                    "--nothing",
                    "--help",
                    "--quick=true",
                    "-1",
                )
            var read = 0
            checkAll(3000, Arb.list(words, 0..5)) { line ->
                straight(*line.toTypedArray())?.let {
                    read++
                    cross(*line.toTypedArray()) shouldBe it
                }
            }
            read shouldBeGreaterThan 300
        }

        test("a mistyped flag is named, with the flag that was meant and where to look") {
            mistake("swim", "--quik") shouldBe
                """
                error: bench swim does not know the flag --quik
                  did you mean --quick?
                  to see what there is: bench help swim

                """.trimIndent()
        }

        test("a mistyped command is named, with the command that was meant") {
            mistake("swmi") shouldBe
                """
                error: there is no command swmi, and it is not a suite (*.bench.kts) either
                  did you mean swim?
                  to see what there is: bench help

                """.trimIndent()
        }

        test("a flag without its value, twice, or with a value that it does not take") {
            mistake("swim", "--dim") shouldBe
                "error: bench swim: --dim D,D is missing\n  bench help swim\n"
            mistake("swim", "--dim", "1", "--dim", "2") shouldBe
                "error: the flag --dim is given twice\n  give it once\n"
            mistake("swim", "--color", "blue") shouldBe
                "error: --color takes auto or never; got \"blue\"\n"
        }

        test("a word too many is named") {
            mistake("swim", "a", "b", "c") shouldBe
                "error: bench swim cannot use the word c\n  bench help swim\n"
        }
    })

class ExitSpec :
    FunSpec({
        test("the codes are those of the contract") {
            Exit.entries.associate { it.name to it.code() } shouldBe
                mapOf(
                    "BUG" to 70,
                    "INTERRUPTED" to 130,
                    "TERMINATED" to 143,
                    "USAGE" to 2,
                    "REJECTED" to 3,
                    "LIMIT_REACHED" to 8,
                    "TRIAL_FAILED" to 4,
                    "ARTIFACT" to 5,
                    "REGRESSED" to 1,
                    "UNDECIDED" to 7,
                    "UNFIT" to 6,
                    "DONE" to 0,
                )
        }

        test("where several ends meet, the one that weighs most is told") {
            val order =
                listOf(
                    Exit.BUG,
                    Exit.INTERRUPTED,
                    Exit.REJECTED,
                    Exit.LIMIT_REACHED,
                    Exit.TRIAL_FAILED,
                    Exit.ARTIFACT,
                    Exit.REGRESSED,
                    Exit.UNDECIDED,
                    Exit.UNFIT,
                    Exit.DONE,
                )
            for ((i, first) in order.withIndex()) {
                for (second in order.drop(i)) {
                    first.or(second) shouldBe first
                    second.or(first) shouldBe first
                }
            }
        }
    })
