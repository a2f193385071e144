package benchwright.optimizer.adapter

import benchwright.RandomSource
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.shouldBe
import kotlin.math.abs

class CommonsEigenSpec :
    FunSpec({
        test("it takes a matrix apart of which it reads the lower triangle") {
            for (n in listOf(1, 2, 7, 40)) {
                val random = RandomSource.of("eigen", "$n")
                val lower =
                    DoubleArray(n * n) {
                        if (it % n <=
                            it / n
                        ) {
                            random.nextGaussian()
                        } else {
                            Double.NaN
                        }
                    }
                val values = DoubleArray(n)
                val b = DoubleArray(n * n)
                CommonsEigen().decompose(lower, n, values, b) shouldBe true
                for (i in 0 until n) {
                    for (j in 0..i) {
                        val entry = (0 until n).sumOf { b[i * n + it] * values[it] * b[j * n + it] }
                        abs(entry - lower[i * n + j]) shouldBeLessThan 1e-12
                        val product = (0 until n).sumOf { b[it * n + i] * b[it * n + j] }
                        abs(product - if (i == j) 1.0 else 0.0) shouldBeLessThan 1e-12
                    }
                }
            }
        }

        test("it says so when a matrix cannot be taken apart") {
            val matrix = doubleArrayOf(1.0, 0.0, 0.0, Double.NaN, 1.0, 0.0, 2.0, 3.0, 1.0)
            CommonsEigen().decompose(matrix, 3, DoubleArray(3), DoubleArray(9)) shouldBe false
        }
    })
