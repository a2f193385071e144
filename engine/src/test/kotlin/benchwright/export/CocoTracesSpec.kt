package benchwright.export

import benchwright.Bounds
import benchwright.artifact.Circumstance
import benchwright.artifact.Documents
import benchwright.artifact.History
import benchwright.artifact.Stop
import benchwright.artifact.TrialKey
import benchwright.artifact.TrialRecord
import benchwright.objective.Bbob
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import java.io.File
import java.util.zip.GZIPInputStream

/**
 * What COCO's own logger wrote of random search (numbbo/coco-experiment 2.8.3-dev4, BSD-3-Clause): which evaluations, and
 * which best distance. The points come from the generator that those runs used.
 */
internal class CocoTrace(
    json: JsonObject,
) {
    private val number = { name: String -> (json.getValue(name) as JsonPrimitive).content.toInt() }
    private val numbers = { name: String ->
        (json.getValue(name) as JsonArray).map { (it as JsonPrimitive).content.toDouble() }
    }
    val function = number("f")
    val dimension = number("d")
    val instance = number("i")
    val budget = number("budget")
    val byTarget = numbers("dat_evals").map { it.toLong() }
    val distances = numbers("dat_best_df")
    val byEvaluationCount = number("tdat_evals_n")
    val byEvaluation = if ("tdat_evals" in json) numbers("tdat_evals").map { it.toLong() } else null

    override fun toString() = "f$function in $dimension-D"

    /** The same search, on our function. */
    fun record(): TrialRecord {
        val objective = Bbob.functions()[function - 1].at(dimension, instance)
        val evaluator = objective.evaluator()
        var state = function * 1_000_003L + dimension * 10_007L + instance * 101L + 1

        fun draw(): Double {
            state = state * 6364136223846793005L + 1442695040888963407L
            return Math.scalb((state ushr 11).toDouble(), -53)
        }
        repeat(10) { draw() }
        val evaluations = mutableListOf<Long>()
        val values = mutableListOf<Double>()
        for (evaluation in 1L..budget) {
            val value = evaluator.evaluate(DoubleArray(dimension) { -5.0 + 10.0 * draw() })
            if (values.isEmpty() || value < values.last()) {
                evaluations += evaluation
                values += value
            }
        }
        return TrialRecord(
            TrialKey("rs", objective.id(), dimension, instance, 1),
            Bounds.cube(dimension, -5.0, 5.0),
            budget.toLong(),
            objective.optimum().asDouble,
            budget.toLong(),
            Stop.BUDGET,
            TrialRecord.NO_FAILURE,
            History(evaluations.toLongArray(), values.toDoubleArray()),
            DoubleArray(dimension),
        )
    }

    companion object {
        val all: List<CocoTrace> by lazy {
            val stream =
                CocoTrace::class.java.getResourceAsStream(
                    "/coco/bbob-random-search-traces.jsonl.gz",
                )
            GZIPInputStream(stream).bufferedReader().useLines { lines ->
                lines.map { CocoTrace(Documents.parse(it) as JsonObject) }.toList()
            }
        }
    }
}

class CocoTracesSpec :
    FunSpec({
        test("the same lines as COCO's logger, on 24 functions in 6 dimensions") {
            CocoTrace.all.size shouldBe 144
            for (trace in CocoTrace.all) {
                val record = trace.record()
                val lines = CocoTriggers.byTarget(record)
                "$trace: ${lines.map { it.evaluation() }}" shouldBe "$trace: ${trace.byTarget}"
                lines.zip(trace.distances).forEach { (line, distance) ->
                    val ours = line.best() - record.optimum
                    // Ten digits were printed.
                    ours shouldBe (distance plusOrMinus 1e-9 * distance + 1e-12)
                }
            }
        }

        test("the same evaluations that depend on nothing but the dimension") {
            for (trace in CocoTrace.all) {
                val lines = CocoTriggers.byEvaluation(trace.record()).map { it.evaluation() }
                lines.size shouldBe trace.byEvaluationCount
                trace.byEvaluation?.let { lines shouldBe it }
            }
        }

        test("the files read back line by line as COCO wrote them") {
            val folder = tempdir()
            val export = CocoExport(folder.toPath(), "0.1.0")
            val traces = CocoTrace.all.sortedBy { it.function }
            traces.forEach { export.add(it.record(), Circumstance(0, 0, 0)) }
            export.finish()
            for (trace in traces) {
                val f = "f${trace.function}"
                val name = "data_$f/bbobexp_${f}_DIM${trace.dimension}"
                val dat = File(folder, "rs/$name.dat").readLines()
                dat[0].startsWith("% f evaluations | g evaluations | best noise-free") shouldBe true
                dat.drop(1).map { it.split(" ")[0].toLong() } shouldBe trace.byTarget
                dat.drop(1).forEach { it.split(" ")[1] shouldBe "0" }
                File(folder, "rs/$name.tdat").readLines().size shouldBe trace.byEvaluationCount + 1
            }
        }
    })
