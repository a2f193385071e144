package benchwright.pair

import benchwright.analysis.PairRules
import benchwright.artifact.CaseKey
import benchwright.artifact.Conditions
import benchwright.artifact.PairedCase
import benchwright.artifact.Sides
import benchwright.measure.Reading
import benchwright.measure.Subject
import benchwright.plan.TimingCase
import benchwright.suite.Command
import benchwright.suite.NoTolerance
import benchwright.suite.Timing
import benchwright.suite.Tolerance
import benchwright.suite.Within
import benchwright.timing.Circumstances
import benchwright.timing.MeasuringTurn
import benchwright.timing.Subjects
import benchwright.timing.TimingListener
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.time.Duration
import java.util.Optional
import java.util.function.Consumer

private fun case(id: String) =
    TimingCase(
        Command(id, id, ".", listOf(), listOf(), id, listOf(), "", mapOf(), false),
        CaseKey("", 0, 1, 0),
    )

/** A reading of so many nanoseconds, whose result is its own number. */
private fun taken(
    nanos: Double,
    result: List<Double> = listOf(1.0),
) = Reading.Taken(
    listOf(nanos),
    listOf(),
    listOf(nanos / 2),
    listOf(nanos / 2),
    listOf(1L shl 20),
    listOf(),
    listOf(),
    listOf(),
    listOf(),
    listOf(),
    result,
)

/** Reads what it is told to; the clock advances with what was read. */
private class Bench(
    val base: (id: String, count: Int) -> Reading,
    val head: (id: String, count: Int) -> Reading,
    val unbuildable: String = "",
) {
    val order = StringBuilder()
    var now = 0L
    var closed = 0
    var held = false

    private inner class Side(
        val letter: String,
        val read: (String, Int) -> Reading,
    ) : Subjects {
        override fun prepare(
            cases: Collection<TimingCase>,
            listener: TimingListener,
        ): Optional<String> =
            if (unbuildable == letter) Optional.of("it does not build") else Optional.empty()

        override fun subject(each: TimingCase) =
            Subjects.Made.Ready(
                object : Subject {
                    var count = 0

                    override fun read(kept: Boolean): Reading {
                        check(held) { "measured without the turn" }
                        order.append(if (kept) letter else letter.lowercase())
                        val reading = read(each.id(), if (kept) ++count else 0)
                        if (reading is Reading.Taken) now += reading.wallNanos.sum().toLong()
                        return reading
                    }

                    override fun cancel() {}

                    override fun close() {}
                },
            )

        override fun launchNanos() = Double.NaN

        override fun cancel() {}

        override fun close() {
            closed++
        }
    }

    val turn =
        object : MeasuringTurn {
            override fun await(waiting: Consumer<String>): MeasuringTurn.Held {
                held = true
                return MeasuringTurn.Held { held = false }
            }

            override fun cancel() {}
        }

    fun run(
        cases: List<MatchedCase>,
        least: Int = 6,
        most: Int = 30,
        warmups: Int = 0,
        limit: Duration? = null,
        timing: Timing = Timing(warmups = warmups),
        tolerance: Tolerance = NoTolerance,
    ) = PairRun(
        PairRun.Order(
            cases,
            PairRules.of(
                least,
                most,
                PairRules.withDefaults(listOf()),
                cases.map { it.unmeasured() },
            ),
            timing,
            tolerance,
            Optional.ofNullable(limit),
        ),
        Side("A", base),
        Side("B", head),
        Circumstances { Circumstances.Look { Conditions.UNKNOWN } },
        turn,
        { now },
    )
}

private fun both(vararg ids: String) =
    MatchedCase.of(ids.map { case(it) }, ids.map { case(it) }, true)

private fun PairRun.measured(): List<PairedCase> =
    (carryOut(PairListener.none()) as PairRun.Outcome.Measured).cases()

private const val MILLI = 1e6

