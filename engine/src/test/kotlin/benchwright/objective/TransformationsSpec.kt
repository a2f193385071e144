package benchwright.objective

import benchwright.RandomSource
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import kotlin.math.abs

/** The bends of BBOB's axes against their definitions on StrictMath. */
class TransformationsSpec :
    FunSpec({
        val random = RandomSource.of("transformations")

        test(
            "the oscillation keeps zero and sign, and is the definition as near as its logarithm lets it be",
        ) {
            val values =
                DoubleArray(4000) {
                    random.nextDouble(-1.0, 1.0) *
                        Math.scalb(1.0, it % 120 - 100)
                }
            values[7] = 0.0
            val oscillated = values.clone()
            Oscillation(values.size).apply(oscillated, values.size)
            for (i in values.indices) {
                val expected = oscillated(values[i])
                val allowed = 1e-15 + 6e-16 * abs(StrictMath.log(abs(values[i]) + 1e-300))
                withClue(values[i]) {
                    oscillated[i].shouldLieWithin(allowed * abs(expected), expected)
                }
            }
        }

        test("the asymmetry leaves what is not positive, and is the definition within 1e-14") {
            val dimension = 5
            val values =
                DoubleArray(1000) {
                    random.nextDouble(-1.0, 1.0) *
                        Math.scalb(1.0, it % 60 - 50)
                }
            values[4] = 0.0
            val bent = values.clone()
            Asymmetry(0.5, dimension, 200).apply(bent, values.size)
            for (i in values.indices) {
                val x = values[i]
                val expected =
                    if (x > 0) {
                        StrictMath.pow(x, 1 + 0.5 * (i % dimension) / 4.0 * Math.sqrt(x))
                    } else {
                        x
                    }
                withClue(x) {
                    bent[i].shouldLieWithin(if (x > 0) 1e-14 * expected else 0.0, expected)
                }
            }
        }
    })

private fun oscillated(x: Double): Double {
    if (x == 0.0) return 0.0
    val log = StrictMath.log(abs(x))
    val (c1, c2) = if (x > 0) 10.0 to 7.9 else 5.5 to 3.1
    val waves = StrictMath.sin(c1 * log) + StrictMath.sin(c2 * log)
    return Math.signum(x) * StrictMath.exp(log + 0.049 * waves)
}
