package benchwright.cli

import benchwright.history.RunReader
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainAll
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import org.snakeyaml.engine.v2.api.Load
import org.snakeyaml.engine.v2.api.LoadSettings
import java.io.File
import java.util.concurrent.TimeUnit

private const val SUITE = """
functions(sphere, bbob(8))
dimensions(2)
seeds(1..3)
budget(100.evaluations)
optimizers(
    RandomSearch(),
    optimizer("thrower") { problem, random ->
        problem.evaluate(random.nextPoint(problem.bounds()))
        error("no luck")
    },
)
"""

/** The scripts of examples/cluster. Manifests are only read; SLURM's is for .ci/slurm-loopback. */
class ClusterExamplesSpec :
    FunSpec({
        val examples = File("../examples/cluster").canonicalFile
        val desk = Desk(tempdir())
        File(desk.directory, "small.bench.kts").writeText(SUITE)

        /** The command `bench`, which dies at [deaths] of its starts as if its machine had. */
        fun bench(deaths: Int): File {
            val java = "${System.getProperty("java.home")}/bin/java"
            val paths =
                System
                    .getProperty(
                        "java.class.path",
                    ).split(File.pathSeparator)
                    .joinToString(File.pathSeparator) {
                        File(it).absolutePath
                    }
            val counter = File(desk.directory, "deaths-$deaths").also { it.mkdirs() }
            val script = File(desk.directory, "bench-$deaths")
            script.writeText(
                """
                #!/bin/sh
                for death in ${(1..deaths).joinToString(" ")}; do
                  if mkdir '$counter'/${'$'}death 2>/dev/null; then kill -9 ${'$'}${'$'}; fi
                done
                exec '$java' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '$paths' benchwright.cli.Main "${'$'}@"
                """.trimIndent() + "\n",
            )
            check(script.setExecutable(true))
            return script
        }

        fun run(
            bench: File,
            vararg line: String,
        ): Told {
            val out = File(desk.directory, "script.out")
            val process =
                ProcessBuilder(*line)
                    .directory(desk.directory)
                    .redirectErrorStream(true)
                    .redirectOutput(out)
                    .also {
                        it.environment()["BENCH"] = bench.path
                        it.environment()["BENCH_CACHE"] = File("target/test-cache").absolutePath
                        it.environment()["JOBS"] = "1"
                    }.start()
            check(process.waitFor(4, TimeUnit.MINUTES)) { "does not end: ${out.readText()}" }
            return Told(process.exitValue(), out.readText(), "")
        }

        fun digest(run: String) =
            RunReader.open(File(desk.directory, run).toPath()).manifest().resultsDigest

        test(
            "a part is begun, left alone when it is finished, and complete although trials have failed",
        ) {
            val part = "$examples/part"
            val first = run(bench(0), part, "small.bench.kts", "1/2", "runs", "-q")
            first.code shouldBe 0
            run(bench(0), part, "small.bench.kts", "1/2", "runs", "-q").out shouldBe
                "small-part-1-2 is finished\n"
            run(bench(0), part, "nowhere.bench.kts", "1/2", "runs", "-q").code shouldBe 3
        }

        test("a part that died before it had written anything is begun again") {
            val journal = File(desk.directory, "early/small-part-1-2/journal").also { it.mkdirs() }
            File(journal, "trials.journal").createNewFile()
            run(bench(0), "$examples/part", "small.bench.kts", "1/2", "early", "-q").code shouldBe 0
        }

        test("GNU parallel runs all parts, takes up those that died, and joins them") {
            desk
                .type(
                    "run",
                    "small.bench.kts",
                    "--output-dir",
                    ".",
                    "--run-id",
                    "whole",
                ).code shouldBe
                4
            val told = run(bench(2), "$examples/in-parallel", "small.bench.kts", "2", "array")
            told.code shouldBe 4
            told.out shouldContain "error: 6 trials failed:"
            digest("array/small") shouldBe digest("whole")
            File(desk.directory, "array/small.joblog").readLines() shouldHaveSize 3
        }

        test("the manifests are of the structure that Kubernetes and GitHub ask for") {
            val job = yaml(File(examples, "kubernetes.yaml"))
            job["kind"] shouldBe "Job"
            val spec = job.map("spec")
            spec["completionMode"] shouldBe "Indexed"
            val container =
                (
                    spec
                        .map(
                            "template",
                        ).map("spec")["containers"] as List<*>
                ).single() as Map<*, *>
            container.keys.map { "$it" } shouldContainAll
                listOf("name", "image", "command", "args", "volumeMounts")
            // The number of parts stands in two places.
            val parts =
                (container["env"] as List<*>).map { it as Map<*, *> }.single {
                    it["name"] ==
                        "PARTS"
                }
            parts["value"] shouldBe "${spec["completions"]}"

            val jobs = yaml(File(examples, "github.yml")).map("jobs")
            val matrix = jobs.map("part").map("strategy").map("matrix")["part"] as List<*>
            "${jobs.map("part")["steps"]}" shouldContain
                "--shard ${'$'}{{ matrix.part }}/${matrix.size}"
            jobs.map("merge")["needs"] shouldBe "part"
        }
    })

private fun yaml(file: File) =
    Load(LoadSettings.builder().build()).loadFromString(file.readText()) as Map<*, *>

private fun Map<*, *>.map(name: String) = get(name) as Map<*, *>
