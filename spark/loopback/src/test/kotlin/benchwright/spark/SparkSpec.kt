package benchwright.spark

import benchwright.run.ClusterPool
import benchwright.run.DriverPipe
import benchwright.run.poolContract
import benchwright.run.runner
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.io.File
import java.nio.file.Files
import java.time.Duration

/** All of them, or with -Dbench.spark=smoke the first one alone: what another JDK need show once more. */
private val full = System.getProperty("bench.spark", "full") == "full"

/** Work that a killed process leaves in pieces: 48 trials, some seconds of one core. */
private val SECONDS =
    arrayOf("--function", "bbob-f10,bbob-f15", "--dim", "10", "--seed", "1..24") +
        arrayOf("--optimizer", "cma-es", "--budget", "60000")

class SparkSpec :
    FunSpec({
        val folder = Files.createTempDirectory("benchwright-loopback-").toFile()
        val spark = Loopback(folder)
        val desk = SparkDesk(folder, spark)
        beforeSpec { spark.start() }
        afterSpec {
            spark.close()
            folder.deleteRecursively()
        }

        test(
            "a run on the cluster has the digest of a run here, with a script's own code and a failing trial",
        ) {
            File(folder, "mixed.bench.kts").writeText(
                """
                val tilted by formula { x -> x.indices.sumOf { i -> (i + 1) * x[i] * x[i] } }
                functions(sphere, bbob(8), tilted)
                dimensions(2, 5)
                seeds(1..4)
                budget(400.perDimension)
                optimizers(
                    MantaRay(),
                    CmaEs(),
                    optimizer("thrower") { problem, random ->
                        problem.evaluate(random.nextPoint(problem.bounds()))
                        error("no luck today")
                    },
                )
                """.trimIndent(),
            )
            desk.run("mixed.bench.kts", "--run-id", "here").code shouldBe 4
            val told = desk.run("mixed.bench.kts", "--run-id", "there", "--master", spark.master)
            told.err shouldContain "error: 24 trials failed:"
            told.err shouldContain
                "thrower/sphere/d2/i1/s1: java.lang.IllegalStateException: no luck today"
            told.code shouldBe 4
            desk.digest("there") shouldBe desk.digest("here")
            desk.manifest("there").isolation shouldBe "cluster"
        }

        if (full) {
            test(
                "a worker is killed, then the driver, then bench itself: resumed, the digest is the same",
            ) {
                desk.run(*SECONDS, "--run-id", "whole").code shouldBe 0
                val spare = spark.startWorker()
                val first = desk.start(*SECONDS, "--run-id", "killed", "--master", spark.master)
                desk.awaitTrials("killed", 1)
                spare.destroyForcibly().waitFor()
                desk.awaitTrials("killed", desk.trials("killed").size + 1)
                spark.processes("SparkSubmit").single().destroyForcibly()
                val told = first.await()
                told.code shouldBe 6
                told.err shouldContain "error: the Spark cluster ${spark.master} is gone"
                told.err shouldContain "bench run --resume benchmarks/results/killed"

                val kept = desk.trials("killed").size
                val second = desk.start("--resume", "killed", "--master", spark.master)
                desk.awaitTrials("killed", kept + 1)
                second.process.destroyForcibly().waitFor()
                await(
                    "the driver ends when bench does",
                ) { spark.processes("SparkSubmit").isEmpty() }

                desk.run("--resume", "killed", "--master", spark.master).code shouldBe 0
                desk.digest("killed") shouldBe desk.digest("whole")
                desk.trials("killed") shouldContainExactlyInAnyOrder desk.trials("whole")
            }

            test("a trial that halts its JVM has failed, and all others are done") {
                File(folder, "halting.bench.kts").writeText(
                    """
                    functions(sphere)
                    dimensions(2, 3)
                    seeds(1..1)
                    budget(100.evaluations)
                    optimizers(
                        RandomSearch(),
                        MantaRay(),
                        CmaEs(),
                        optimizer("halting") { problem, random ->
                            if (problem.dimension == 3) Runtime.getRuntime().halt(3)
                            problem.evaluate(random.nextPoint(problem.bounds()))
                        },
                    )
                    """.trimIndent(),
                )
                val told =
                    desk.run(
                        "halting.bench.kts",
                        "--run-id",
                        "halted",
                        "--master",
                        spark.master,
                    )
                told.code shouldBe 4
                told.err shouldContain "error: 1 trial failed:\n  halting/sphere/d3/i1/s1: "
                told.err shouldContain "ended during the trial: each time that it was tried\n"
                desk.manifest("halted").totals.trials shouldBe 8
            }

            val pipe = DriverPipe("the cluster of the test", spark.driver(File(folder, "sent")))
            afterSpec { pipe.close() }
            var joined = false
            include(
                poolContract(Duration.ofSeconds(4)) { limits, cost ->
                    if (!joined) {
                        pipe.join().ifPresent { error(it) }
                        joined = true
                    }
                    ClusterPool(runner(), cost, limits, pipe)
                },
            )
        }
    })
