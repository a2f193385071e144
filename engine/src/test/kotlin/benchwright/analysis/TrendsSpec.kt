package benchwright.analysis

import benchwright.artifact.Alarm
import benchwright.artifact.FinalValues
import benchwright.artifact.Interval
import benchwright.artifact.KnownChange
import benchwright.artifact.SummaryRow
import benchwright.artifact.TargetRow
import benchwright.artifact.Trend
import benchwright.artifact.TrendRun
import benchwright.artifact.TrendSeries
import benchwright.artifact.VerdictState
import benchwright.benchmarks.SyntheticHistory
import benchwright.benchmarks.TrendErrors
import benchwright.suite.Measure
import benchwright.suite.Severity
import benchwright.suite.Threshold
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.ints.shouldBeInRange
import io.kotest.matchers.ints.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.util.SplittableRandom
import kotlin.math.cos
import kotlin.math.exp
import kotlin.math.ln
import kotlin.math.sqrt

class TrendsSpec :
    FunSpec({
        fun trend(
            runs: List<SummarizedRun>,
            known: List<KnownChange> = listOf(),
            settings: TrendSettings = TrendSettings.DEFAULTS,
        ): Trend = Trends.of(runs, listOf(), known, settings)

        /** Times in nanoseconds of one operation, with 3 % of noise. */
        fun times(
            runs: Int,
            seed: Long = 1,
            level: (Int) -> Double,
        ): DoubleArray {
            val random = SplittableRandom(seed)
            return DoubleArray(runs) {
                val radius = sqrt(-2 * ln(1 - random.nextDouble()))
                val z = radius * cos(2 * Math.PI * random.nextDouble())
                1e6 * level(it) * exp(0.03 * z)
            }
        }

        fun settings(limits: TrendLimits) =
            TrendSettings(setOf(TrendMeasure.TIME), listOf(), listOf(), listOf(), setOf(), limits)

        fun one(
            values: DoubleArray,
            known: List<KnownChange> = listOf(),
        ) = trend(SyntheticHistory.of(values), known).series.single()

        test("pure noise in 50 series over 100 runs raises no alarm, whichever its kind") {
            var alarms = 0
            for (noise in listOf("GAUSSIAN", "HEAVY_TAILED", "SPIKES", "AR_3", "AR_5")) {
                val trend = trend(SyntheticHistory.of(*TrendErrors.pure(noise, 100, 7)))
                alarms += if (trend.series.any { it.alarm != Alarm.NONE }) 1 else 0
            }
            alarms shouldBeLessThanOrEqual 0
        }

        test("a step of 10 % is found eight runs after it, with the commits that it lies between") {
            val series = one(times(58) { if (it < 50) 1.0 else 1.1 })
            series.alarm shouldBe Alarm.STEP
            val change = series.changes.single()
            change.at shouldBeInRange 48..52
            change.worse shouldBe (0.1 plusOrMinus 0.03)
            change.lastGood shouldBe SyntheticHistory.run(change.at - 1).commit.sha
            change.firstBad shouldBe SyntheticHistory.run(change.at).commit.sha
            series.reason shouldContain "since the run ${SyntheticHistory.run(change.at).runId}"
        }

        test("an improvement alarms nobody, and time run backwards swaps the signs") {
            val slower = times(60) { if (it < 40) 1.0 else 1.2 }
            val faster = one(slower.reversedArray())
            faster.alarm shouldBe Alarm.NONE
            faster.changes.single().worse shouldBe
                (1 / (1 + one(slower).changes.single().worse) - 1 plusOrMinus 1e-9)
        }

        test("a creep of 1 % a run alarms within 15 runs, after a quiet time") {
            val series = one(times(65) { if (it < 50) 1.0 else 1 + 0.01 * (it - 49) })
            check(series.alarm != Alarm.NONE)
        }

        test("steps that are small one by one alarm against the best level of the window") {
            val series = one(times(100) { 1 + 0.04 * (it / 20) })
            series.alarm shouldBe Alarm.CREEP
            series.reason shouldContain "crept to"
            series.worse shouldBe (0.16 plusOrMinus 0.04)
        }

        test("scaling a series changes no alarm") {
            val values = times(70) { if (it < 50) 1.0 else 1.12 }
            val small = one(values)
            val large = one(values.map { it * 1024 }.toDoubleArray())
            large.alarm shouldBe small.alarm
            large.changes.map { it.at } shouldBe small.changes.map { it.at }
        }

        test("a constant series beside the others changes little, and is itself no alarm") {
            val values = times(70) { if (it < 50) 1.0 else 1.12 }
            val both = trend(SyntheticHistory.of(values, DoubleArray(70) { 5.0 }))
            both.series.map { it.alarm } shouldBe listOf(Alarm.STEP, Alarm.NONE)
        }

        test("another machine, another JVM or a note begins a series anew without alarm") {
            val values = times(60) { if (it < 30) 1.0 else 1.5 }

            fun moved(change: (TrendRun) -> TrendRun) =
                SyntheticHistory.of(values).mapIndexed { i, run ->
                    if (i < 30) run else SummarizedRun(change(run.run()), run.summary())
                }
            val machine = trend(moved { it.copy(fingerprint = "f".repeat(16)) }).series.single()
            machine.alarm shouldBe Alarm.NONE
            machine.known.single().kind shouldBe "machine"
            val jvm = trend(moved { it.copy(jvm = "25.0.1") }).series.single()
            jvm.alarm shouldBe Alarm.NONE
            jvm.known.single().text shouldBe "JVM 25.0.1"
            val note = KnownChange("2026-01-31", "", "wider numbers", "time/*", "accepted")
            val noted = one(values, listOf(note))
            noted.alarm shouldBe Alarm.NONE
            noted.known.single().at shouldBe 30
            one(values, listOf(note.copy(series = "memory/*"))).alarm shouldBe Alarm.STEP
            val commit =
                KnownChange(
                    "",
                    SyntheticHistory
                        .run(30)
                        .commit.sha
                        .take(40),
                    "as wanted",
                )
            one(values, listOf(commit)).alarm shouldBe Alarm.NONE
            val never = KnownChange("", "ffffffff", "never")
            val absent = trend(SyntheticHistory.of(values), listOf(never))
            absent.notes.single() shouldContain "none of these runs is of"
        }

        test("machines that take turns have a series each, and each can alarm") {
            val noise = times(60) { (1 + 0.7 * (it % 2)) * if (it < 40) 1.0 else 1.3 }
            val runs =
                SyntheticHistory.of(noise).mapIndexed { i, run ->
                    val machine = "${i % 2}".repeat(16)
                    SummarizedRun(run.run().copy(fingerprint = machine), run.summary())
                }
            val series = trend(runs).series
            series.map { it.id }.sorted() shouldBe
                listOf("time/operation-0@00000000", "time/operation-0@11111111")
            series.map { it.alarm } shouldBe listOf(Alarm.STEP, Alarm.STEP)
            series.flatMap { it.known }.shouldBeEmpty()
            val note = KnownChange("2026-02-10", "", "as wanted", "time/operation-0")
            trend(runs, listOf(note)).series.count { it.alarm != Alarm.NONE } shouldBe 0
        }

        test("what has not been measured for twelve runs alarms no more") {
            val slower = times(60) { if (it < 20) 1.0 else 1.5 }
            val gone = SyntheticHistory.of(times(60) { 1.0 }, slower)

            fun until(last: Int) =
                trend(
                    gone.mapIndexed { i, run ->
                        if (i <= last) {
                            run
                        } else {
                            val one = run.summary()
                            SummarizedRun(run.run(), one.copy(timings = one.timings.take(1)))
                        }
                    },
                )
            until(48).series.count { it.alarm != Alarm.NONE } shouldBe 1
            val ended = until(47)
            ended.series.count { it.alarm != Alarm.NONE } shouldBe 0
            ended.notes.single() shouldContain "1 of 2 series have no value in the newest 12 runs"
        }

        test("a suite's thresholds take the place of the defaults, and those asked for of both") {
            val runs = SyntheticHistory.of(times(58) { if (it < 50) 1.0 else 1.1 })

            fun judged(
                suite: List<Threshold>,
                asked: Map<TrendMeasure, TrendLimits.Limit> = mapOf(),
            ): TrendSeries {
                val limits = TrendLimits(asked, mapOf("speed" to suite))
                val all = trend(runs, settings = settings(limits))
                return all.series.single()
            }
            val fails = Threshold(Measure.TIME, 30.0, Severity.FAIL, listOf())
            val warns = Threshold(Measure.TIME, 3.0, Severity.WARN, listOf())
            judged(listOf(fails)).alarm shouldBe Alarm.NONE
            val both = judged(listOf(fails, warns))
            both.alarm shouldBe Alarm.STEP
            both.severity shouldBe "warn"
            both.limit shouldBe 0.03
            val another = warns.copy(of = listOf("another"))
            judged(listOf(another)).limit shouldBe Double.POSITIVE_INFINITY
            judged(listOf(warns.copy(measure = Measure.MEMORY))).severity shouldBe "fail"
            val asked = mapOf(TrendMeasure.TIME to TrendLimits.Limit(0.04, Severity.FAIL))
            judged(listOf(fails), asked).severity shouldBe "fail"
        }

        test("a slope is told with the day on which it crosses the limit, inside its interval") {
            val sawtooth = { run: Int -> if (run % 2 == 0) 1.0005 else 0.9995 }
            val series = one(DoubleArray(20) { 1e6 * (1 + 0.002 * it) * sawtooth(it) })
            series.alarm shouldBe Alarm.NONE
            val forecast = series.forecasts.single()
            // 5 % above the start at 2,000 ppm a run: at the place 25, six runs after the last.
            forecast.runs shouldBe (6.0 plusOrMinus 1.5)
            check(forecast.interval.lower <= forecast.runs)
            check(forecast.runs <= forecast.interval.upper)
            check(forecast.earliest <= forecast.date && forecast.date <= forecast.latest)
            one(DoubleArray(9) { 1e6 * (1 + 0.002 * it) }).forecasts.shouldBeEmpty()
        }

        test("a history that is too short is undecided, not passed") {
            val trend = trend(SyntheticHistory.of(times(5) { 1.0 }))
            trend.verdict.state shouldBe VerdictState.UNDECIDED
            trend.notes.single() shouldContain "cannot alarm yet"
        }

        fun optimizers(vararg erts: Double): List<SummarizedRun> =
            erts.mapIndexed { i, ert ->
                val reached = if (ert.isInfinite()) 0 else 3
                val targets =
                    listOf(
                        TargetRow(10.0, 20.0, 3, Interval.UNKNOWN, Double.NaN),
                        TargetRow(1e-8, ert, reached, Interval.UNKNOWN, Double.NaN),
                    )
                val row =
                    SummaryRow(
                        "cma-es",
                        "sphere",
                        2,
                        3,
                        0,
                        3,
                        1.0,
                        Interval.UNKNOWN,
                        Interval.UNKNOWN,
                        1_500,
                        targets,
                        FinalValues(0.0, 0.0, 0.0, 0.0, 0.0),
                        0.9,
                    )
                SummarizedRun(
                    SyntheticHistory.run(i),
                    benchwright.artifact.Summary.of("x", listOf(row)),
                )
            }

        test("counts of evaluations know no noise: one run is enough, on whatever machine") {
            val runs =
                optimizers(500.0, 500.0, 600.0).mapIndexed { i, run ->
                    SummarizedRun(run.run().copy(fingerprint = "$i".repeat(16)), run.summary())
                }
            val series = trend(runs).series.first { it.measure == "expected-runtime" }
            series.alarm shouldBe Alarm.STEP
            series.target shouldBe 1e-8
            series.changes.single().at shouldBe 2
            series.known.shouldBeEmpty()
            val last = runs.last()
            val other = SummarizedRun(last.run().copy(planDigest = "other"), last.summary())
            val replanned = trend(runs.dropLast(1) + other).series
            replanned.first { it.measure == "expected-runtime" }.alarm shouldBe Alarm.NONE
        }

        test("a target that is not reached any more is infinitely worse") {
            val series =
                trend(optimizers(500.0, 500.0, Double.POSITIVE_INFINITY))
                    .series
                    .first { it.measure == "expected-runtime" }
            series.alarm shouldBe Alarm.STEP
            series.worse shouldBe Double.POSITIVE_INFINITY
        }

        test("selectors choose series, and limits how much worse they may be") {
            val runs = SyntheticHistory.of(times(58) { if (it < 50) 1.0 else 1.1 })
            val half = TrendLimits.Limit(0.5, Severity.FAIL)
            val wide =
                TrendSettings(
                    setOf(TrendMeasure.TIME),
                    listOf(),
                    listOf("operation-*"),
                    listOf(),
                    setOf(),
                    TrendLimits(mapOf(TrendMeasure.TIME to half), mapOf()),
                )
            val series = trend(runs, settings = wide).series
            series shouldHaveSize 1
            series.single().alarm shouldBe Alarm.NONE
            val none =
                TrendSettings(
                    setOf(TrendMeasure.TIME),
                    listOf(),
                    listOf("x*"),
                    listOf(),
                    setOf(),
                    TrendLimits.DEFAULTS,
                )
            trend(runs, settings = none).series.shouldBeEmpty()
        }
    })
