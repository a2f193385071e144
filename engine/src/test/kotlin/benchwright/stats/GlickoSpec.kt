package benchwright.stats

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

class GlickoSpec :
    FunSpec({
        test("Glickman's example: 1500, 200, 0.06 wins one and loses two games") {
            val after =
                Glicko(1500.0, 200.0, 0.06).after(
                    listOf(
                        Glicko.Game(Glicko(1400.0, 30.0, 0.06), 1.0),
                        Glicko.Game(Glicko(1550.0, 100.0, 0.06), 0.0),
                        Glicko.Game(Glicko(1700.0, 300.0, 0.06), 0.0),
                    ),
                )
            after.rating shouldBe (1464.06 plusOrMinus 0.01)
            after.deviation shouldBe (151.52 plusOrMinus 0.01)
            after.volatility shouldBe (0.05999 plusOrMinus 0.00001)
        }

        test("who does not play keeps the rating, and is less sure of it") {
            val after = Glicko(1600.0, 100.0, 0.06).after(listOf())
            after.rating shouldBe 1600.0
            // sqrt(100² + (173.7178 · 0.06)²)
            after.deviation shouldBe (Math.sqrt(10_000 + 10.423068 * 10.423068) plusOrMinus 1e-9)
        }

        test("who always wins is rated above who always loses, as far above as the other below") {
            val ratings = Glicko.rate(2, *Array(20) { doubleArrayOf(1.0, 2.0) })
            (ratings[0].rating - 1500) shouldBe (1500 - ratings[1].rating plusOrMinus 1e-6)
            (ratings[0].rating > 1700) shouldBe true
            val drawn = Glicko.rate(2, *Array(20) { doubleArrayOf(1.5, 1.5) })
            drawn[0].rating shouldBe (1500.0 plusOrMinus 1e-9)
        }
    })
