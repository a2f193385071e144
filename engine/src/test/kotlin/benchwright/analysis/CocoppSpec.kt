package benchwright.analysis

import benchwright.artifact.Stop
import benchwright.artifact.TrialRecord
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.double
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.GZIPInputStream
import kotlin.io.path.readText

private val FOLDER = Path.of("src/test/resources/coco/measures")

private fun trials(): List<TrialRecord> =
    GZIPInputStream(Files.newInputStream(FOLDER.resolve("trials.tsv.gz")))
        .bufferedReader()
        .readLines()
        .filter { !it.startsWith("#") }
        .map { line ->
            val cells = line.split("\t")
            Reviews.record(
                "bipop-cma-es",
                cells[0],
                cells[1].toInt(),
                cells[2].toLong(),
                cells.drop(6).map {
                    it.substringBefore(':').toLong() to
                        it.substringAfter(':').toDouble()
                },
                budget = cells[3].toLong(),
                evaluations = cells[4].toLong(),
                stop = Stop.valueOf(cells[5].uppercase()),
            )
        }

private fun list(
    oracle: JsonObject,
    name: String,
): List<JsonObject> = (oracle.getValue(name) as JsonArray).map { it.jsonObject }

/** What COCO's own post-processing says of the same trials, exported to its format and read by it. */
class CocoppSpec :
    FunSpec({
        val review = Reviews.of(trials(), benchwright.suite.Targets(1e2, 1e-8, 5))
        val oracle = Json.parseToJsonElement(FOLDER.resolve("cocopp.json").readText()).jsonObject

        test("expected running times to all 51 targets are those of cocopp") {
            val rows = review.summary.rows.associateBy { it.function to it.dimension }
            val theirs = list(oracle, "ert")
            theirs.size shouldBe 8
            for (each in theirs) {
                val key =
                    each.getValue("function").jsonPrimitive.content to
                        each.getValue("dimension").jsonPrimitive.int
                val ours = rows.getValue(key).targets.map { it.ert }
                each.getValue("ert").jsonArray.forEachIndexed { i, ert ->
                    if (ert is JsonNull) {
                        ours[i] shouldBe Double.POSITIVE_INFINITY
                    } else {
                        val expected = ert.jsonPrimitive.double
                        ours[i] shouldBe (expected plusOrMinus 1e-9 * expected)
                    }
                }
            }
        }

        test("the distribution of running times over all functions is that of cocopp") {
            for (each in list(oracle, "ecdf")) {
                val dimension = each.getValue("dimension").jsonPrimitive.int
                val pairs = each.getValue("pairs").jsonPrimitive.int
                val hits =
                    each.getValue("hits").jsonArray.map {
                        it.jsonPrimitive.int.toDouble() /
                            dimension
                    }
                val ours =
                    review.distributions.single { it.group == "all" && it.dimension == dimension }
                ours.pairs shouldBe pairs
                (ours.steps.size() > 100) shouldBe true
                ours.steps.points().forEach { (x, share) ->
                    share shouldBe (hits.count { it <= x } / pairs.toDouble() plusOrMinus 1e-12)
                }
            }
        }
    })
