package benchwright.report.chart

import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldNotContain
import io.kotest.property.Arb
import io.kotest.property.arbitrary.double
import io.kotest.property.checkAll

class UnitSpec :
    FunSpec({
        context("numbers as charts spell them") {
            withData(
                Triple(Unit.COUNT, 1.0, "1"),
                Triple(Unit.COUNT, 999.6, "1k"),
                Triple(Unit.COUNT, 12_345.0, "12.3k"),
                Triple(Unit.COUNT, 2e6, "2M"),
                Triple(Unit.DISTANCE, 1e-8, "10⁻⁸"),
                Triple(Unit.DISTANCE, 3.14e-5, "3.1·10⁻⁵"),
                Triple(Unit.DISTANCE, 12.34, "12.3"),
                Triple(Unit.DISTANCE, 0.0, "0"),
                Triple(Unit.NANOS, 1.5e6, "1.5 ms"),
                Triple(Unit.NANOS, 9.9996e8, "1 s"),
                Triple(Unit.NANOS, 0.25, "0.25 ns"),
                Triple(Unit.BYTES, 1.2e7, "12 MB"),
                Triple(Unit.SHARE, 0.8, "80 %"),
                Triple(Unit.RATIO, 1.5, "1.5×"),
                Triple(Unit.NUMBER, -2.5, "−2.5"),
                Triple(Unit.NUMBER, Double.NaN, "–"),
                Triple(Unit.NUMBER, Double.POSITIVE_INFINITY, "∞"),
            ) { (unit, value, text) -> unit.text(value) shouldBe text }
        }

        test("no number is spelt with an E") {
            checkAll(300, Arb.double()) { value ->
                for (unit in Unit.entries) {
                    if (unit != Unit.COUNT && unit != Unit.BYTES) {
                        unit.text(value) shouldNotContain "E"
                    }
                }
            }
        }
    })
