package benchwright.report

import benchwright.artifact.TrialKey
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.shouldBeBetween
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.longs.shouldBeLessThan
import io.kotest.matchers.shouldBe

/** What was told at [at]: [left] until the end, [share] done. */
private class Told(
    val at: Long,
    val left: Long,
    val share: Double,
)

/** A run on a clock of its own: how dear each trial seemed, and how long it took. */
private class Simulation(
    private val trials: List<Triple<TrialKey, Double, Long>>,
    private val workers: Int,
) {
    val told = mutableListOf<Told>()
    var end = 0L
        private set

    init {
        val forecast = Forecast()
        trials.forEach { (key, cost) -> forecast.plan(key, cost) }
        // As a crew does it: the cheapest of each pair, then the dearest first.
        val sorted = trials.sortedByDescending { it.second }
        val scouts = sorted.associateBy { "${it.first.optimizer}/${it.first.function}" }.values
        val waiting = ArrayDeque(scouts + (sorted - scouts.toSet()))
        val busy = arrayOfNulls<Pair<Triple<TrialKey, Double, Long>, Long>>(workers)
        var now = 0L
        while (waiting.isNotEmpty() || busy.any { it != null }) {
            for (worker in busy.indices) {
                if (busy[worker] == null && waiting.isNotEmpty()) {
                    val next = waiting.removeFirst()
                    busy[worker] = Pair(next, now + next.third)
                    forecast.began(worker, next.first, now)
                }
            }
            val ending = busy.withIndex().filter { it.value != null }.minBy { it.value!!.second }
            val (trial, until) = ending.value!!
            // Somebody looks while nothing happens, too.
            val middle = (now + until) / 2
            forecast.at(middle).let { told += Told(middle, it.nanos(), it.share()) }
            now = until
            busy[ending.index] = null
            forecast.ended(ending.index, trial.first, trial.third)
            forecast.at(now).let { told += Told(now, it.nanos(), it.share()) }
        }
        end = now
    }
}

private const val MILLISECOND = 1_000_000L

/** Dimensions as in a full run; what is dear is dear by its dimension, and [factor] is hidden. */
private fun trials(
    optimizer: String,
    factor: Double,
    functions: Int = 4,
) = (1..functions).flatMap { function ->
    listOf(2, 3, 5, 10, 20, 40).flatMap { dimension ->
        (1..15).map { instance ->
            val cost = dimension * dimension * 1e8
            val nanos = (cost * factor * (1 + 0.3 * ((instance * 7) % 5 - 2) / 2)).toLong()
            Triple(TrialKey(optimizer, "bbob-f$function", dimension, instance, 1), cost, nanos)
        }
    }
}

class ForecastSpec :
    FunSpec({
        test("a run that was weighed well is foretold within a tenth from its first tenth on") {
            val run = Simulation(trials("random-search", 1.0), 2)
            for (told in run.told.filter { it.at > run.end / 10 }) {
                (told.at + told.left).toDouble().shouldBeBetween(run.end * 0.9, run.end * 1.1, 0.0)
            }
        }

        test(
            "where some trials seemed a hundred times cheaper than they are, it is learned early",
        ) {
            val cheap =
                trials("program", 300.0).map {
                    Triple(
                        it.first,
                        it.second / 100,
                        it.third / 100,
                    )
                }
            val run = Simulation(trials("random-search", 1.0) + cheap, 2)
            for (told in run.told.filter { it.at > run.end / 4 }) {
                (told.at + told.left).toDouble().shouldBeBetween(
                    run.end * 0.75,
                    run.end * 1.25,
                    0.0,
                )
            }
        }

        test("the last tenth does not take half of the time") {
            for (factor in listOf(0.01, 0.3, 1.0, 30.0, 1000.0)) {
                for (workers in listOf(1, 2, 7)) {
                    val plan = trials("random-search", 1.0) + trials("mine", factor, 1)
                    val run = Simulation(plan, workers)
                    val last = run.told.filter { it.share >= 0.9 }
                    (run.end - last.minOf { it.at }).toDouble() shouldBeLessThan run.end * 0.25
                }
            }
        }

        test("a trial that goes on and on is not promised to end at once") {
            val forecast = Forecast()
            val one = TrialKey("mine", "sphere", 2, 1, 1)
            val other = TrialKey("mine", "sphere", 2, 2, 1)
            forecast.plan(one, 1.0)
            forecast.plan(other, 1.0)
            forecast.began(0, one, 0)
            forecast.at(5).nanos() shouldBeLessThan 0
            forecast.ended(0, one, MILLISECOND)
            forecast.began(0, other, MILLISECOND)
            forecast.at(MILLISECOND).nanos() shouldBe MILLISECOND
            forecast.at(101 * MILLISECOND).nanos() shouldBe 25 * MILLISECOND
            forecast.ended(0, other, 200 * MILLISECOND)
            forecast.at(201 * MILLISECOND).nanos() shouldBe 0
            forecast.at(201 * MILLISECOND).share() shouldBe 1.0
        }

        test("a trial that was set aside is to be done again") {
            val forecast = Forecast()
            val keys = (1..3).map { TrialKey("mine", "sphere", 2, it, 1) }
            keys.forEach { forecast.plan(it, 1.0) }
            forecast.began(0, keys[0], 0)
            forecast.ended(0, keys[0], MILLISECOND)
            forecast.began(0, keys[1], MILLISECOND)
            forecast.setAside(0, keys[1])
            forecast.at(MILLISECOND).nanos() shouldBe 2 * MILLISECOND
        }
    })
