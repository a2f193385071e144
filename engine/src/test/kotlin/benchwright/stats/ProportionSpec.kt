package benchwright.stats

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import org.apache.commons.math3.distribution.BetaDistribution

class ProportionSpec :
    FunSpec({
        test("Wilson's interval of 81 in 263, Newcombe's example, is 0.2553 to 0.3662") {
            val range = Proportion(81, 263).wilson()
            range.lower() shouldBe (0.2553 plusOrMinus 5e-5)
            range.upper() shouldBe (0.3662 plusOrMinus 5e-5)
        }

        test("the exact interval of 81 in 263, Newcombe's example, is 0.2527 to 0.3676") {
            val range = Proportion(81, 263).clopperPearson()
            range.lower() shouldBe (0.2527 plusOrMinus 5e-5)
            range.upper() shouldBe (0.3676 plusOrMinus 5e-5)
        }

        test("none of n leaves 1 - (0.025)^(1/n) open, and 0 exactly at the other end") {
            val range = Proportion(0, 10).clopperPearson()
            range.lower() shouldBe 0.0
            range.upper() shouldBe (1 - Math.pow(0.025, 0.1) plusOrMinus 1e-14)
            Proportion(10, 10).clopperPearson().upper() shouldBe 1.0
            Proportion(10, 10).wilson().upper() shouldBe 1.0
            Proportion(0, 10).wilson().lower() shouldBe 0.0
        }

        test("the exact interval is that of the beta distribution") {
            for (trials in listOf(1, 2, 3, 15, 51, 1000)) {
                for (successes in setOf(0, 1, trials / 3, trials / 2, trials - 1, trials)) {
                    val range = Proportion(successes, trials).clopperPearson()
                    if (successes > 0) {
                        val beta =
                            BetaDistribution(null, successes + 0.0, trials - successes + 1.0, 1e-14)
                        range.lower() shouldBe
                            (beta.inverseCumulativeProbability(0.025) plusOrMinus 1e-11)
                    }
                    if (successes < trials) {
                        val beta =
                            BetaDistribution(null, successes + 1.0, trials - successes + 0.0, 1e-14)
                        range.upper() shouldBe
                            (beta.inverseCumulativeProbability(0.975) plusOrMinus 1e-11)
                    }
                }
            }
        }

        test("more successes than trials are refused") {
            shouldThrow<IllegalArgumentException> { Proportion(2, 1) }
        }
    })
