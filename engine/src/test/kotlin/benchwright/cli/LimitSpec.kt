package benchwright.cli

import benchwright.artifact.RunStatus
import benchwright.history.RunReader
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldBeEmpty
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.io.File

/** Its first trial waits for a file, and so until the limit is reached; the others take no time. */
private fun suite(
    more: String,
    gate: File,
) = """
    functions(sphere, rastrigin)
    dimensions(2)
    seeds(1..3)
    budget(10.evaluations)
    $more
    optimizers(
        RandomSearch(),
        optimizer("waits") { problem, random ->
            problem.evaluate(random.nextPoint(problem.bounds))
            if (problem.dimension == 2) {
                while (!java.io.File("${gate.path}").exists()) Thread.sleep(5)
            }
        },
    )
    """.trimIndent()

/** Whether the thread that watches the limit still does. */
private fun waitingForTheLimit() =
    Thread.getAllStackTraces().keys.any { it.name == "benchwright-limit" }

class LimitSpec :
    FunSpec({
        val desk = Desk(tempdir())
        val gate = File(desk.directory, "gate")

        fun write(
            name: String,
            more: String,
        ) = File(desk.directory, name).writeText(suite(more, gate))

        fun reader(run: String) =
            RunReader.open(desk.directory.toPath().resolve("benchmarks/results/$run"))

        test("at the limit nothing more is begun, what has begun is finished, the rest is named") {
            write("limited.bench.kts", "limit(5.seconds)")
            val opener =
                Thread {
                    while (!waitingForTheLimit()) Thread.sleep(5)
                    while (waitingForTheLimit()) Thread.sleep(5)
                    gate.writeText("")
                }
            opener.start()
            val flags = arrayOf("--workers", "1", "--run-id", "limited")
            val told = desk.type("run", "limited.bench.kts", *flags, "--optimizer", "waits")
            opener.join()
            told.code shouldBe 8
            told.out.shouldBeEmpty()
            told.err shouldBe
                """
                The limit of 5.00 s was reached: 5 of 6 trials were left out:
                  waits on sphere (2), rastrigin (3)
                  What is done is kept; to go on:
                  bench run --resume benchmarks/results/limited

                """.trimIndent()
            val manifest = reader("limited").manifest()
            manifest.status shouldBe RunStatus.INTERRUPTED
            manifest.totals.trials shouldBe 1
            File(desk.directory, "benchmarks/results/limited/log.ndjson").readText() shouldContain
                "\"event\":\"limit-reached\",\"leftOut\":\"5\",\"limit\":\"PT5S\""

            desk.type("run", "--resume", "limited").code shouldBe 0
            desk
                .type("run", "limited.bench.kts", "--run-id", "whole", "--optimizer", "waits")
                .code shouldBe 0
            reader("limited").manifest().resultsDigest shouldBe
                reader("whole").manifest().resultsDigest
        }

        test("what took several goes is run again in one") {
            File(desk.directory, "slow.bench.kts").writeText(
                """
                functions(sphere)
                dimensions(2)
                seeds(1..8)
                budget(10.evaluations)
                limit(3.seconds)
                optimizers(
                    optimizer("slow") { problem, random ->
                        problem.evaluate(random.nextPoint(problem.bounds))
                        Thread.sleep(800)
                    },
                )
                """.trimIndent(),
            )
            var code = desk.type("run", "slow.bench.kts", "--run-id", "slow", "--workers", "1").code
            var goes = 1
            while (code == 8 && goes++ < 60) {
                code = desk.type("run", "--resume", "slow", "--workers", "1").code
            }
            code shouldBe 0
            check(goes > 1) { "the limit was never reached" }
            val told = desk.type("verify", "slow", "--rerun", "--workers", "1")
            told.out shouldContain "run again: the same results"
            told.code shouldBe 0
        }

        test("a run that ends before its limit does not know of it") {
            gate.writeText("")
            write("quick-enough.bench.kts", "limit(1.hours)")
            val told = desk.type("run", "quick-enough.bench.kts", "--run-id", "enough")
            told.code shouldBe 0
            told.err shouldNotContain "limit"
        }

        test("the limit of the command line takes the place of the suite's, and no file is left") {
            val flags = arrayOf("--workers", "1", "--function", "bbob-f24", "--dim", "40")
            val more = arrayOf("--optimizer", "random-search", "--seed", "1..40", "--limit", "1ms")
            val budget = arrayOf("--budget", "20000")
            val told = desk.type("run", *flags, *more, *budget, "--out", "none.json.gz")
            told.code shouldBe 8
            told.err shouldContain "The limit of 1 ms was reached: "
            told.err shouldContain "none.json.gz was not written."
            File(desk.directory, "none.json.gz").exists() shouldBe false
            val quiet = desk.type("run", *flags, *more, *budget, "-q", "--run-id", "quiet")
            quiet.code shouldBe 8
            quiet.out shouldBe "benchmarks/results/quiet\n"
        }

        test(
            "a plan says its limit, of the profile that is asked for, and warns if it is too short",
        ) {
            write("plan.bench.kts", "limit(1.seconds)\nquick { limit(2.hours) }")
            val plan = arrayOf("plan", "plan.bench.kts", "--workers", "1")
            val long = desk.type(*plan, "--budget", "100000000")
            long.out.lines().filter { it.startsWith("limit") } shouldContainExactly
                listOf("limit       1.00 s")
            long.err shouldContain
                ", and the limit is 1.00 s: it will not fit; what is left out is "
            long.code shouldBe 0
            desk.type(*plan).err.shouldBeEmpty()
            val quick = desk.type(*plan, "--quick", "--budget", "100000000")
            quick.out shouldContain "limit       2 h 00 min\n"
            quick.err.shouldBeEmpty()
        }
    })
