package benchwright.measure

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.int
import io.kotest.property.arbitrary.list
import io.kotest.property.checkAll
import java.time.Duration
import java.util.Optional

private const val MILLI = 1_000_000L
private const val NEVER = Long.MAX_VALUE / 2

/** A clock that goes on only when a subject is measured. */
private class Time {
    var now = 0L
}

private fun taken(nanos: Double) =
    Reading.Taken(
        listOf(nanos),
        listOf(),
        listOf(),
        listOf(),
        listOf(),
        listOf(),
        listOf(),
        listOf(),
        listOf(),
        listOf(),
        listOf(),
    )

/** Takes [millis] each time, and writes down when it was asked. */
private class Fake(
    val name: String,
    val time: Time,
    val log: MutableList<String>,
    val millis: Long = 10,
    val breaksAt: Int = Int.MAX_VALUE,
) : Subject {
    var reads = 0

    override fun read(kept: Boolean): Reading {
        log += if (kept) name else "($name)"
        time.now += millis * MILLI
        reads++
        return if (reads == breaksAt) Reading.Broken("exit", "broken") else taken(millis * 1e6)
    }

    override fun cancel() = Unit

    override fun close() = Unit
}

private fun rules(
    warmups: Int = 0,
    least: Int = 3,
    most: Int = least,
    error: Double = 0.0,
    limit: Duration? = null,
) = Schedule.Rules(warmups, least, most, error, Optional.ofNullable(limit))

class ScheduleSpec :
    FunSpec({
        val time = Time()
        val log = mutableListOf<String>()
        val deaf =
            object : Schedule.Listener {
                override fun begins(
                    id: String,
                    kept: Boolean,
                ) = Unit

                override fun ended(
                    id: String,
                    kept: Boolean,
                    reading: Reading,
                ) = Unit
            }

        fun schedule(error: (DoubleArray) -> Double = { 1.0 }) = Schedule({ time.now }, error, deaf)

        fun turn(
            name: String,
            rules: Schedule.Rules,
            millis: Long = 10,
            breaksAt: Int = Int.MAX_VALUE,
        ) = Schedule.Turn(name, Fake(name, time, log, millis, breaksAt), rules)

        beforeTest {
            time.now = 0
            log.clear()
        }

        test("subjects take turns, and every other round goes the other way") {
            val rules = rules(warmups = 1, least = 3)
            schedule().measure(listOf(turn("a", rules), turn("b", rules), turn("c", rules)), NEVER)
            log.joinToString(" ") shouldBe "(a) (b) (c) c b a a b c c b a"
        }

        test("what is known well enough after its least readings is done, and the others go on") {
            val results =
                schedule { if (it[0] == 5e6) 0.001 else 1.0 }
                    .measure(
                        listOf(
                            turn("sure", rules(least = 2, most = 5, error = 0.01), millis = 5),
                            turn("vague", rules(least = 2, most = 5, error = 0.01)),
                        ),
                        NEVER,
                    )
            results.map { it.readings().size } shouldContainExactly listOf(2, 5)
            results.map { it.cut() } shouldContainExactly listOf("", "")
        }

        test("an error of 0 asks for all readings that are allowed") {
            schedule { 0.0 }
                .measure(listOf(turn("a", rules(least = 2, most = 4))), NEVER)[0]
                .readings()
                .size shouldBe 4
        }

        test("a subject that breaks is left alone, what it gave before is kept") {
            val results =
                schedule().measure(
                    listOf(
                        turn("bad", rules(least = 4), breaksAt = 3),
                        turn("good", rules(least = 4)),
                    ),
                    NEVER,
                )
            results[0].readings().size shouldBe 2
            results[0].broken().get().message() shouldBe "broken"
            results[1].readings().size shouldBe 4
        }

        test(
            "the limit of a case ends it after a first reading at least, and what is missing is told",
        ) {
            val result =
                schedule()
                    .measure(
                        listOf(turn("slow", rules(least = 10, limit = Duration.ofMillis(25)))),
                        NEVER,
                    )[0]
            result.readings().size shouldBe 3
            result.cut() shouldBe "3 of at least 10 readings: the limit of the case was reached"
            schedule()
                .measure(
                    listOf(turn("slower", rules(limit = Duration.ofMillis(1)), millis = 500)),
                    NEVER,
                )[0]
                .readings()
                .size shouldBe 1
        }

        test("after the end of the run's time no reading is begun, and who had none is told so") {
            val rules = rules(warmups = 1, least = 3)
            val results = schedule().measure(listOf(turn("a", rules), turn("b", rules)), 35 * MILLI)
            log.joinToString(" ") shouldBe "(a) (b) b a"
            results.map { it.cut() } shouldContainExactly
                List(2) { "1 of at least 3 readings: its share of the run's limit was used up" }
            schedule().measure(listOf(turn("late", rules)), time.now)[0].cut() shouldBe
                "not measured: the limit of the run was reached first"
        }

        test("a cancelled schedule begins nothing more") {
            val schedule = schedule()
            schedule.cancel()
            schedule.measure(listOf(turn("a", rules())), NEVER)[0].readings().size shouldBe 0
            log.size shouldBe 0
        }

        test(
            "whatever the subjects are, no two readings of one are further apart than two rounds",
        ) {
            checkAll(50, Arb.list(Arb.int(1..6), 1..5)) { counts ->
                log.clear()
                schedule().measure(
                    counts.mapIndexed { i, n -> turn("$i", rules(least = n)) },
                    NEVER,
                )
                counts.forEachIndexed { i, n -> log.count { it == "$i" } shouldBe n }
                for (name in log.toSet()) {
                    val at = log.indices.filter { log[it] == name }
                    at
                        .zipWithNext {
                            a,
                            b,
                            ->
                            b - a
                        }.forEach { (it < 2 * counts.size) shouldBe true }
                }
            }
        }
    })
