package benchwright.cli

import benchwright.artifact.Documents
import benchwright.artifact.Manifest
import benchwright.artifact.Resources
import benchwright.artifact.Shard
import benchwright.artifact.TrialKey
import benchwright.compile.Compilation
import benchwright.engine.Engine
import benchwright.engine.Listener
import benchwright.engine.RunOptions
import benchwright.engine.RunOutcome
import benchwright.engine.Selectors
import benchwright.engine.Source
import benchwright.history.RunReader
import benchwright.plan.Planning
import benchwright.run.Event
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith
import io.kotest.property.Arb
import io.kotest.property.arbitrary.int
import io.kotest.property.checkAll
import java.io.File
import java.nio.file.Files
import java.nio.file.Path
import kotlin.random.Random

/** 24 trials of very different cost, without a suite. */
private val UNEQUAL =
    arrayOf("--function", "sphere,bbob-f1", "--dim", "2,20", "--seed", "1..3") +
        arrayOf("--optimizer", "random-search,manta-ray", "--budget", "20.perDimension")

class MergeCommandSpec :
    FunSpec({
        val desk = Desk(tempdir())

        fun place(run: String) = desk.directory.toPath().resolve("benchmarks/results/$run")

        fun manifest(run: String): Manifest = RunReader.open(place(run)).manifest()

        fun shards(
            name: String,
            count: Int,
            vararg what: String,
            code: Int = 0,
        ): List<String> =
            (1..count).map { index ->
                val id = "$name-$index"
                val told = desk.type("run", *what, "--shard", "$index/$count", "--run-id", id, "-q")
                check(told.code == code || told.code == 0) { told.err }
                id
            }

        fun merge(
            runs: List<String>,
            name: String,
            vararg flags: String,
        ) = desk.type("merge", *runs.toTypedArray(), "--out", "benchmarks/results/$name", *flags)

        test("a join tells what it is doing, in CI a line for each step") {
            val told = merge(shards("told", 2, *UNEQUAL), "told", "--progress", "lines")
            told.code shouldBe 0
            told.err.lines().map { it.substringBefore(",") } shouldContainExactly
                listOf("checking", "counting", "joining").flatMapIndexed { i, step ->
                    (1..2).map { "${2 * i + it - 1}/6: $step benchmarks/results/told-$it" }
                } + "6/6: writing histories" + ""
        }

        test(
            "shards joined in any order are the run that was never split, for any number of them",
        ) {
            desk.type("run", *UNEQUAL, "--run-id", "whole").code shouldBe 0
            var number = 0
            checkAll(4, Arb.int(1..24), Arb.int()) { count, order ->
                val name = "property-${number++}"
                val runs = shards(name, count, *UNEQUAL).shuffled(Random(order))
                merge(runs, name).code shouldBe 0
                val joined = manifest(name)
                val whole = manifest("whole")
                joined.resultsDigest shouldBe whole.resultsDigest
                joined.planDigest shouldBe whole.planDigest
                joined.totals shouldBe whole.totals
                joined.shard shouldBe Shard.WHOLE
                desk.type("verify", name).code shouldBe 0
                RunReader.open(place(name)).summary().rows shouldBe
                    RunReader.open(place("whole")).summary().rows
            }
        }

        test("one shard of one is the run itself, and so is what it is joined to") {
            merge(shards("one", 1, *UNEQUAL), "one").code shouldBe 0
            manifest("one").resultsDigest shouldBe manifest("whole").resultsDigest
        }

        test("trials that failed are joined as they are, and end the merge as they end a run") {
            val suite = desk.suite("villains")
            val part = arrayOf(suite, "--optimizer", "thrower,random-search")
            desk.type("run", *part, "--run-id", "villains").code shouldBe 4
            val runs = shards("villain", 3, *part, code = 4)
            val told = merge(runs.reversed(), "villains-joined")
            told.code shouldBe 4
            told.err shouldContain "error: 4 trials failed:\n  thrower/sphere/d2/i1/s1: "
            manifest("villains-joined").resultsDigest shouldBe manifest("villains").resultsDigest
            manifest("villains-joined").suite shouldBe manifest("villains").suite
        }

        test("what the shards took is added up, of peaks the largest, and circumstances are kept") {
            val runs = shards("took", 2, *UNEQUAL)
            merge(runs, "took").code shouldBe 0
            val (one, other) = runs.map { manifest(it).resources }
            manifest("took").resources shouldBe
                Resources(
                    one.wallNanos + other.wallNanos,
                    one.cpuNanos + other.cpuNanos,
                    maxOf(one.peakRssBytes, other.peakRssBytes),
                    maxOf(one.peakHeapBytes, other.peakHeapBytes),
                )
            manifest("took").startedAt shouldBe runs.minOf { manifest(it).startedAt }
            val took = mutableMapOf<TrialKey, Long>()
            for (run in runs) {
                RunReader.open(place(run)).forEach { record, circumstance ->
                    took[record.key] = circumstance.runtimeNanos
                }
            }
            val joined = mutableMapOf<TrialKey, Long>()
            RunReader.open(place("took")).forEach { record, circumstance ->
                joined[record.key] = circumstance.runtimeNanos
            }
            joined shouldBe took
        }

        test("a shard says which one it is, and is shown, verified and run again as such") {
            val shard = shards("second", 5, *UNEQUAL)[1]
            val text = Documents.toJson(manifest(shard))["shard"].toString()
            text shouldBe "{\"index\":2,\"count\":5}"
            desk.type("show", shard).out shouldContain
                "  shard    2 of 5; to join all: bench merge\n"
            val told = desk.type("verify", shard, "--rerun")
            told.out shouldContain ": sound, shard 2 of 5, "
            told.out shouldContain "run again: the same results"
            told.code shouldBe 0
            desk.type("schema", "validate", "${place(shard)}/suite.json").code shouldBe 0
        }

        test("the same trials twice are fine if they are the same, and a run named twice is one") {
            val runs = shards("twice", 2, *UNEQUAL) + shards("thrice", 3, *UNEQUAL)
            merge(runs + runs, "twice").code shouldBe 0
            manifest("twice").resultsDigest shouldBe manifest("took").resultsDigest
            manifest("twice").totals shouldBe manifest("took").totals
            RunReader.open(place("twice")).summary().rows shouldBe
                RunReader.open(place("took")).summary().rows
        }

        test("missing trials are counted and named, with the shards that nobody named") {
            val runs = shards("gap", 24, *UNEQUAL)
            val told = merge(runs.drop(7), "gap")
            told.code shouldBe 5
            told.err shouldStartWith "error: 7 of 24 trials are missing: "
            told.err shouldContain Regex("(, [a-z0-9/-]+){4} and 2 more; ")
            told.err
                .trim()
                .lines()
                .last() shouldContain
                "; not among these runs are shards 1/24, 2/24, 3/24, 4/24, 5/24 and 2 more"
            Files.exists(place("gap")) shouldBe false
        }

        test("everything that stands against a merge is told at once") {
            File(desk.directory, "moody.bench.kts").writeText(
                """
                functions(sphere, rastrigin)
                dimensions(2)
                seeds(1..6)
                budget(10.evaluations)
                optimizers(
                    RandomSearch(),
                    optimizer("moody") { problem, random ->
                        problem.evaluate(doubleArrayOf(System.nanoTime() % 100_003 * 1e-5, 1.0))
                    },
                )
                """.trimIndent(),
            )
            val runs = shards("bad", 6, "moody.bench.kts") + shards("again", 6, "moody.bench.kts")
            val (damaged, repeated) = runs
            File(place(runs[5]).toFile(), "run.json").delete()
            val histories = File(place(damaged).toFile(), "histories").walk().first { it.isFile }
            histories.writeBytes(histories.readBytes().dropLast(9).toByteArray())
            desk.type("run", *SMALL, "--run-id", "stranger").code shouldBe 0
            val compiled = engineAt(desk.directory).compile(Path.of("moody.bench.kts"))
            val source = Source.of(compiled as Compilation.Compiled)
            interrupted(desk.directory, source, listOf(), Shard(3, 6), "stopped")

            val given =
                listOf(damaged, repeated, "again-2", runs[3], runs[5], "stranger", "stopped")
            val told = merge(given, "bad")
            told.code shouldBe 5
            val lines = told.err.trim().lines()
            lines.forEach { it shouldStartWith "error: " }

            fun about(name: String) =
                lines.single { it.startsWith("error: benchmarks/results/$name: ") }
            about(runs[5]) shouldContain "is no run"
            about("stopped") shouldBe
                "error: benchmarks/results/stopped: is not finished; go on with: bench run " +
                "--resume benchmarks/results/stopped"
            about("stranger") shouldContain ": is of another plan: that of single, full profile, "
            lines.first {
                it.startsWith(
                    "error: benchmarks/results/$damaged: histories/",
                )
            } shouldContain
                "was changed after it was written"
            lines.single { "nondeterminism" in it } shouldContain
                Regex("$repeated and .*again-2: nondeterminism: they hold different results of ")
            lines.last() shouldContain
                Regex(
                    "of 24 trials are missing: .*; not among these runs are shards 1/6, 3/6, 5/6, 6/6",
                )
            Files.exists(place("bad")) shouldBe false
        }

        test("a run that does not keep its suite cannot say what is missing") {
            val single =
                arrayOf("--function", "sphere", "--dim", "2", "--optimizer", "random-search")
            desk.type("run", *single, "--out", "single.json.gz").code shouldBe 0
            val told = merge(listOf("single.json.gz"), "no-merge")
            told.code shouldBe 5
            told.err shouldStartWith "error: None of these runs keeps its suite"
        }

        test("shards of two texts of a suite are strangers, though they plan the same") {
            val suite = desk.suite("talkative")
            val one =
                desk.type(
                    "run",
                    suite,
                    "--quick",
                    "--shard",
                    "1/2",
                    "--run-id",
                    "text-1",
                    "-q",
                )
            one.code shouldBe 0
            File(desk.directory, suite).appendText("// another text\n")
            desk.type("run", suite, "--quick", "--shard", "2/2", "--run-id", "text-2", "-q")
            merge(listOf("text-1", "text-2"), "texts").err shouldContain
                "text-2: was made by another text of talkative.bench.kts than the others\n"
        }

        test("what was split and interrupted is resumed as the shard that it was") {
            val whole = shards("resumed", 3, *UNEQUAL)[2]
            val words = UNEQUAL.toList()
            val selection = (Selectors.read(words) as Selectors.Reading.Selected).selection()
            val source = SingleSuite.of(selection)
            interrupted(desk.directory, source, words, Shard(3, 3), "resumed-copy")
            manifest("resumed-copy").shard shouldBe Shard(3, 3)
            desk.type("run", "--resume", "resumed-copy").code shouldBe 0
            manifest("resumed-copy").resultsDigest shouldBe manifest(whole).resultsDigest
            manifest("resumed-copy").shard shouldBe Shard(3, 3)
            desk.type("run", "--resume", "resumed-copy", "--shard", "1/3").err shouldContain
                "a resumed run keeps its suite, its selection and its shard"
        }

        test("wrong usage is told before anything is done") {
            for (shard in listOf("0/3", "4/3", "1", "1/2/3", "a/b", "1/0")) {
                val told = desk.type("run", *UNEQUAL, "--shard", shard)
                told.code shouldBe 2
                told.err shouldStartWith "error: --shard takes a part and the number of parts"
            }
            desk.type("run", *UNEQUAL, "--shard", "1/25").err shouldBe
                "error: single has 24 trials, which cannot be split into 25 shards\n" +
                "  the most that are possible: --shard I/24\n"
            desk.type("run", *UNEQUAL, "--shard", "1/2", "--out", "x.json.gz").code shouldBe 2
            desk.type("merge", "a").code shouldBe 2
            val told = merge(listOf("a", "b"), "nowhere")
            told.code shouldBe 5
            told.err shouldContain "there is no run a,"
            told.err shouldContain "there is no run b,"
            merge(listOf("whole"), "whole").err shouldContain "exists already"
        }

        test("bench plan shows the trials of a shard, and each trial is in one of them") {
            val plan =
                desk
                    .type("plan", *UNEQUAL, "-q")
                    .out
                    .trim()
                    .lines()
            val parts =
                (1..5).map {
                    desk
                        .type("plan", *UNEQUAL, "-q", "--shard", "$it/5")
                        .out
                        .trim()
                        .lines()
                }
            parts.flatten() shouldContainExactlyInAnyOrder plan
            for (part in parts) part shouldContainExactly plan.filter { it in part }
        }
    })

/** Begins a shard of [source] and stops it after its first trial. */
private fun interrupted(
    directory: File,
    source: Source,
    words: List<String>,
    shard: Shard,
    run: String,
) {
    val selection = (Selectors.read(words) as Selectors.Reading.Selected).selection()
    val plan = (Engine.plan(source, selection) as Planning.Planned).plan()
    val options =
        RunOptions
            .defaults()
            .withWorkers(1)
            .withRunId(run)
            .withOutputDirectory(File(directory, "benchmarks/results").toPath())
    val begun =
        engineAt(directory).begin(source, Engine.part(source, plan, shard), words, options)
    val outcome =
        begun.carryOut(
            object : Listener {
                override fun happened(event: Event) {
                    if (event is Event.TrialFinished) begun.cancel()
                }
            },
        )
    check(outcome is RunOutcome.Interrupted) { "there was nothing left to interrupt" }
}
