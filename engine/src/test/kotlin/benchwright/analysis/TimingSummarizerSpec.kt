package benchwright.analysis

import benchwright.analysis.TimedCases.case
import benchwright.analysis.TimedCases.command
import benchwright.analysis.TimedCases.forks
import benchwright.analysis.TimedCases.key
import benchwright.analysis.TimedCases.operation
import benchwright.analysis.TimedCases.runs
import benchwright.analysis.TimedCases.timings
import benchwright.artifact.CaseStatus
import benchwright.artifact.Metric
import benchwright.artifact.Outliers
import benchwright.artifact.Samples
import benchwright.artifact.Stage
import benchwright.artifact.Steady
import benchwright.artifact.TimingStatistics
import benchwright.artifact.Timings
import benchwright.suite.Speed
import benchwright.suite.Within
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

private fun summary(
    vararg timings: Timings,
    tolerance: Double = 1e-6,
) = TimingSummarizer.of(
    timings.toList(),
    Speed(timings.map { it.implementation }, Speed.NONE.full, Speed.NONE.quick, Within(tolerance)),
)

class TimingSummarizerSpec :
    FunSpec({
        test("the figures of a command are over its runs") {
            val figures = TimingFigures.of(runs(10.0, 12.0, 11.0), TimingFigures.Kind.COMMAND)
            figures.count shouldBe 3
            figures.median shouldBe 11e6
            figures.mean shouldBe 11e6
            figures.mad shouldBe 1e6
            figures.standardDeviation shouldBe (1e6 plusOrMinus 1e-6)
            figures.p95 shouldBe (11.9e6 plusOrMinus 1.0)
            figures.medianInterval.lower shouldBe 10e6
            figures.relativeError shouldBe (1 / 11.0 plusOrMinus 1e-15)
            figures.outliers shouldBe Outliers(0, 0, 0, 0)
            figures.modality shouldBe "unknown"
        }

        test("the figures of an operation are over its forks, its percentiles over all samples") {
            val samples =
                forks(
                    doubleArrayOf(5.0, 5.0, 50.0),
                    doubleArrayOf(7.0, 7.0, 7.0),
                    doubleArrayOf(6.0),
                )
            val figures = TimingFigures.of(samples, TimingFigures.Kind.OPERATION)
            figures.count shouldBe 3
            figures.median shouldBe 6.0
            figures.greatest shouldBe 7.0
            figures.p50 shouldBe 7.0
            figures.p99 shouldBe (47.42 plusOrMinus 1e-9)
        }

        test("no samples have no figures") {
            TimingFigures.of(Samples.NONE, TimingFigures.Kind.COMMAND) shouldBe
                TimingStatistics.NONE
            TimingFigures.steady(Samples.NONE, TimingFigures.Kind.COMMAND) shouldBe Steady.UNKNOWN
        }

        test("each case has its row: memory, utilization, throughput, stages, metrics") {
            val row =
                summary(
                    timings(
                        command("c"),
                        case(
                            key(500, 2),
                            runs(100.0, 200.0, 300.0, busy = 1.5),
                            stages = listOf(Stage("load", listOf(0.04, 0.06, 0.05))),
                            metrics = listOf(Metric("images", "1/s", listOf(3.0, 5.0, 4.0))),
                        ),
                    ),
                ).rows().single()
            row.peakRssBytes shouldBe 1002
            row.utilization shouldBe (0.75 plusOrMinus 1e-12)
            row.throughput shouldBe (2500.0 plusOrMinus 1e-9)
            row.stages.single().share shouldBe (0.25 plusOrMinus 1e-12)
            row.stages.single().throughput shouldBe (10_000.0 plusOrMinus 1e-9)
            row.metrics.single().median shouldBe 4.0
            row.allocatedBytesPerOperation.isNaN() shouldBe true
            row.relative.value
                .isNaN() shouldBe true
        }

        test("an operation tells what it allocates and how much all its threads do together") {
            val fork = doubleArrayOf(10.0)
            val row =
                summary(
                    timings(operation("o"), case(key(workers = 4), forks(fork, fork))),
                ).rows()[0]
            row.kind shouldBe "operation"
            row.allocatedBytesPerOperation shouldBe 16.0
            row.collections shouldBe 2.0
            row.throughput shouldBe 4e8
            row.utilization.isNaN() shouldBe true
        }

        test("others are told in times of the vanilla implementation, in the same case") {
            val rows =
                summary(
                    timings(
                        command("slow", vanilla = true),
                        case(key(10), runs(40.0, 40.0)),
                        case(key(20), runs(90.0, 90.0)),
                    ),
                    timings(
                        command("fast"),
                        case(key(10), runs(10.0, 10.0)),
                        case(key(20), runs(30.0, 30.0)),
                        case(key(20, 2), runs(18.0, 18.0)),
                        case(key(30), runs(50.0, 50.0)),
                    ),
                ).rows()
            rows.map { it.relative.value }.map { if (it.isNaN()) "none" else "$it" } shouldBe
                listOf("none", "none", "0.25", "${1 / 3.0}", "0.2", "none")
            rows[2].relative.interval.lower shouldBe 0.25
        }

        test("speed-up, efficiency and serial share are over the fewest workers") {
            // Karp and Flatt: a speed-up of 3.2 on 4 workers has (1/3.2 - 1/4) / (1 - 1/4) = 1/12.
            val rows =
                summary(
                    timings(
                        command("c"),
                        case(key(workers = 1), runs(32.0, 32.0)),
                        case(key(workers = 4), runs(10.0, 10.0)),
                    ),
                ).rows()
            rows[0].speedup shouldBe 1.0
            rows[0].serialFraction.isNaN() shouldBe true
            rows[1].speedup shouldBe (3.2 plusOrMinus 1e-12)
            rows[1].efficiency shouldBe (0.8 plusOrMinus 1e-12)
            rows[1].serialFraction shouldBe (1 / 12.0 plusOrMinus 1e-12)
        }

        test("threads of an operation that slow each other down lose efficiency") {
            val rows =
                summary(
                    timings(
                        operation("o"),
                        case(key(workers = 1), forks(doubleArrayOf(10.0))),
                        case(key(workers = 2), forks(doubleArrayOf(12.5))),
                    ),
                ).rows()
            rows[1].speedup shouldBe (1.6 plusOrMinus 1e-12)
            rows[1].efficiency shouldBe (0.8 plusOrMinus 1e-12)
        }

        test("a case that was not measured has a row with its reason and no figures") {
            val row =
                summary(
                    timings(command("c"), case(key(), Samples.NONE, CaseStatus.SKIPPED)),
                ).rows().single()
            row.reason shouldBe "why not"
            row.speedup.isNaN() shouldBe true
            row.statistics shouldBe TimingStatistics.NONE
        }

        test("growth is named for each implementation and number of workers") {
            fun grown(power: Double) =
                listOf(10L, 100L, 1000L, 10_000L)
                    .map {
                        case(
                            key(it),
                            runs(
                                *DoubleArray(5) { i ->
                                    Math.pow(it * 1.0, power) *
                                        (100 + i)
                                },
                            ),
                        )
                    }.toTypedArray()
            val growth =
                summary(timings(command("a"), *grown(1.0)), timings(command("b"), *grown(2.0)))
                    .growth()
            growth.map { it.implementation to it.law } shouldBe listOf("a" to "n", "b" to "n²")
            growth[1].exponent shouldBe (2.0 plusOrMinus 0.05)
            growth[1].sizes shouldBe 4
        }

        test("without sizes nothing grows") {
            summary(timings(command("c"), case(key(), runs(1.0)))).growth().shouldBeEmpty()
        }

        test("implementations that give other numbers are told, and where") {
            fun of(
                id: String,
                vararg result: Double,
                vanilla: Boolean = false,
            ) = timings(
                command(id, vanilla),
                case(key(10), runs(1.0), result = result.toList()),
            )
            val rows =
                summary(
                    of("right", 1.0, 200.0),
                    of("vanilla", 1.0, 200.0, vanilla = true),
                    of("near", 1.0, 200.0001),
                    of("wrong", 1.0, 210.0),
                    of("more", 1.0, 200.0, 3.0),
                    of("mute"),
                ).equivalence()
            rows.map { it.reference }.toSet() shouldBe setOf("vanilla")
            rows.map { it.agrees } shouldBe listOf(true, true, false, false, false)
            rows.map { it.reason } shouldBe
                listOf(
                    "",
                    "",
                    "number 2 is 210.0 where vanilla gives 200.0",
                    "gives 3 numbers where vanilla gives 2",
                    "gives 0 numbers where vanilla gives 2",
                )
            rows[2].at shouldBe 2
            rows[2].largestDifference shouldBe (10 / 210.0 plusOrMinus 1e-12)
            rows[2].compared shouldBe 2
        }

        test("other numbers of workers are no excuse for other numbers") {
            val rows =
                summary(
                    timings(
                        command("c"),
                        case(key(10), runs(1.0), result = listOf(1.0)),
                        case(key(10, 2), runs(1.0), result = listOf(2.0)),
                    ),
                ).equivalence()
            rows.single().agrees shouldBe false
            rows.single().reference shouldBe "c"
        }

        test("who gives no number cannot be believed to agree") {
            val rows =
                summary(
                    timings(command("a"), case(key(), runs(1.0))),
                    timings(command("b"), case(key(), runs(1.0))),
                ).equivalence()
            rows.single().reason shouldBe "neither it nor a gives a number"
        }
    })
