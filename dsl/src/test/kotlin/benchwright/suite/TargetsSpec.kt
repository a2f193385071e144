package benchwright.suite

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

class TargetsSpec :
    FunSpec({
        test("the default targets are the 51 of COCO: 10^(2 − 0.2 i)") {
            val targets = Targets().values()
            targets.size shouldBe 51
            targets.forEachIndexed { i, target ->
                val exact = Math.pow(10.0, 2.0 - 0.2 * i)
                target shouldBe (exact plusOrMinus exact * 1e-14)
            }
        }

        test("both ends are exact, and so is every whole decade") {
            val targets = Targets().values()
            List(11) { targets[5 * it] }
                .shouldContainExactly(1e2, 1e1, 1e0, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8)
        }

        test("targets get harder") {
            val targets = Targets(from = 1e3, to = 1e-3, perDecade = 7).values()
            targets.size shouldBe 43
            targets.toList() shouldBe targets.sortedDescending()
        }

        test("one target is enough") {
            Targets(1e-8, 1e-8, 1).values().toList().shouldContainExactly(1e-8)
        }
    })
