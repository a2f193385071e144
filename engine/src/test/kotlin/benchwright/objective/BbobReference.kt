package benchwright.objective

import io.kotest.assertions.fail
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.double
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import java.util.zip.GZIPInputStream
import kotlin.math.abs

/** A BBOB problem with the values that the reference implementation gives. */
internal class BbobReference(
    private val row: JsonObject,
) {
    val function = row.getValue("f").jsonPrimitive.int
    val dimension = row.getValue("d").jsonPrimitive.int
    val instance = row.getValue("i").jsonPrimitive.int
    val fopt = row.getValue("fopt").jsonPrimitive.double
    val xopt = row["xopt"]?.doubles()
    val points = row.getValue("pts").jsonArray.map { Point(it.jsonObject) }

    fun objective(): Objective = bbob(function).at(dimension, instance)

    override fun toString() = "f$function, $dimension-D, instance $instance"

    class Point(
        point: JsonObject,
    ) {
        val x = point.getValue("x").doubles()
        val y = point.getValue("y").jsonPrimitive.double
    }

    companion object {
        fun read(name: String): List<BbobReference> =
            GZIPInputStream(
                checkNotNull(BbobReference::class.java.getResourceAsStream("/bbob/$name")),
            ).bufferedReader()
                .useLines { lines ->
                    lines.map { BbobReference(Json.parseToJsonElement(it).jsonObject) }.toList()
                }

        private fun JsonElement.doubles() =
            jsonArray.map { it.jsonPrimitive.double }.toDoubleArray()
    }
}

internal fun bbob(function: Int): ObjectiveFamily = Bbob.functions()[function - 1]

internal fun classic(id: String): ObjectiveFamily = Classics.functions().single { it.id() == id }

/** For tolerances that may be zero. */
internal fun Double.shouldLieWithin(
    tolerance: Double,
    expected: Double,
) {
    if (!(abs(this - expected) <= tolerance)) {
        fail("$this lies more than $tolerance from $expected")
    }
}
