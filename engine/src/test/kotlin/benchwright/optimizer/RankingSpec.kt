package benchwright.optimizer

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.property.Arb
import io.kotest.property.arbitrary.element
import io.kotest.property.arbitrary.list
import io.kotest.property.checkAll

class RankingSpec :
    FunSpec({
        test("places come from best to worst, equals in their order, NaN last") {
            val values =
                Arb.element(
                    1.0,
                    2.0,
                    0.0,
                    -0.0,
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY,
                )
            checkAll(300, Arb.list(values, 1..40)) { list ->
                val order = Ranking(list.size).order(list.toDoubleArray()).toList()
                // Numbers by ==, so that −0 and 0 are equals; a stable sort keeps their order.
                val numbers = list.indices.filterNot { list[it].isNaN() }
                val expected =
                    numbers.sortedWith { a, b ->
                        if (list[a] < list[b]) {
                            -1
                        } else if (list[a] > list[b]) {
                            1
                        } else {
                            0
                        }
                    } + list.indices.filter { list[it].isNaN() }
                order shouldContainExactly expected
            }
        }
    })
