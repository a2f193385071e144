package benchwright

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeUnique
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.comparables.shouldBeLessThan
import io.kotest.matchers.doubles.shouldBeBetween
import io.kotest.matchers.ranges.shouldBeIn
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.int
import io.kotest.property.checkAll

/** The vectors were computed by an independent program. */
class RandomSourceSpec :
    FunSpec({
        fun vector() =
            RandomSource.of(
                "benchwright-stream-v1",
                "quick",
                "sphere",
                "10",
                "1",
                "42",
                "CMA-ES",
                "optimizer",
            )

        test("the first longs are those of xoshiro256** keyed by SHA-256") {
            val random = vector()
            List(3) { java.lang.Long.toHexString(random.nextLong()) }
                .shouldContainExactly("62a77e20f2371f4f", "73fc527d92f67a14", "fc728823a9c3515e")
        }

        test("doubles are the upper 53 bits") {
            val random = vector()
            List(3) { random.nextDouble() }
                .shouldContainExactly(
                    0.38536823562955325,
                    0.4530688816621139,
                    0.9861226164882855,
                )
        }

        test("gaussians are those of the polar method") {
            val random = vector()
            List(3) { random.nextGaussian() }
                .shouldContainExactly(
                    -2.1864012359010667,
                    -0.8951293360937518,
                    -0.6568153987553055,
                )
        }

        test("a million gaussians have the known digest on every JVM") {
            val random = vector()
            var digest = 1L
            repeat(1_000_000) { digest = digest * 31 + random.nextGaussian().toRawBits() }
            java.lang.Long.toHexString(digest) shouldBe "ce298cc1b90344be"
        }

        test("a stream depends on where its parts begin and end") {
            listOf(
                RandomSource.of("ab", "c"),
                RandomSource.of("a", "bc"),
                RandomSource.of("abc"),
                RandomSource.of("abc", ""),
                RandomSource.of("", "abc"),
            ).map { it.nextLong() }.shouldBeUnique()
        }

        test("parts are UTF-8") {
            RandomSource.of("ü").nextLong() shouldNotBe RandomSource.of("u").nextLong()
        }

        test("a bounded int lies below its bound") {
            checkAll(Arb.int(1..Int.MAX_VALUE)) { bound ->
                RandomSource.of("$bound").nextInt(bound) shouldBeIn 0..<bound
            }
        }

        test("bounded ints are unbiased where a plain remainder is not") {
            // Of 2^31 bits, a remainder by 3 · 2^29 would hit the first third twice as often.
            val random = RandomSource.of("bias")
            val bound = 3 shl 29
            val draws = 30_000
            val low = (1..draws).count { random.nextInt(bound) < bound / 3 }
            (low.toDouble() / draws).shouldBeBetween(1.0 / 3, 1.0 / 3, 0.015)
        }

        test("bounded ints of a small bound are uniform (chi square, 9 degrees of freedom)") {
            val random = RandomSource.of("uniform")
            val counts = IntArray(10)
            repeat(100_000) { counts[random.nextInt(10)]++ }
            counts.sumOf { (it - 10_000.0) * (it - 10_000.0) / 10_000.0 } shouldBeLessThan 27.88
        }

        test("no bound below 1") {
            shouldThrow<IllegalArgumentException> { vector().nextInt(0) }
            shouldThrow<IllegalArgumentException> { vector().nextInt(-1) }
        }

        test("a shuffle keeps all items, and all orders are as likely") {
            val counts = mutableMapOf<List<Int>, Int>()
            val random = RandomSource.of("shuffle")
            repeat(60_000) {
                val items = intArrayOf(1, 2, 3)
                random.shuffle(items)
                counts.merge(items.toList(), 1, Int::plus)
            }
            counts.size shouldBe 6
            counts.values.sumOf { (it - 10_000.0) * (it - 10_000.0) / 10_000.0 } shouldBeLessThan
                20.52
        }

        test("a shuffle draws from the last place down") {
            val random = RandomSource.of("order")
            val same = RandomSource.of("order")
            val items = IntArray(5) { it }
            random.shuffle(items)
            val expected = IntArray(5) { it }
            for (i in 4 downTo 1) {
                val j = same.nextInt(i + 1)
                expected[i] = expected[j].also { expected[j] = expected[i] }
            }
            items.toList() shouldBe expected.toList()
        }

        test("a point lies in its box, its first coordinate drawn first") {
            val bounds = Bounds(doubleArrayOf(-1.0, 10.0), doubleArrayOf(1.0, 20.0))
            val same = RandomSource.of("point")
            val point = RandomSource.of("point").nextPoint(bounds)
            (point in bounds) shouldBe true
            point.toList() shouldBe listOf(same.nextDouble(-1.0, 1.0), same.nextDouble(10.0, 20.0))
        }

        test("gaussians have mean 0 and variance 1") {
            val random = RandomSource.of("moments")
            val draws = DoubleArray(100_000) { random.nextGaussian() }
            draws.average().shouldBeBetween(0.0, 0.0, 0.02)
            draws.map { it * it }.average().shouldBeBetween(1.0, 1.0, 0.03)
        }
    })
