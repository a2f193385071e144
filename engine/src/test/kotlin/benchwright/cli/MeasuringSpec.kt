package benchwright.cli

import benchwright.artifact.CaseStatus
import benchwright.artifact.RunStatus
import benchwright.history.RunReader
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.io.File

/** Suites that measure time, from the command line to the artifact. */
class MeasuringSpec :
    FunSpec({
        val desk = Desk(tempdir(), mapOf("PATH" to System.getenv("PATH")))

        fun write(
            name: String,
            text: String,
        ): String = name.also { File(desk.directory, it).writeText(text.trimIndent()) }

        fun reader(run: String) =
            RunReader.open(desk.directory.toPath().resolve("benchmarks/results/$run"))

        val numbers =
            write(
                "numbers.bench.kts",
                """
                title("Numbers")
                implementations(
                    Command("Forward", run = "seq 1 1 {size}", vanilla = true),
                    Command("Words", run = "seq 1 {size}"),
                )
                sizes(tiny = 3, small = 5)
                timing(warmups = 1, runs = 2..2, untilError = 0.percent)
                sameResults(tolerance = 0.0)
                quick { sizes(tiny = 3) }
                """,
            )

        test("every implementation is measured for every size, in turns, and all of it is kept") {
            val told = desk.type("run", numbers, "--run-id", "all", "--progress", "lines")
            told.code shouldBe 0
            told.out shouldContain "Numbers: 4 cases"
            told.out.lines().filter { "size=" in it }.map {
                it
                    .take(
                        27,
                    ).trim()
            } shouldContainExactly
                listOf(
                    "Forward         size=tiny",
                    "Words           size=tiny",
                    "Forward         size=small",
                    "Words           size=small",
                )
            told.err shouldContain "1/4: measured forward size=tiny, 2 samples"
            val reader = reader("all")
            reader.manifest().status shouldBe RunStatus.COMPLETE
            reader.manifest().totals.timings shouldBe 4
            val case = reader.timings()[1].cases[1]
            case.key.sizeValue shouldBe 5
            case.warmups shouldBe 1
            case.samples.wallNanos.size shouldBe 2
            case.result shouldBe listOf(1.0, 2.0, 3.0, 4.0, 5.0)
            val summary = reader.summary()
            summary.timings.size shouldBe 4
            summary.equivalence.map { it.agrees } shouldContainExactly listOf(true, true)
            desk.type("verify", "all").out shouldBe
                "benchmarks/results/all: sound, 6 files, 4 cases\n"
        }

        test("a part of it is chosen by implementation, size and profile") {
            desk.type("run", numbers, "--run-id", "part", "--implementation", "Wor*", "--quick")
            reader("part").timings().map { it.implementation.id } shouldContainExactly
                listOf("words")
            desk
                .type(
                    "plan",
                    numbers,
                    "-q",
                    "--data-size",
                    "small",
                    "--vanilla-baseline",
                ).out shouldBe
                "forward size=small\nwords size=small\n"
            val told = desk.type("run", numbers, "--implementation", "worts")
            told.code shouldBe 2
            told.err shouldContain
                "No implementation of the suite matches \"worts\"; did you mean words?"
            desk.type("run", numbers, "--function", "sphere").code shouldBe 2
            desk.type("run", numbers, "--nice=20").err shouldContain "from -20, most urgent, to 19"
            desk.type("run", numbers, "--pin", "x").err shouldContain "--pin takes numbers"
            desk.type("run", numbers, "--shard", "1/2").err shouldContain "it has no shards"
        }

        test("a plan says everything that the script says") {
            desk.type("plan", numbers).out shouldBe
                """
                Numbers (numbers.bench.kts), full profile

                implementations Forward [forward] (in ., run: seq 1 1 {size}, vanilla)
                                Words [words] (in ., run: seq 1 {size})
                sizes           tiny 3, small 5
                workers         1
                timing          1 to warm up, 2 to 2 runs or 5 forks and more, until 0 %, timeout 10 min 00 s
                same results    within 0.0

                forward size=tiny
                forward size=small
                words size=tiny
                words size=small

                4 cases of 2 implementations

                """.trimIndent()
            desk.type("check", numbers).out shouldBe
                "numbers.bench.kts: fine, 4 cases of 2 implementations\n"
        }

        test(
            "what fails or answers wrongly is told, the rest is measured, and the exit code says so",
        ) {
            write(
                "bad.bench.kts",
                """
                implementations(
                    Command("right", run = "seq 1 3", vanilla = true),
                    Command("wrong", run = "seq 1 2 5"),
                    Command("bad", run = "seq 1 2 x"),
                )
                timing(warmups = 0, runs = 1..1)
                sameResults(tolerance = 1e-6)
                """,
            )
            val told = desk.type("run", "bad.bench.kts", "--run-id", "bad")
            told.code shouldBe 4
            told.err shouldContain "error: these could not be measured:\n  bad\n"
            told.err shouldContain "invalid floating point argument"
            told.err shouldContain "error: these give other results than they should:\n  wrong\n"
            reader("bad").timings().map { it.cases.single().status } shouldContainExactly
                listOf(CaseStatus.MEASURED, CaseStatus.MEASURED, CaseStatus.FAILED)
            reader("bad").manifest().totals.failed shouldBe 1
        }

        test("a command that is not there refuses the run before anything is measured") {
            val missing =
                write("missing.bench.kts", """implementations(Command("no", run = "./no"))""")
            val refused = desk.type("run", missing)
            refused.code shouldBe 3
            refused.err shouldContain "is not there"
        }

        val sleep =
            write(
                "sleep.bench.kts",
                """
                implementations(Command("sleep", run = "sleep {size}"))
                sizes(tiny = 1, small = 3600)
                timing(warmups = 0, runs = 1..1)
                """,
            )

        test("at the limit of the run what was not begun is left out and named") {
            val told = desk.type("run", sleep, "--limit", "600ms", "--run-id", "long")
            told.code shouldBe 8
            told.err shouldContain
                "The limit was reached; these were left out:\n  sleep size=small\n"
            reader("long")
                .timings()
                .single()
                .cases
                .map { it.status } shouldContainExactly
                listOf(CaseStatus.MEASURED, CaseStatus.LEFT_OUT)
        }

        test("devices that are not there leave their cases out, with the reason") {
            val told = desk.type("run", numbers, "--quick", "--gpus", "7", "--run-id", "devices")
            told.code shouldBe 0
            told.err shouldContain
                "skipped:\n  forward size=tiny gpus=1\n    there is no device 7: "
            desk.type("run", numbers, "--quick", "--gpus", "none", "-q").code shouldBe 0
        }

        test("timings are neither compared by a digest nor put into one file") {
            desk.type("verify", "all", "--rerun").err shouldContain
                "no two measurements are the same"
            desk.type("run", numbers, "--out", "x.json.gz").err shouldContain "in a run directory"
        }

        test("Ctrl-C keeps the cases that are done, and a resumed run measures the others") {
            val bench =
                BenchProcess(desk.directory, "run", sleep, "--run-id", "stopped")
            val log = File(desk.directory, "benchmarks/results/stopped/log.ndjson")
            while (!log.exists() || "case-finished" !in log.readText()) Thread.sleep(20)
            bench.signal("INT")
            val told = bench.await()
            told.code shouldBe 130
            told.err shouldContain "bench run --resume benchmarks/results/stopped"
            reader("stopped").manifest().status shouldBe RunStatus.INTERRUPTED
            reader("stopped")
                .timings()
                .single()
                .cases.size shouldBe 1
            val resumed = desk.type("run", "--resume", "stopped", "--timeout", "300ms")
            resumed.code shouldBe 4
            resumed.err shouldContain "sleep size=small"
            reader("stopped")
                .timings()
                .single()
                .cases
                .map { it.status } shouldContainExactly
                listOf(CaseStatus.MEASURED, CaseStatus.FAILED)
        }
    })
