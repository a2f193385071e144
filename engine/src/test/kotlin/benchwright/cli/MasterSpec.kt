package benchwright.cli

import benchwright.history.RunReader
import benchwright.run.FakeDriver
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith
import java.io.File

/** Some optimizers of every room, so that every library they touch has to be sent along. */
private val MIXED =
    """
    val tilted by formula { x -> x.indices.sumOf { i -> (i + 1) * x[i] * x[i] } }
    functions(sphere, bbob(8), tilted)
    dimensions(2, 5)
    budget(60.perDimension)
    optimizers(
        MantaRay(),
        CmaEs(),
        LShade(),
        CommonsBobyqa(),
        HipparchusCmaEs(),
        optimizer("thrower") { problem, random ->
            problem.evaluate(random.nextPoint(problem.bounds()))
            error("no luck today")
        },
    )
    """.trimIndent()

class MasterSpec :
    FunSpec({
        val adapter = File(tempdir(), "adapter.jar").also { it.writeText("never opened") }
        beforeSpec { System.setProperty("benchwright.spark.adapter", adapter.path) }
        afterSpec { System.clearProperty("benchwright.spark.adapter") }

        fun desk(manner: String = "") =
            Desk(tempdir(), mapOf("SPARK_HOME" to FakeDriver.installation(tempdir(), manner).path))

        fun digest(
            desk: Desk,
            run: String,
        ) = RunReader
            .open(
                File(desk.directory, "benchmarks/results/$run").toPath(),
            ).manifest()
            .resultsDigest

        test("what is sent to a cluster is all that the trials of a suite need") {
            val desk = desk("greets-late")
            File(desk.directory, "mixed.bench.kts").writeText(MIXED)
            desk.type("run", "mixed.bench.kts", "--run-id", "here").code shouldBe 4
            val told =
                desk.type("run", "mixed.bench.kts", "--run-id", "there", "--master", "local[2]")
            told.err shouldContain "error: 6 trials failed:"
            told.code shouldBe 4
            digest(desk, "there") shouldBe digest(desk, "here")
        }

        test("without an installation it is said what to do") {
            val told = Desk(tempdir()).type("run", *SMALL, "--master", "spark://somewhere:7077")
            told.code shouldBe 2
            told.err shouldBe
                """
                error: no Spark is installed here: SPARK_HOME is not set and no spark-submit is on the PATH
                  set SPARK_HOME (or BENCH_SPARK_HOME) to a Spark 4.2 installation, of the version that the cluster runs
                  without Spark, a run is split by --shard and joined by bench merge
                """.trimIndent() + "\n"
            val wrong = Desk(tempdir(), mapOf("SPARK_HOME" to "/nowhere"))
            wrong.type("run", *SMALL, "--master", "local").err shouldStartWith
                "error: SPARK_HOME is /nowhere, and there is no bin/spark-submit in it\n"
        }

        test("a master that does not answer is told at once, and nothing is lost") {
            val desk = desk()
            val told = desk.type("run", *SMALL, "--run-id", "r", "--master", "spark://127.0.0.1:9")
            told.code shouldBe 6
            told.err shouldStartWith
                "error: No Spark master answers at spark://127.0.0.1:9 (127.0.0.1:9: Connection refused)"
            told.err shouldContain "bench run --resume benchmarks/results/r\n"
            desk.type("run", "--resume", "r", "--master", "local").code shouldBe 0
        }

        test("a driver that cannot join, or that dies, has its last words told") {
            val refused = desk("refuses").type("run", *SMALL, "--run-id", "r", "--master", "yarn")
            refused.code shouldBe 6
            refused.err shouldStartWith
                "error: the Spark cluster yarn cannot be joined; the last that its driver said:\n" +
                "    All masters are unresponsive!\n  What is done is kept"
            val desk = desk("dies")
            val died = desk.type("run", *SMALL, "--run-id", "r", "--master", "yarn")
            died.code shouldBe 6
            died.err shouldStartWith
                "error: the Spark cluster yarn is gone; the last that its driver said:\n" +
                "    java.lang.OutOfMemoryError: Java heap space\n  What is done is kept"
            desk.type("run", "--resume", "r").code shouldBe 0
        }

        test(
            "suites that measure time, and programs in other languages, are refused with the reason",
        ) {
            val desk = desk()
            File(desk.directory, "timed.bench.kts").writeText(
                "implementations(Command(\"waits\", run = \"true\"))\ntiming(runs = 2..2)\n",
            )
            val timed = desk.type("run", "timed.bench.kts", "--master", "local")
            timed.code shouldBe 2
            timed.err shouldStartWith
                "error: timed measures time, and a cluster repeats, moves and mixes what it runs: "
            File(desk.directory, "foreign.bench.kts").writeText(
                """
                functions(sphere)
                dimensions(2)
                budget(10.evaluations)
                optimizers(RandomSearch(), Program("mine", directory = ".", run = "python3 es.py"))
                """.trimIndent(),
            )
            val foreign = desk.type("run", "foreign.bench.kts", "--master", "local")
            foreign.code shouldBe 2
            foreign.err shouldStartWith
                "error: foreign runs programs in other languages (mine), and a cluster has neither "
            desk
                .type(
                    "run",
                    "foreign.bench.kts",
                    "--optimizer",
                    "random-search",
                    "--master",
                    "local",
                ).code shouldBe 0
            desk
                .type(
                    "run",
                    *SMALL,
                    "--master",
                    "local",
                    "--isolate",
                    "process",
                ).err shouldStartWith
                "error: trials on a cluster run in its processes"
        }
    })
