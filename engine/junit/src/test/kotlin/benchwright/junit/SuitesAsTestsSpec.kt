package benchwright.junit

import benchwright.artifact.Verdict
import benchwright.artifact.VerdictState
import benchwright.engine.Comparing
import benchwright.engine.Surroundings
import benchwright.history.BaselineFiles
import benchwright.history.RunReader
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.collections.shouldNotContain
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith
import org.junit.platform.engine.DiscoverySelector
import org.junit.platform.engine.Filter
import org.junit.platform.engine.TestDescriptor
import org.junit.platform.engine.discovery.DiscoverySelectors.selectClass
import org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots
import org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory
import org.junit.platform.engine.discovery.DiscoverySelectors.selectFile
import org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId
import org.junit.platform.engine.discovery.DiscoverySelectors.selectUri
import org.junit.platform.engine.support.descriptor.FileSource
import org.junit.platform.launcher.TagFilter
import org.junit.platform.testkit.engine.EngineExecutionResults
import org.junit.platform.testkit.engine.EngineTestKit
import org.junit.platform.testkit.engine.Event
import org.junit.platform.testkit.engine.EventType
import java.io.File
import java.nio.file.Path
import java.time.Clock
import java.util.Optional

@BenchmarkSuites("suites/good.bench.kts")
internal class Good

@BenchmarkSuites("suites/bad.bench.kts")
internal class Bad

@BenchmarkSuites("nowhere")
internal class Nowhere

@BenchmarkSuites
internal class Usual

internal class Unmarked

private const val GOOD = """title("Good")

val bowl by formula { x -> x.sumOf { it * it } }

functions(sphere, bowl)
dimensions(2, 5)
seeds(1..3)
budget(10.perDimension)
optimizers(RandomSearch(), MantaRay("small", population = 5))

quick {
    dimensions(2, 3)
    seeds(1)
}
"""

// In 3 dimensions it fails, in 4 it takes longer than the limit of the full profile.
private const val BAD = """functions(sphere)
dimensions(4)
seeds(1..3)
budget(10.perDimension)
limit(1.seconds)
val broken = optimizer("broken") { problem, random ->
    if (problem.dimension == 3) error("no third dimension")
    if (problem.dimension == 4) Thread.sleep(1_200)
    problem.evaluate(random.nextPoint(problem.bounds))
}
optimizers(broken)
quick {
    dimensions(2, 3)
    seeds(1..2)
}
"""

private const val WRONG = """functions(sfere)
dimensions(2)
budget(20)
optimizers(RandomSearch())
"""

private const val TIMED = """operations(operation("nothing") { measured { 1.0 } })
"""

