package benchwright.stats

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.shouldBe
import kotlin.math.exp
import kotlin.random.Random

class FalseDifferenceSpec :
    FunSpec({
        test("a machine that grows slower shows a false difference by blocks and none in turns") {
            // Each launch takes 1 % longer than the one before it.
            val drift = DoubleArray(40) { Math.pow(1.01, it.toDouble()) }
            val found = FalseDifference.of(*drift)
            found.side() shouldBe 10
            // The medians of two blocks of ten are ten launches apart.
            found.block() shouldBe (Math.pow(1.01, 10.0) - 1 plusOrMinus 1e-3)
            found.paired() shouldBe (0.0 plusOrMinus 1e-12)
        }

        test("spread and median are those of all launches") {
            val found = FalseDifference.of(*DoubleArray(12) { if (it % 2 == 0) 90.0 else 110.0 })
            found.median() shouldBe 100.0
            found.spread() shouldBe (0.1044466 plusOrMinus 1e-6)
            found.side() shouldBe 3
        }

        test("the sign test needs 6 of 6, 9 of 10, 21 of 30") {
            // Its two-sided tails: 2/64 = 3.1 %, 22/1024 = 2.1 %, 4.3 %; one less is over 5 %.
            FalseDifference.needed(6) shouldBe 6
            FalseDifference.needed(10) shouldBe 9
            FalseDifference.needed(30) shouldBe 21
            shouldThrow<IllegalArgumentException> { FalseDifference.needed(5) }
        }

        test("the smallest slowdown that is found is found four times in five") {
            val random = Random(11)

            fun launches(count: Int) = DoubleArray(count) { exp(random.nextDouble(-0.2, 0.2)) }
            val found = FalseDifference.of(*launches(4000))
            for (pairs in listOf(6, 10, 30)) {
                val slowdown = 1 + found.detectable(pairs)
                val seen =
                    (1..2000).count {
                        val a = launches(pairs)
                        val b = launches(pairs)
                        (0 until pairs).count { i -> b[i] * slowdown > a[i] } >=
                            FalseDifference.needed(pairs)
                    }
                seen / 2000.0 shouldBe (0.8 plusOrMinus 0.04)
            }
            found.detectable(30) shouldBeLessThan found.detectable(10)
            found.detectable(10) shouldBeLessThan found.detectable(6)
        }

        test("fewer than twelve launches say nothing") {
            val found = FalseDifference.of(*DoubleArray(11) { 1.0 + it })
            found.block().isNaN() shouldBe true
            found.detectable(6).isNaN() shouldBe true
            FalseDifference.of(1.0).spread().isNaN() shouldBe true
        }
    })
