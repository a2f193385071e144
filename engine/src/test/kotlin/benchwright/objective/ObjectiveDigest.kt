package benchwright.objective

import benchwright.RandomSource

/**
 * One number for the bits of many evaluations: each function in several dimensions and instances, alone and in batches.
 */
internal fun objectiveDigest(): Long {
    var digest = 1L
    for (family in Bbob.functions() + Classics.functions()) {
        val random = RandomSource.of("digest", family.id())
        for (dimension in listOf(2, 3, 5, 10, 20, 40)) {
            val objective = family.at(dimension, dimension % 7 + 1)
            val evaluator = objective.evaluator()
            val points = points(random, objective, 101)
            val values = DoubleArray(101)
            evaluator.evaluateAll(points, 100, values)
            values[100] = evaluator.evaluate(points[100])
            for (value in values) digest = 31 * digest + value.toRawBits()
            digest = 31 * digest + objective.optimum().asDouble.toRawBits()
            for (x in objective.optimalPoint().get()) digest = 31 * digest + x.toRawBits()
        }
    }
    return digest
}

/** Prints the digest several times, so that interpreted and compiled code both have their turn. */
fun main() {
    repeat(5) { println(java.lang.Long.toHexString(objectiveDigest())) }
}
