package benchwright.optimizer

import benchwright.RandomSource
import benchwright.suite.ParticleSwarm
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeBetween
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.ints.shouldBeAtLeast
import io.kotest.matchers.shouldBe
import kotlin.math.ln
import kotlin.math.sqrt

class StandardParticleSwarmSpec :
    FunSpec({
        fun stream() = RandomSource.of("particle-swarm-spec")

        fun points(problem: ListenedProblem): List<List<Double>> {
            runCatching {
                StandardParticleSwarm(6, 3, 1 / (2 * ln(2.0)), 0.5 + ln(2.0))
                    .minimize(problem, stream())
            }
            return problem.points
        }

        fun compare(
            actual: List<List<Double>>,
            expected: List<List<Double>>,
        ) {
            actual.size shouldBe expected.size
            for (k in actual.indices) {
                for (j in actual[k].indices) {
                    actual[k][j] shouldBe (expected[k][j] plusOrMinus 1e-9)
                }
            }
        }

        test("its steps are those of the paper, written out") {
            // A slope, so that particles run against the bounds.
            val slope = { x: List<Double> -> x[0] + 2 * x[1] + 0.1 * x[2] * x[2] }
            val problem = ListenedProblem(3, 6 * 40) { x -> slope(x.toList()) }
            compare(points(problem), PaperSwarm(6, 3, 3, stream()).walk(6 * 40, slope))
            problem.blocks shouldContainExactly List(40) { 6 }
            problem.points.count { -5.0 in it } shouldBeAtLeast 20
        }

        test("a swarm that finds nothing better in 100 iterations starts anew") {
            val counter =
                object : (List<Double>) -> Double {
                    var asked = 0

                    override fun invoke(x: List<Double>) = (asked++).toDouble()
                }
            var asked = 0
            val problem = ListenedProblem(2, 6 * 210) { (asked++).toDouble() }
            compare(points(problem), PaperSwarm(6, 3, 2, stream()).walk(6 * 210, counter))
        }

        test("it is better than the particle swarm of BBOB-2009") {
            // 6,592 and 166,000 in 2009.
            Strength(ParticleSwarm(), "bbob-f1", 5).expectedRunningTime shouldBeLessThan 5_000.0
            Strength(ParticleSwarm(), "bbob-f1", 20)
                .expectedRunningTime
                .shouldBeBetween(9_000.0, 12_000.0, 0.0)
            // 851,000 with 6 of 15 in ten times the budget.
            Strength(ParticleSwarm(), "bbob-f7", 5).solved shouldBe 15
            // 443,000 with 8 of 15 in ten times the budget.
            Strength(ParticleSwarm(), "bbob-f21", 5).solved shouldBe 15
        }
    })

/** SPSO-2011 as one reads it, slow and plain, in the box [−5, 5]. */
private class PaperSwarm(
    private val swarm: Int,
    private val informed: Int,
    private val dimension: Int,
    private val random: RandomSource,
) {
    private val w = 1 / (2 * ln(2.0))
    private val c = 0.5 + ln(2.0)

    fun walk(
        budget: Int,
        f: (List<Double>) -> Double,
    ): List<List<Double>> {
        val walked = mutableListOf<List<Double>>()
        while (walked.size < budget) {
            var x = List(swarm) { List(dimension) { -5 + 10 * random.nextDouble() } }
            var v =
                List(swarm) { i -> List(dimension) { -5 + 10 * random.nextDouble() - x[i][it] } }
            var p = x.map { it to f(it) }
            walked += x
            var informs = links()
            var idle = 0
            while (walked.size < budget && idle < 100) {
                val moved = x.indices.map { i -> move(i, x[i], v[i], p, informs) }
                x = moved.map { it.first }
                v = moved.map { it.second }
                val best = p.minOf { it.second }
                p =
                    x.mapIndexed { i, at ->
                        val value = f(at)
                        if (value <= p[i].second) at to value else p[i]
                    }
                walked += x
                if (p.minOf { it.second } < best) {
                    idle = 0
                } else {
                    idle++
                    informs = links()
                }
            }
        }
        return walked
    }

    private fun links() = List(swarm) { i -> List(informed) { random.nextInt(swarm) } + i }

    private fun move(
        i: Int,
        x: List<Double>,
        v: List<Double>,
        p: List<Pair<List<Double>, Double>>,
        informs: List<List<Int>>,
    ): Pair<List<Double>, List<Double>> {
        val leader = p.indices.filter { i in informs[it] }.minBy { p[it].second }
        val p1 = x.indices.map { x[it] + c * (p[i].first[it] - x[it]) }
        val l1 = x.indices.map { x[it] + c * (p[leader].first[it] - x[it]) }
        val g =
            x.indices.map {
                if (leader == i) (x[it] + p1[it]) / 2 else (x[it] + p1[it] + l1[it]) / 3
            }
        val normals = List(dimension) { random.nextGaussian() }
        val length = random.nextDouble() * norm(x.indices.map { g[it] - x[it] }) / norm(normals)
        val to = mutableListOf<Double>()
        val next = mutableListOf<Double>()
        for (j in x.indices) {
            val velocity = w * v[j] + (g[j] + length * normals[j]) - x[j]
            val inside = x[j] + velocity in -5.0..5.0
            to += (x[j] + velocity).coerceIn(-5.0, 5.0)
            next += if (inside) velocity else -0.5 * velocity
        }
        return to to next
    }

    private fun norm(y: List<Double>) = sqrt(y.sumOf { it * it })
}
