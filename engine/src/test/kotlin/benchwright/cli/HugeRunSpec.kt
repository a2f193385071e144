package benchwright.cli

import benchwright.Bounds
import benchwright.artifact.Documents
import benchwright.artifact.Failure
import benchwright.artifact.History
import benchwright.artifact.Stop
import benchwright.artifact.TrialKey
import benchwright.artifact.TrialRecord
import benchwright.history.RunWriter
import benchwright.history.Runs
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import java.io.File
import kotlin.random.Random

private val functions = (1..24).map { "bbob-f$it" }
private val dimensions = listOf(2, 3, 5, 10, 20, 40)

/** A trial as an optimizer might have left it, some 60 improvements long, always the same for the same key. */
private fun record(key: TrialKey): TrialRecord {
    val random = Random(key.hashCode())
    val size = 40 + random.nextInt(40)
    val budget = 10_000L * key.dimension
    var evaluation = 0L
    var value = 100.0 + random.nextDouble() * 1000
    val evaluations = LongArray(size)
    val values = DoubleArray(size)
    for (k in 0 until size) {
        evaluation += 1 + random.nextLong(budget / size - 1)
        value *= 0.5 + 0.4 * random.nextDouble()
        evaluations[k] = evaluation
        values[k] = value - 7.5
    }
    val failed = random.nextInt(500) == 0
    return TrialRecord(
        key,
        Bounds.cube(key.dimension, -5.0, 5.0),
        budget,
        -7.5,
        budget,
        if (failed) Stop.FAILED else Stop.BUDGET,
        if (failed) {
            Failure(
                "exception",
                "Something | <b>went</b> wrong",
            )
        } else {
            TrialRecord.NO_FAILURE
        },
        History(evaluations, values),
        DoubleArray(key.dimension) { random.nextDouble(-5.0, 5.0) },
    )
}

/**
 * Runs of thousands of trials. For one of 10^5: -Dbench.trials=100000, and -Dbench.keep=DIR writes it there and keeps
 * it, to be measured by hand.
 */
class HugeRunSpec :
    FunSpec({
        val trials = Integer.getInteger("bench.trials", 2_000)
        val optimizers = (1..maxOf(1, trials / 33_000)).map { "optimizer-$it" }
        val instances = trials / (optimizers.size * functions.size * dimensions.size)
        val desk = Desk(System.getProperty("bench.keep")?.let { File(it) } ?: tempdir())

        test("every format tells all trials of a run of thousands") {
            val header = Runs.header(optimizers, functions, dimensions, 1..instances)
            val count = header.planOrder().size
            RunWriter.create(desk.directory.toPath(), header, Runs.clock).use { writer ->
                header.planOrder().forEach { writer.append(record(it), Runs.circumstance(it)) }
                Runs.complete(writer)
            }
            val run = header.runId()
            val json = Documents.parse(desk.type("report", run, "--format", "json").out)
            val entry =
                json.jsonObject
                    .getValue("runs")
                    .jsonArray[0]
                    .jsonObject
            entry.getValue("trials").jsonPrimitive.content shouldBe "$count"
            val csv = desk.type("report", run, "--format", "csv").out
            csv.lines().count { ",evaluations,,," in it } shouldBe count
            val markdown = desk.type("report", run).out
            markdown shouldContain "trials, "
            (markdown.toByteArray().size <= 1_000_000) shouldBe true
            val xml = desk.type("report", run, "--format", "junit").out
            Regex("<testcase ").findAll(xml).count() shouldBe
                optimizers.size * functions.size * dimensions.size
        }
    })
