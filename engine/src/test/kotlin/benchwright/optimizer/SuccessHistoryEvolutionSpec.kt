package benchwright.optimizer

import benchwright.RandomSource
import benchwright.suite.LShade
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeBetween
import io.kotest.matchers.shouldBe

class SuccessHistoryEvolutionSpec :
    FunSpec({
        fun stream() = RandomSource.of("l-shade-spec")

        test("its steps are those of the paper, written out") {
            val bent = { x: List<Double> ->
                100 * (x[1] - x[0] * x[0]) * (x[1] - x[0] * x[0]) + (1 - x[0]) * (1 - x[0])
            }
            // An archive of 5 places is full soon; at the end of 400 evaluations 4 of 10 are left.
            val problem = ListenedProblem(2, 400) { x -> bent(x.toList()) }
            SuccessHistoryEvolution(5, 3, 0.3, 0.5).minimize(problem, stream())
            val expected = PaperShade(10, 3, 0.3, 0.5, 2, stream()).walk(400, bent)
            problem.points.size shouldBe expected.size
            for (k in expected.indices) {
                for (j in 0..1) problem.points[k][j] shouldBe (expected[k][j] plusOrMinus 1e-9)
            }
        }

        test("the population shrinks linearly with the evaluations spent, to 4") {
            val problem = ListenedProblem(3, 2_700) { x -> x.sumOf { it * it } }
            runCatching { SuccessHistoryEvolution(18, 6, 0.11, 2.6).minimize(problem, stream()) }
            // The first population, and the generation that it breeds.
            val planned = mutableListOf(54, 54)
            while (planned.sum() < 2_700) {
                planned += Math.rint(54 - 50 * planned.sum() / 2_700.0).toInt()
            }
            planned.last() shouldBe 4
            problem.blocks shouldContainExactly planned
        }

        test("it works without an archive and with a history of one place") {
            val problem = ListenedProblem(2, 2_000)
            runCatching { SuccessHistoryEvolution(5, 1, 0.0, 0.0).minimize(problem, stream()) }
            problem.points.size shouldBe 2_000
            problem.points.minOf { it[0] * it[0] + it[1] * it[1] }.shouldBeBetween(0.0, 1e-8, 0.0)
        }

        test("it is as strong as measured, on separable, narrow and rugged functions") {
            Strength(LShade(), "bbob-f1", 5)
                .expectedRunningTime
                .shouldBeBetween(9_500.0, 11_700.0, 0.0)
            Strength(LShade(), "bbob-f8", 5)
                .expectedRunningTime
                .shouldBeBetween(14_500.0, 17_800.0, 0.0)
            Strength(LShade(), "bbob-f10", 5)
                .expectedRunningTime
                .shouldBeBetween(15_500.0, 19_000.0, 0.0)
            Strength(LShade(), "bbob-f3", 5).solved shouldBe 15
            Strength(LShade(), "bbob-f22", 5).solved shouldBe 15
        }
    })

/** L-SHADE as one reads it, slow and plain, in the box [−5, 5]. */
private class PaperShade(
    private val largest: Int,
    private val places: Int,
    private val bestShare: Double,
    private val archiveShare: Double,
    private val dimension: Int,
    private val random: RandomSource,
) {
    private class One(
        val x: List<Double>,
        val f: Double,
    )

    private class Trial(
        val x: List<Double>,
        val weight: Double,
        val crossover: Double,
    )

    private val historyF = MutableList(places) { 0.5 }
    private val historyCr = MutableList(places) { 0.5 }
    private var place = 0
    private val archive = mutableListOf<List<Double>>()

    fun walk(
        budget: Int,
        f: (List<Double>) -> Double,
    ): List<List<Double>> {
        val first = List(largest) { List(dimension) { -5 + 10 * random.nextDouble() } }
        val walked = first.toMutableList()
        var all = first.map { One(it, f(it)) }
        while (walked.size < budget) {
            val room = Math.rint(archiveShare * all.size).toInt()
            while (archive.size > room) archive.removeLast()
            val best =
                all.sortedBy { it.f }.take(maxOf(2, Math.rint(bestShare * all.size).toInt()))
            val trials = all.indices.map { trial(all, it, best) }
            val next = trials.map { One(it.x, f(it.x)) }
            walked += trials.map { it.x }
            learn(all, next, trials, room)
            all = all.indices.map { if (next[it].f <= all[it].f) next[it] else all[it] }
            val planned = Math.rint(largest + (4.0 - largest) / budget * walked.size).toInt()
            if (planned < all.size) {
                val stay = all.sortedBy { it.f }.take(planned)
                all = all.filter { it in stay }
            }
        }
        return walked.take(budget)
    }

    private fun trial(
        all: List<One>,
        i: Int,
        best: List<One>,
    ): Trial {
        val r = random.nextInt(places)
        val crossover =
            if (historyCr[r] < 0) {
                0.0
            } else {
                (historyCr[r] + 0.1 * random.nextGaussian()).coerceIn(0.0, 1.0)
            }
        val weight =
            generateSequence {
                historyF[r] + 0.1 * StrictMath.tan(Math.PI * (random.nextDouble() - 0.5))
            }.first { it > 0 }
                .coerceAtMost(1.0)
        val x = all[i].x
        val pbest = best[random.nextInt(best.size)].x
        val r1 = generateSequence { random.nextInt(all.size) }.first { it != i }
        val r2 =
            generateSequence { random.nextInt(all.size + archive.size) }
                .first { it != i && it != r1 }
        val b = if (r2 < all.size) all[r2].x else archive[r2 - all.size]
        val always = random.nextInt(dimension)
        val u =
            x.indices.map { j ->
                val crossed = random.nextDouble() < crossover || j == always
                val v = x[j] + weight * (pbest[j] - x[j]) + weight * (all[r1].x[j] - b[j])
                when {
                    !crossed -> x[j]
                    v < -5.0 -> (x[j] - 5.0) / 2
                    v > 5.0 -> (x[j] + 5.0) / 2
                    else -> v
                }
            }
        return Trial(u, weight, crossover)
    }

    private fun learn(
        all: List<One>,
        next: List<One>,
        trials: List<Trial>,
        room: Int,
    ) {
        val won = all.indices.filter { next[it].f < all[it].f }
        for (i in won) {
            if (archive.size < room) {
                archive += all[i].x
            } else {
                archive[random.nextInt(room)] = all[i].x
            }
        }
        if (won.isEmpty()) return
        val gains = won.map { all[it].f - next[it].f }

        fun lehmer(of: (Trial) -> Double) =
            won.indices.sumOf { gains[it] * of(trials[won[it]]) * of(trials[won[it]]) } /
                won.indices.sumOf { gains[it] * of(trials[won[it]]) }
        historyF[place] = lehmer { it.weight }
        historyCr[place] =
            if (historyCr[place] < 0 || won.all { trials[it].crossover == 0.0 }) {
                -1.0
            } else {
                lehmer { it.crossover }
            }
        place = (place + 1) % places
    }
}
