package benchwright.stats

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

/** Table 6 of Demšar 2006: accuracies of C4.5, and of it with m, cf and both tuned; 14 data sets. */
private val ACCURACIES =
    listOf(
        doubleArrayOf(.763, .768, .771, .798),
        doubleArrayOf(.599, .591, .590, .569),
        doubleArrayOf(.954, .971, .968, .967),
        doubleArrayOf(.628, .661, .654, .657),
        doubleArrayOf(.882, .888, .886, .898),
        doubleArrayOf(.936, .931, .916, .931),
        doubleArrayOf(.661, .668, .609, .685),
        doubleArrayOf(.583, .583, .563, .625),
        doubleArrayOf(.775, .838, .866, .875),
        doubleArrayOf(1.0, 1.0, 1.0, 1.0),
        doubleArrayOf(.940, .962, .965, .962),
        doubleArrayOf(.619, .666, .614, .669),
        // Printed as .975 both, but ranked 2 and 3: they are rounded.
        doubleArrayOf(.972, .981, .975, .9749),
        doubleArrayOf(.957, .978, .946, .970),
    )

/** Hollander and Wolfe 1973, p. 140: seconds to round first base in three ways, 22 players. */
private val ROUNDING_TIMES =
    (
        "5.40 5.50 5.55 5.85 5.70 5.75 5.20 5.60 5.50 5.55 5.50 5.40 5.90 5.85 5.70 " +
            "5.45 5.55 5.60 5.40 5.40 5.35 5.45 5.50 5.35 5.25 5.15 5.00 5.85 5.80 5.70 " +
            "5.25 5.20 5.10 5.65 5.55 5.45 5.60 5.35 5.45 5.05 5.00 4.95 5.50 5.50 5.40 " +
            "5.45 5.55 5.50 5.55 5.55 5.35 5.45 5.50 5.55 5.50 5.45 5.25 5.65 5.60 5.40 " +
            "5.70 5.65 5.55 6.30 6.30 6.25"
    ).split(" ")
        .map { it.toDouble() }
        .chunked(3)
        .map { it.toDoubleArray() }

class FriedmanSpec :
    FunSpec({
        test("Demšar's example: ranks, chi squared 9.28 uncorrected, F 3.69 from that") {
            val negated = ACCURACIES.map { row -> DoubleArray(4) { -row[it] } }
            val test = Friedman.of(*negated.toTypedArray())
            test.averageRanks.map { Math.round(it * 1000) / 1000.0 } shouldBe
                listOf(3.143, 2.0, 2.893, 1.964)
            test.uncorrected shouldBe (9.28 plusOrMinus 0.01)
            val f = 13 * test.uncorrected / (14 * 3 - test.uncorrected)
            f shouldBe (3.69 plusOrMinus 0.01)
        }

        test("corrected for ties as R: friedman.test of Hollander and Wolfe's rounding times") {
            val test = Friedman.of(*ROUNDING_TIMES.toTypedArray())
            test.blocks shouldBe 22
            test.statistic shouldBe (11.1428571428571 plusOrMinus 1e-12)
            test.p shouldBe (0.00380504077551136 plusOrMinus 1e-15)
            // F by Iman and Davenport's formula; its probability is R's pf(7.1217391, 2, 42).
            test.imanDavenport shouldBe
                (21 * 11.142857142857 / (44 - 11.142857142857) plusOrMinus 1e-10)
            test.imanDavenportP shouldBe (0.00217129838760752 plusOrMinus 1e-14)
        }

        test("without ties nothing is corrected, and the same order everywhere is infinite in F") {
            val rows = Array(5) { doubleArrayOf(1.0, 2.0, 3.0) }
            val test = Friedman.of(*rows)
            test.statistic shouldBe (10.0 plusOrMinus 1e-12)
            test.uncorrected shouldBe (10.0 plusOrMinus 1e-12)
            test.imanDavenport shouldBe Double.POSITIVE_INFINITY
            test.imanDavenportP shouldBe 0.0
        }

        test("where all are equal, or there is one block, nobody can tell") {
            val equal = Array(3) { doubleArrayOf(1.0, 1.0) }
            Friedman.of(*equal).statistic.isNaN() shouldBe true
            Friedman.of(doubleArrayOf(1.0, 2.0)).p.isNaN() shouldBe true
        }

        test("the critical values of Nemenyi's test as Demšar's table 5 and R's qtukey have them") {
            // qtukey(0.95, 2:30, Inf) / sqrt(2), R 4.2; Demšar prints k = 2 to 10 to three digits.
            val table =
                listOf(
                    1.95996398476621,
                    2.34370058790214,
                    2.56903177742073,
                    2.72777438251855,
                    2.84970544327129,
                    2.94832006072218,
                    3.0308785225952,
                    3.10173045750856,
                    3.16368375350279,
                    3.21865360721682,
                    3.26800392432754,
                    3.31273859319108,
                    3.3536177516813,
                    3.39123028359883,
                    3.4260413792319,
                    3.45842470726825,
                    3.48868479940194,
                    3.51707300887039,
                    3.54379913191965,
                    3.56904003065815,
                    3.5929461380964,
                    3.61564643885859,
                    3.63725233397542,
                    3.65786067616781,
                    3.67755617993183,
                    3.69641335444076,
                    3.71449806802205,
                    3.73186882515789,
                    3.74857781697911,
                )
            val demsar = listOf(1.960, 2.343, 2.569, 2.728, 2.850, 2.949, 3.031, 3.102, 3.164)
            table.forEachIndexed { i, q ->
                Nemenyi.quantile(i + 2, 0.05) shouldBe (q plusOrMinus 1e-5)
                if (i < demsar.size) {
                    Nemenyi.quantile(i + 2, 0.05) shouldBe (demsar[i] plusOrMinus 1e-3)
                }
            }
            Nemenyi.quantile(100, 0.05) shouldBe (4.30248857359077 plusOrMinus 1e-5)
            Nemenyi.quantile(5, 0.10) shouldBe (2.45951576442952 plusOrMinus 1e-5)
        }

        test("the critical difference of Demšar's example: 1.25 for 4 classifiers, 14 data sets") {
            Nemenyi.criticalDifference(4, 14, 0.05) shouldBe (1.25 plusOrMinus 0.005)
        }
    })
