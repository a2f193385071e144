package benchwright.stats

import benchwright.stats.Growth.Law
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.shouldBe
import kotlin.math.exp
import kotlin.random.Random

class GrowthSpec :
    FunSpec({
        val laws = Law.entries - Law.UNKNOWN

        fun measured(
            law: Law,
            sizes: DoubleArray,
            start: Double = 0.0,
            noise: Double = 0.01,
            seed: Int = 1,
        ): Growth {
            val random = Random(seed)
            val middle = law.at(sizes[sizes.size / 2])
            return Growth.of(
                sizes,
                sizes.map { size ->
                    val time = 1e6 * (start + law.at(size) / middle)
                    DoubleArray(10) { time * exp(noise * random.nextDouble(-1.7, 1.7)) }
                },
            )
        }

        test("each law is named, with and without a start that takes time") {
            val sizes = doubleArrayOf(100.0, 1000.0, 10_000.0, 100_000.0)
            for (law in laws) {
                for (start in listOf(0.0, 0.3)) {
                    val growth = measured(law, sizes, start)
                    growth.law() shouldBe law
                    growth.confidence() shouldBeGreaterThan 0.9
                    growth.error() shouldBeLessThan 0.02
                }
            }
        }

        test("three sizes are enough where times start from nothing") {
            for (law in laws) {
                measured(law, doubleArrayOf(100.0, 400.0, 1600.0)).law() shouldBe law
            }
        }

        test("three sizes never name a law that is another with a start") {
            for (law in laws) {
                val told =
                    (1..5).map {
                        measured(law, doubleArrayOf(100.0, 1000.0, 10_000.0), 0.3, 0.01, it).law()
                    }
                check(told.all { it == law || it == Law.UNKNOWN }) { "$law: $told" }
            }
        }

        test("two sizes have an exponent and no law, one size has neither") {
            val growth = measured(Law.QUADRATIC, doubleArrayOf(100.0, 1000.0))
            growth.law() shouldBe Law.UNKNOWN
            growth.confidence().isNaN() shouldBe true
            growth.exponent() shouldBe (2.0 plusOrMinus 0.02)
            measured(Law.LINEAR, doubleArrayOf(100.0)).exponent().isNaN() shouldBe true
        }

        test("times that scatter as widely as laws differ name none") {
            val sizes = doubleArrayOf(100.0, 120.0, 140.0, 160.0)
            measured(Law.LINEAR, sizes, noise = 0.3).law() shouldBe Law.UNKNOWN
        }

        test("a law that fits best and fits badly is not told") {
            val times = listOf(140.0, 82.0, 83.0, 113.0).map { doubleArrayOf(it, it * 1.001) }
            val growth = Growth.of(doubleArrayOf(1e3, 3e4, 3e5, 3e6), times)
            growth.law() shouldBe Law.UNKNOWN
            growth.error() shouldBeGreaterThan 0.2
        }

        test("constant, error and exponent are those of numpy's lstsq and scipy's theilslopes") {
            val sizes = doubleArrayOf(10.0, 100.0, 1000.0, 10_000.0)
            val times = listOf(13.0, 118.0, 1040.0, 10_900.0).map { doubleArrayOf(it) }
            val growth = Growth.of(sizes, times)
            growth.law() shouldBe Law.LINEAR
            growth.constant() shouldBe (2.19322552 plusOrMinus 1e-7)
            growth.error() shouldBe (0.054264283385157985 plusOrMinus 1e-12)
            growth.exponent() shouldBe (0.9662165184386088 plusOrMinus 1e-12)
        }

        test("the unit of the times and the order of the sizes change nothing") {
            val sizes = doubleArrayOf(10.0, 100.0, 1000.0, 10_000.0)
            val times = List(4) { i -> DoubleArray(5) { (3.0 + it % 3) * sizes[i] } }
            val growth = Growth.of(sizes, times)
            val scaled = Growth.of(sizes, times.map { it.map { t -> t * 1024 }.toDoubleArray() })
            scaled.law() shouldBe growth.law()
            scaled.confidence() shouldBe growth.confidence()
            val turned = Growth.of(sizes.reversedArray(), times.reversed())
            turned.law() shouldBe growth.law()
            turned.exponent() shouldBe (growth.exponent() plusOrMinus 1e-12)
        }

        test("sizes below 1, twice the same, or without times are refused") {
            val time = doubleArrayOf(1.0)
            shouldThrow<IllegalArgumentException> { Growth.of(doubleArrayOf(0.5), listOf(time)) }
            shouldThrow<IllegalArgumentException> {
                Growth.of(doubleArrayOf(2.0, 2.0), listOf(time, time))
            }
            shouldThrow<IllegalArgumentException> {
                Growth.of(doubleArrayOf(2.0), listOf(doubleArrayOf()))
            }
        }
    })
