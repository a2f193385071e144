package benchwright.report

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

class QuantitySpec :
    FunSpec({
        test("durations") {
            val cases =
                mapOf(
                    0L to "under 1 ms",
                    1_000_000L to "1 ms",
                    84_000_000L to "84 ms",
                    100_000_000L to "0.10 s",
                    412_000_000L to "0.41 s",
                    9_994_000_000L to "9.99 s",
                    9_996_000_000L to "10.0 s",
                    59_940_000_000L to "59.9 s",
                    59_960_000_000L to "1 min 00 s",
                    125_000_000_000L to "2 min 05 s",
                    3_599_400_000_000L to "59 min 59 s",
                    3_599_600_000_000L to "1 h 00 min",
                    90_000_000_000_000L to "25 h 00 min",
                )
            cases.mapValues { Quantity.duration(it.key) } shouldBe cases
        }

        test("counts") {
            Quantity.count(0) shouldBe "0"
            Quantity.count(999) shouldBe "999"
            Quantity.count(1000) shouldBe "1,000"
            Quantity.count(-1234567) shouldBe "-1,234,567"
            Quantity.count(1, "trial") shouldBe "1 trial"
            Quantity.count(1200, "trial") shouldBe "1,200 trials"
        }

        test("short counts keep three digits") {
            val cases =
                mapOf(
                    7.0 to "7",
                    999.4 to "999",
                    712.5 to "713",
                    9999.4 to "9,999",
                    9999.5 to "10.0k",
                    12_345.0 to "12.3k",
                    999_499.0 to "999k",
                    999_500.0 to "1.00M",
                    4_560_000.0 to "4.56M",
                    Double.POSITIVE_INFINITY to "inf",
                )
            cases.mapValues { Quantity.shortCount(it.key) } shouldBe cases
        }

        test("sizes") {
            Quantity.bytes(312) shouldBe "312 B"
            Quantity.bytes(4_500) shouldBe "4.50 kB"
            Quantity.bytes(12_000_000) shouldBe "12.0 MB"
        }

        test("distances have two digits, targets as few as they need") {
            Quantity.distance(0.03141) shouldBe "3.1e-02"
            Quantity.distance(0.0994) shouldBe "9.9e-02"
            Quantity.distance(0.0996) shouldBe "1.0e-01"
            Quantity.distance(-12345.0) shouldBe "-1.2e+04"
            Quantity.distance(0.0) shouldBe "0"
            Quantity.distance(4.9e-324) shouldBe "4.9e-324"
            Quantity.distance(Double.POSITIVE_INFINITY) shouldBe "inf"
            Quantity.distance(Double.NaN) shouldBe "nan"
            Quantity.target(1e-8) shouldBe "1e-08"
            Quantity.target(2.5e-8) shouldBe "2.5e-08"
        }
    })