/** The platform's own test kit shows what an IDE and a build see. */
class SuitesAsTestsSpec :
    FunSpec({
        val folder = tempdir()
        val cache = tempdir()
        File(folder, "suites").mkdir()
        File(folder, "suites/good.bench.kts").writeText(GOOD)
        File(folder, "suites/bad.bench.kts").writeText(BAD)

        val surroundings =
            Surroundings(
                folder.toPath(),
                mapOf("BENCH_CACHE" to cache.path),
                System.getProperties(),
                Clock.systemUTC(),
                System::nanoTime,
                ProcessBuilder::start,
            )

        fun judge() = BaselineJudge(surroundings)

        fun engine(judge: Judge = Judge.none()) = BenchwrightTestEngine(surroundings, judge)

        fun kit(
            selectors: List<DiscoverySelector>,
            filters: List<Filter<*>>,
            parameters: Map<String, String>,
            engine: BenchwrightTestEngine,
        ) = EngineTestKit
            .engine(engine)
            .selectors(*selectors.toTypedArray())
            .filters(*filters.toTypedArray())
            .configurationParameter("benchwright.classpath", "")
            .configurationParameters(parameters)

        fun run(
            vararg selectors: DiscoverySelector,
            tags: List<String> = listOf(),
            parameters: Map<String, String> = mapOf(),
            engine: BenchwrightTestEngine = engine(),
        ): EngineExecutionResults =
            kit(
                selectors.toList(),
                if (tags.isEmpty()) listOf() else listOf(TagFilter.includeTags(tags)),
                parameters,
                engine,
            ).execute()

        test("a test for each optimizer, function and dimension, and one of the artifact") {
            val results = run(selectClass(Good::class.java))
            val names = results.succeeded()
            names shouldContainExactlyInAnyOrder
                listOf("random-search", "small").flatMap { optimizer ->
                    listOf("sphere", "bowl").flatMap { function ->
                        listOf(2, 3).map { "good/quick/$optimizer/$function/d$it" }
                    }
                } + "good/quick/artifact"
            results.failures().shouldBeEmpty()
            results.allEvents().skipped().count() shouldBe 0L
        }

        test("everything that begins ends, parents around their children") {
            val open = ArrayDeque<TestDescriptor>()
            run(selectClass(Good::class.java)).allEvents().stream().forEach { event ->
                val node = event.testDescriptor
                if (event.type == EventType.STARTED) {
                    node.parent.ifPresent { (it in open) shouldBe true }
                    open.add(node)
                } else if (event.type == EventType.FINISHED) {
                    open.remove(node) shouldBe true
                    node.children.none { it in open } shouldBe true
                }
            }
            open.shouldBeEmpty()
        }

        test("a test leads to the line of the script, and carries the tag of its profile") {
            val tests =
                run(selectClass(Good::class.java))
                    .testEvents()
                    .started()
                    .list()
                    .map { it.testDescriptor }
            val dimension = tests.first { it.displayName == "good/quick/small/sphere/d2" }
            val source = dimension.source.get() as FileSource
            source.file shouldBe File(folder, "suites/good.bench.kts")
            source.position.get().line shouldBe 6
            dimension.tags.map { it.name } shouldBe listOf("benchmark-quick")

            fun line(id: String) =
                tests
                    .flatMap { ancestors(it) }
                    .first { it.uniqueId.lastSegment.value == id }
                    .let { (it.source.get() as FileSource).position.get().line }
            line("small") shouldBe 9
            line("bowl") shouldBe 3
            line("sphere") shouldBe 5
            line("quick") shouldBe 11
        }

        test("the full profile runs when its tag is asked for, and not otherwise") {
            fun profiles(
                vararg tags: String,
                parameters: Map<String, String> = mapOf(),
            ) = run(selectClass(Good::class.java), tags = tags.toList(), parameters = parameters)
                .succeeded()
                .filter { it.endsWith("artifact") }
            profiles() shouldContainExactly listOf("good/quick/artifact")
            profiles("benchmark-quick") shouldContainExactly listOf("good/quick/artifact")
            profiles("benchmark-full") shouldContainExactly listOf("good/full/artifact")
            profiles("benchmark-full | benchmark-quick") shouldContainExactly
                listOf("good/quick/artifact", "good/full/artifact")
            profiles("!slow") shouldContainExactly listOf("good/quick/artifact")
            profiles(parameters = mapOf("benchwright.profiles" to "full")) shouldContainExactly
                listOf("good/full/artifact")
        }

        test("a test that is chosen alone runs its trials and no others") {
            val id =
                "[engine:benchwright]/[class:benchwright.junit.Good]" +
                    "/[suite:suites%2Fgood.bench.kts]/[profile:full]" +
                    "/[optimizer:small]/[function:bowl]/[dimension:5]"
            val results = run(selectUniqueId(id))
            results.succeeded() shouldContainExactly
                listOf("good/full/small/bowl/d5", "good/full/artifact")
            val manifest = RunReader.open(folder.toPath().resolve(results.artifact())).manifest()
            manifest.totals.trials shouldBe 3
            manifest.selection.joinToString(" ") shouldBe
                "--function bowl --dim 5 --optimizer small"
        }

        test("scripts are found by file, address and class path; other classes are left alone") {
            val file = File(folder, "suites/good.bench.kts")
            run(selectFile(file)).succeeded() shouldHaveSize 9
            run(selectUri(file.toURI())).succeeded() shouldHaveSize 9
            val ids = listOf(selectClasspathRoots(setOf(folder.toPath())).single())
            run(*ids.toTypedArray()).succeeded().count { it.startsWith("good") } shouldBe 9
            run(selectClass(Unmarked::class.java)).allEvents().list() shouldHaveSize 2
            run(selectFile(File(folder, "suites/other.kts").apply { writeText("") }))
                .testEvents()
                .list()
                .shouldBeEmpty()
        }

        test("without a name, a class means the folder that suites usually lie in") {
            run(selectClass(Usual::class.java), tags = listOf("benchmark-quick"))
                .succeeded()
                .count { it.startsWith("good/quick") } shouldBe 9
            run(
                selectClass(Usual::class.java),
                parameters = mapOf("benchwright.suites" to "suites/good.bench.kts"),
            ).succeeded() shouldHaveSize 9
        }

        test("the artifact lies below the folder of the build, and is sound") {
            val place = run(selectClass(Good::class.java)).artifact()
            place shouldStartWith "target/benchwright/"
            val run = folder.toPath().resolve(place)
            ArtifactCheck.fault(run, place) shouldBe Optional.empty()
            val summary = run.resolve("summary.json").toFile()
            summary.writeText(summary.readText().replace("\"trials\":", "\"trails\":"))
            ArtifactCheck.fault(run, place).get().apply {
                this shouldStartWith "the artifact $place is not valid; expected schemas, checksums"
                this shouldContain "summary.json: was changed after it was written"
            }
        }

        test("a trial that fails fails its test, which names all of them and the threshold") {
            val results = run(selectClass(Bad::class.java))
            results.succeeded() shouldContainExactlyInAnyOrder
                listOf("bad/quick/broken/sphere/d2", "bad/quick/artifact")
            results.failures().single().lines().apply {
                this[0] shouldBe
                    "2 of 2 trials of broken/sphere/d3 not as expected; the threshold is 0"
                this[1] shouldStartWith
                    "  broken/sphere/d3/i1/s1 failed: exception: " +
                    "java.lang.IllegalStateException: no third dimension (at Bad_bench."
                this[2] shouldStartWith "  broken/sphere/d3/i1/s2 failed: "
            }
        }

        test("trials that a limit leaves out fail the run, and are not green") {
            val results =
                run(
                    selectClass(Bad::class.java),
                    tags = listOf("benchmark-full"),
                    parameters = mapOf("benchwright.workers" to "1"),
                )
            results.succeeded().shouldBeEmpty()
            results.failures().single() shouldBe
                "2 of 3 trials did not fit into the suite's limit of 1 s; the threshold is 0. " +
                "Begin with broken/sphere/d4/i1/s2"
            results.testEvents().aborted().count() shouldBe 1L
        }

        test("an artifact that cannot be written fails its test, and the others are skipped") {
            val file = File(folder, "a-file").apply { writeText("") }
            val results =
                run(
                    selectClass(Good::class.java),
                    parameters = mapOf("benchwright.output-dir" to "${file.path}/runs"),
                )
            results.failures().single() shouldStartWith "the artifact cannot be written: "
            results.succeeded().shouldBeEmpty()
            results.testEvents().skipped().count() shouldBe 8L
        }

        test("a script that does not compile fails with the whole message, whatever the tag") {
            val script = File(tempdir(), "wrong.bench.kts").apply { writeText(WRONG) }
            val once = engine()
            for (tags in listOf(listOf(), listOf("benchmark-quick"), listOf("benchmark-full"))) {
                val results = run(selectFile(script), tags = tags, engine = once)
                val message = results.failures().single()
                message.lines() shouldHaveSize 9
                val shown = message.replace(script.path, "src/test/suites/wrong.bench.kts")
                File(repository, "docs/migrating.md").readText() shouldContain "```\n$shown\n```"
            }
        }

        test("a suite that measures time is skipped, and says where it runs") {
            val script = File(tempdir(), "timed.bench.kts").apply { writeText(TIMED) }
            run(selectDirectory(script.parentFile))
                .testEvents()
                .skipped()
                .list()
                .single()
                .getPayload(String::class.java)
                .get() shouldBe
                "it measures time, which needs a machine to itself: bench run ${script.path}"
        }

        test("a folder without suites is a failing test") {
            run(selectClass(Nowhere::class.java)).failures().single() shouldBe
                "nowhere: there is no such folder (tests run in $folder)\n" +
                "    name the folder of your suites: @BenchmarkSuites(\"src/test/suites\")"
        }

        test("parameters that cannot be are told all at once") {
            run(
                selectClass(Good::class.java),
                parameters =
                    mapOf("benchwright.profiles" to "slow", "benchwright.workers" to "0"),
            ).failures().single() shouldBe
                "benchwright.profiles=slow: there is quick and full, no slow\n" +
                "benchwright.workers=0: a number of workers is 1 or more"
        }

        test("where there is a baseline, its verdict is a test") {
            fun judged(state: VerdictState) =
                run(
                    selectClass(Good::class.java),
                    engine =
                        engine { _, _ ->
                            Optional.of(Verdict(state, listOf("a reason"), listOf()))
                        },
                ).testEvents().list().last { it.type == EventType.FINISHED }
            judged(VerdictState.PASSED).message() shouldBe "SUCCESSFUL"
            judged(VerdictState.FAILED).message() shouldBe "FAILED a reason"
            judged(VerdictState.UNDECIDED).message() shouldBe "ABORTED a reason"
            judged(VerdictState.FAILED).testDescriptor.displayName shouldBe "good/quick/verdict"
        }

        test("the baseline of the suite's name is found, and the run itself is no worse") {
            fun run() = run(selectClass(Good::class.java), engine = engine(judge()))
            val first = run()
            first.testEvents().list().map { it.testDescriptor.displayName } shouldNotContain
                "good/quick/verdict"
            val place = folder.toPath().resolve(first.artifact())
            val baseline =
                Comparing(surroundings).baseline("good", place, Clock.systemUTC().instant(), "")
            BaselineFiles(folder.toPath().resolve("benchmarks/baselines")).write(baseline, false)
            val last = run().testEvents().list().last { it.type == EventType.FINISHED }
            last.testDescriptor.displayName shouldBe "good/quick/verdict"
            last.message() shouldBe "SUCCESSFUL"
        }
    })

private fun ancestors(node: TestDescriptor): List<TestDescriptor> =
    generateSequence(node) { it.parent.orElse(null) }.toList()

private fun Event.message(): String =
    getPayload(org.junit.platform.engine.TestExecutionResult::class.java).get().let { result ->
        "${result.status} ${result.throwable.map { it.message }.orElse("")}".trim()
    }

private fun EngineExecutionResults.succeeded(): List<String> =
    testEvents().succeeded().list().map { it.testDescriptor.displayName }

private fun EngineExecutionResults.failures(): List<String> =
    allEvents().failed().list().map { it.message().removePrefix("FAILED ") }

private fun EngineExecutionResults.artifact(): String =
    allEvents()
        .reportingEntryPublished()
        .list()
        .single()
        .getPayload(org.junit.platform.engine.reporting.ReportEntry::class.java)
        .get()
        .keyValuePairs
        .getValue("artifact")
        .let { Path.of(it).joinToString("/") }