class PairRunSpec :
    FunSpec({
        test("sides take turns, A B B A, and six pairs are enough where nothing differs") {
            val bench = Bench({ _, _ -> taken(500 * MILLI) }, { _, _ -> taken(501 * MILLI) })
            val case = bench.run(both("x"), warmups = 2).measured().single()
            bench.order.toString() shouldBe "abba" + "ABBAABBAABBA"
            case.pairs.size shouldBe 6
            case.runs shouldBe 1
            case.pairs.map { it.baseFirst } shouldContainExactly
                listOf(true, false, true, false, true, false)
            case.pairs[0].head.wallNanos shouldContainExactly listOf(501 * MILLI)
            case.pairs[0].head.cpuNanos shouldContainExactly listOf(501 * MILLI)
            bench.closed shouldBe 2
            bench.held shouldBe false
        }

        test("of a short program several runs in turns make one reading") {
            val bench = Bench({ _, _ -> taken(60 * MILLI) }, { _, _ -> taken(60 * MILLI) })
            val case = bench.run(both("x"), most = 6, warmups = 1).measured().single()
            // 200 ms are four runs of 60 ms; the next pair begins with the other side.
            case.runs shouldBe 4
            bench.order.toString() shouldBe "ab" + "ABBAABBABAABBAAB".repeat(3)
            case.pairs[1]
                .base.wallNanos.size shouldBe 4
            val blink = Bench({ _, _ -> taken(1000.0) }, { _, _ -> taken(1000.0) })
            blink
                .run(both("x"), warmups = 1)
                .measured()
                .single()
                .runs shouldBe 20
        }

        test("more pairs are taken while the head seems slower, until it surely is") {
            val bench = Bench({ _, _ -> taken(300 * MILLI) }, { _, _ -> taken(360 * MILLI) })
            bench
                .run(both("x"))
                .measured()
                .single()
                .pairs.size shouldBe 12
        }

        test("pairs that do not agree are all taken, and no more than the most") {
            val bench =
                Bench({ _, _ -> taken(300 * MILLI) }, { _, count ->
                    taken(if (count % 3 == 0) 200 * MILLI else 400 * MILLI)
                })
            bench
                .run(both("x"))
                .measured()
                .single()
                .pairs.size shouldBe 30
        }

        test("cases take turns too, and what is done waits for no other") {
            val bench =
                Bench({ _, _ -> taken(300 * MILLI) }, { id, _ ->
                    taken(if (id == "slow") 400 * MILLI else 300 * MILLI)
                })
            val (slow, same) = bench.run(both("slow", "same")).measured()
            // Two rows that may fail: seven pairs have an interval, and 13 of 13 are proof.
            same.pairs.size shouldBe 7
            slow.pairs.size shouldBe 13
            bench.order.toString() shouldBe "ABAB" + "BABAABAB".repeat(3) + "BAABBAABBAAB"
        }

        test("when the time is up no pair is begun, and the case says so") {
            val bench = Bench({ _, _ -> taken(1000 * MILLI) }, { _, _ -> taken(1000 * MILLI) })
            val case =
                bench.run(both("x"), limit = Duration.ofSeconds(5)).measured().single()
            case.pairs.size shouldBe 3
            case.cut shouldBe true
            val each = Bench({ _, _ -> taken(1000 * MILLI) }, { _, _ -> taken(1000 * MILLI) })
            each
                .run(both("x"), timing = Timing(warmups = 0, limitSeconds = 2))
                .measured()
                .single()
                .pairs.size shouldBe 2
        }

        test("what breaks ends its case alone, with the side and the reason") {
            val bench =
                Bench({ _, _ -> taken(300 * MILLI) }, { id, count ->
                    if (id == "bad" && count == 3) {
                        Reading.Broken("exit", "it ended with 3")
                    } else {
                        taken(300 * MILLI)
                    }
                })
            val (bad, good) = bench.run(both("bad", "good")).measured()
            bad.brokenSide shouldBe "head"
            bad.problem shouldBe "it ended with 3"
            bad.pairs.size shouldBe 2
            good.pairs.size shouldBe 7
        }

        test("results that differ by more than the suite allows are told") {
            val bench =
                Bench({ _, _ -> taken(300 * MILLI, listOf(1.0, 2.0)) }, { _, _ ->
                    taken(300 * MILLI, listOf(1.0, 2.5))
                })
            bench
                .run(both("x"), tolerance = Within(0.01))
                .measured()
                .single()
                .difference shouldBe
                "number 2 of the result is 2.5 where the base gives 2.0"
            bench
                .run(both("x"))
                .measured()
                .single()
                .difference shouldBe ""
        }

        test("cases of one side are not measured") {
            val bench = Bench({ _, _ -> taken(1.0) }, { _, _ -> taken(1.0) })
            val cases =
                MatchedCase.of(listOf(case("old"), case("x")), listOf(case("new")), true)
            bench.run(cases).measured().map { it.implementation to it.sides } shouldContainExactly
                listOf("new" to Sides.HEAD, "old" to Sides.BASE, "x" to Sides.BASE)
            bench.order.toString() shouldBe ""
            MatchedCase.of(listOf(case("old")), listOf(case("new")), false).size shouldBe 1
        }

        test("a side that cannot be built is told, and nothing is measured") {
            val bench = Bench({ _, _ -> taken(1.0) }, { _, _ -> taken(1.0) }, unbuildable = "A")
            val outcome = bench.run(both("x")).carryOut(PairListener.none())
            (outcome as PairRun.Outcome.Rejected).problems().single() shouldContain
                "in the base: it does not build"
            bench.order.toString() shouldBe ""
            bench.closed shouldBe 2
        }

        test("cancelled in the middle of a pair, it stops there") {
            var run: PairRun? = null
            val bench =
                Bench({ _, _ -> taken(300 * MILLI) }, { _, count ->
                    if (count == 2) run!!.cancel()
                    if (count == 2) Reading.Stopped() else taken(300 * MILLI)
                })
            run = bench.run(both("x", "y"))
            (run.carryOut(PairListener.none()) is PairRun.Outcome.Stopped) shouldBe true
            bench.order.toString() shouldBe "ABABB"
            bench.held shouldBe false
        }
    })
