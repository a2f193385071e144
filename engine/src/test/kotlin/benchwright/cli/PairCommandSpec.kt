package benchwright.cli

import benchwright.artifact.Documents
import benchwright.artifact.Outcome
import benchwright.artifact.VerdictState
import benchwright.history.Schemas
import benchwright.pair.Repositories
import benchwright.suite.Measure
import io.kotest.assertions.nondeterministic.eventually
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldMatch
import io.kotest.matchers.string.shouldNotContain
import java.io.File
import kotlin.time.Duration.Companion.minutes

/** `bench pair` on real repositories; no test here depends on how long anything takes. */
class PairCommandSpec :
    FunSpec({
        val temporary = tempdir()
        val variables =
            mapOf("PATH" to System.getenv("PATH"), "TMPDIR" to temporary.absolutePath)

        fun suite(vararg commands: String) =
            "title(\"Pairs\")\nimplementations(\n" +
                commands.joinToString("") { "    $it,\n" } +
                ")\ntiming(warmups = 0, runs = 1..1)"

        /** Time never fails here: what is slow at this moment is none of these tests' business. */
        val calm = arrayOf("--threshold", "time:100000%:warn,memory:50%", "--pairs", "1..30")

        fun desk(work: Repositories) = Desk(work.directory, variables)

        val work = Repositories(tempdir())
        work.write(
            "s.bench.kts",
            suite(
                """Command("do", run = "./do.sh")""",
                """Command("old", run = "true")""",
            ),
        )
        work.write(".gitignore", "/benchmarks/")
        work.script("do.sh", "echo 1")
        val base = work.commit("base")
        work.write(
            "s.bench.kts",
            suite(
                """Command("do", run = "./do.sh")""",
                """Command("new", run = "true")""",
            ),
        )

        test("both revisions are measured, the verdict is told, and all of it is kept") {
            val told = desk(work).type("pair", "--base", "main", "s.bench.kts", *calm)
            told.err shouldContain "checking out main (${base.take(7)})"
            told.code shouldBe 0
            told.out shouldContain
                "Pairs: working tree against main (${base.take(7)})"
            val place =
                told.out
                    .trim()
                    .lines()
                    .last()
            place shouldMatch Regex("benchmarks/comparisons/20261120T\\d{6}Z-s-[0-9a-f]{4}")
            val folder = File(work.directory, place)
            folder.list()!!.toList() shouldContainExactlyInAnyOrder
                listOf("comparison.json", "pairs.json")
            Schemas().validate(folder.resolve("pairs.json").toPath()).shouldBeEmpty()
            val comparison = Documents.comparison(folder.resolve("comparison.json").readText())
            comparison.verdict.state shouldBe VerdictState.PASSED
            comparison.base.commit.sha shouldBe base
            comparison.head.commit.dirty shouldBe true
            comparison.rows
                .filter { it.measure == Measure.TIME }
                .map { it.subject to it.outcome }
                .drop(1) shouldContainExactly
                listOf("new" to Outcome.ADDED, "old" to Outcome.REMOVED)
            val pairs = Documents.pairs(folder.resolve("pairs.json").readText())
            pairs.cases
                .first()
                .pairs.size shouldBe 6
            work.trees().size shouldBe 1
            temporary.listFiles()!!.toList().shouldBeEmpty()
        }

        test("what needs more memory than its threshold allows fails with 1") {
            work.script(
                "do.sh",
                "exec awk 'BEGIN { s = \"x\"; for (i = 0; i < 25; i++) s = s s; print length(s) }'",
            )
            val out = File(work.directory, "benchmarks/out.json")
            val told =
                desk(work).type(
                    "pair",
                    "--base",
                    "main",
                    "s.bench.kts",
                    *calm,
                    "--json",
                    "--out",
                    "benchmarks/out.json",
                )
            told.code shouldBe 1
            val comparison = Documents.comparison(told.out)
            comparison.verdict.state shouldBe VerdictState.FAILED
            comparison.verdict.reasons.single() shouldContain "do: memory +"
            comparison.rows.first().samples shouldBe 12
            out.readText() shouldBe told.out
        }

        test("--head measures another revision than the working tree, --implementation a part") {
            work.script("do.sh", "exit 1")
            val told =
                desk(work).type(
                    "pair",
                    "--base",
                    base.take(8),
                    "--head",
                    "main",
                    "s.bench.kts",
                    "--implementation",
                    "d*",
                    *calm,
                    "--json",
                )
            told.code shouldBe 0
            val comparison = Documents.comparison(told.out)
            comparison.rows.map { it.subject }.distinct() shouldContainExactly listOf("do")
            comparison.notes.first() shouldBe
                "Both sides are the same commit: what differs is noise."
        }

        test("a head that crashes ends with 4, a base that crashes is undecided") {
            work.script("do.sh", "exit 3")
            val told =
                desk(work).type("pair", "--base", "main", "s.bench.kts", *calm)
            told.code shouldBe 4
            told.err shouldContain "error: these could not be measured:\n  do, in the head\n"
            told.out shouldContain "Undecided:\n  do could not be measured in the head"
            val other = Repositories(tempdir())
            other.write("s.bench.kts", suite("""Command("do", run = "./do.sh")"""))
            other.script("do.sh", "exit 3")
            other.commit("broken")
            other.script("do.sh", "true")
            val healed = desk(other).type("pair", "--base", "HEAD", "s.bench.kts", *calm)
            healed.code shouldBe 0
            healed.err shouldContain "do, in the base"
            desk(other)
                .type("pair", "--base", "HEAD", "s.bench.kts", *calm, "--fail-on-undecided")
                .code shouldBe 7
        }

        test("each side is built in its own tree, by the suite's steps and by --build") {
            val built = Repositories(tempdir())
            built.write(
                "deep/s.bench.kts",
                suite("""Command("do", run = "./made", build = listOf("cp from made"))"""),
            )
            built.write(".gitignore", "made\nbefore\nbenchmarks/")
            built.script("deep/from", "echo base")
            built.commit("base")
            built.script("deep/from", "echo head")
            val told =
                Desk(File(built.directory, "deep"), variables).type(
                    "pair",
                    "s.bench.kts",
                    "--build",
                    "cp from before && true",
                    *calm,
                )
            told.err shouldContain "building the base in .: cp from before"
            told.err shouldContain "building the head in .: true"
            told.err shouldContain "building the head in .: cp from made"
            told.code shouldBe 0
            File(built.directory, "deep/made").readText() shouldContain "head"
            File(built.directory, "deep/before").readText() shouldContain "head"
            val refused =
                Desk(File(built.directory, "deep"), variables).type(
                    "pair",
                    "s.bench.kts",
                    "--build",
                    "ls no-such-file",
                )
            refused.code shouldBe 3
            refused.err shouldContain "ended with exit value"
            refused.err shouldContain "no-such-file"
            built.trees().size shouldBe 1
        }

        test("a suite that the base lacks is undecided, and measures nothing") {
            work.write("later.bench.kts", suite("""Command("do", run = "no-such-program")"""))
            val told =
                desk(work).type("pair", "--base", "main", "later.bench.kts", "--fail-on-undecided")
            told.code shouldBe 7
            told.out shouldContain "later.bench.kts is not in main"
            told.out shouldContain "do"
            told.out shouldContain "added"
        }

        test("what cannot be compared is told, with what to do") {
            fun refused(vararg line: String) =
                desk(work).type("pair", *line).also { it.code shouldBe 2 }.err
            refused("--base", "mein", "s.bench.kts") shouldContain
                "error: there is no revision mein\n  did you mean main?"
            refused("--base", "main", "none.bench.kts") shouldContain
                "the suite none.bench.kts is not in the head, working tree"
            refused("--base", "main", "s.bench.kts", "--implementation", "dooo") shouldContain
                "No implementation of the suite matches \"dooo\""
            refused("--base", "main", "s.bench.kts", "--classpath", "target/classes") shouldContain
                "let both sides be built first: --build 'mvn -q compile'"
            refused("--base", "main", "s.bench.kts", "--pairs", "30..6") shouldContain
                "--pairs takes one number or two"
            refused("--base", "main", "s.bench.kts", "--threshold", "tame:5%") shouldContain
                "did you mean time?"
            refused("--base", "main", "s.bench.kts", "--threshold", "time:5") shouldContain
                "the limit is a percentage, 10% or 2.5%; got \"5\""
            work.write(
                "o.bench.kts",
                "functions(sphere)\ndimensions(2)\nbudget(10.perDimension)\noptimizers(RandomSearch())",
            )
            refused("--base", "main", "o.bench.kts") shouldContain "bench compare BASE HEAD"
            val outside = Desk(tempdir(), variables).type("pair", "--base", "main", "s.bench.kts")
            outside.code shouldBe 2
            outside.err shouldContain "is in no git repository"
        }

        test("a script that does not compile is told with its side") {
            val broken = Repositories(tempdir())
            broken.write("s.bench.kts", "implementations(")
            broken.commit("broken")
            broken.write("s.bench.kts", suite("""Command("do", run = "true")"""))
            val told = desk(broken).type("pair", "--base", "HEAD", "s.bench.kts")
            told.code shouldBe 3
            told.err shouldContain "error: in the base: s.bench.kts:"
            broken.trees().size shouldBe 1
        }

        test("operations: each side's body is that of its own script") {
            val own = Repositories(tempdir())

            fun operations(body: String) =
                "operations(operation(\"make\") { measured { $body } })\ntiming(warmups = 1, forks = 1)"
            own.write("s.bench.kts", operations("IntArray(10).size"))
            own.commit("base")
            own.write("s.bench.kts", operations("IntArray(100_000)"))
            val told =
                desk(own).type(
                    "pair",
                    "--base",
                    "HEAD",
                    "s.bench.kts",
                    "--threshold",
                    "time:100000%:warn",
                    "--pairs",
                    "1",
                    "--json",
                )
            told.code shouldBe 0
            val memory =
                Documents.comparison(told.out).rows.single { it.measure == Measure.MEMORY }
            (memory.head >= 400_000) shouldBe true
            (memory.base < 1000) shouldBe true
        }

        test("Ctrl-C ends what is running and leaves no tree behind") {
            val endless = Repositories(tempdir())
            endless.write("s.bench.kts", suite("""Command("do", run = "./do.sh")"""))
            endless.write(".gitignore", "benchmarks/")
            val mark = File(tempdir(), "pid")
            endless.script(
                "do.sh",
                "echo \$\$ >$mark.part; mv $mark.part $mark; exec tail -f /dev/null",
            )
            endless.commit("endless")
            for ((signal, code) in listOf("INT" to 130, "TERM" to 143)) {
                mark.delete()
                val bench =
                    BenchProcess(
                        endless.directory,
                        "pair",
                        "--base",
                        "HEAD",
                        "s.bench.kts",
                        variables = mapOf("TMPDIR" to temporary.absolutePath),
                    )
                eventually(3.minutes) { mark.exists() shouldBe true }
                endless.trees().size shouldBe 2
                bench.signal(signal)
                val told = bench.await()
                told.code shouldBe code
                told.err shouldContain "half a comparison is none"
                told.err shouldNotContain "Exception"
                ProcessHandle.of(mark.readText().trim().toLong()).isPresent shouldBe false
                endless.trees().size shouldBe 1
                temporary.listFiles()!!.toList().shouldBeEmpty()
                File(endless.directory, "benchmarks").exists() shouldBe false
            }
        }

        test("whatever came of it, nothing is left of any tree") {
            work.trees().size shouldBe 1
            work
                .git(
                    "status",
                    "--porcelain",
                    "--ignored",
                ).lines()
                .none { "benchwright-" in it } shouldBe
                true
            temporary.listFiles()!!.toList().shouldBeEmpty()
        }
    })
