package benchwright.plan

import benchwright.artifact.Shard
import benchwright.run.trial
import benchwright.script.Bodies
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.doubles.shouldBeLessThanOrEqual
import io.kotest.matchers.ints.shouldBeGreaterThanOrEqual
import io.kotest.property.Arb
import io.kotest.property.arbitrary.int
import io.kotest.property.arbitrary.list
import io.kotest.property.arbitrary.long
import io.kotest.property.checkAll

class PartitionSpec :
    FunSpec({
        fun trials(costs: List<Long>) =
            costs.mapIndexed { i, cost -> trial(seed = i + 1L, budget = cost) }

        fun parts(
            trials: List<Trial>,
            count: Int,
        ) = (1..count).map { index ->
            Partition.of(trials, { it.budget().toDouble() }, Shard(index, count))
        }

        fun cost(trials: List<Trial>) = trials.sumOf { it.budget() }.toDouble()

        test("each trial is in one part, in the order of the plan, and no part is empty") {
            checkAll(100, Arb.list(Arb.long(1L..1_000_000L), 1..60), Arb.int(1..60)) { costs, n ->
                val trials = trials(costs)
                val parts = parts(trials, minOf(n, trials.size))
                parts.flatten() shouldContainExactlyInAnyOrder trials
                for (part in parts) {
                    part.size shouldBeGreaterThanOrEqual 1
                    part shouldContainExactly trials.filter { it in part }
                }
            }
        }

        test("the dearest part costs little more than it must") {
            checkAll(100, Arb.list(Arb.long(1L..1_000_000L), 10..60), Arb.int(2..9)) { costs, n ->
                val trials = trials(costs)
                val must = maxOf(cost(trials) / n, costs.max().toDouble())
                parts(trials, n).maxOf(::cost) shouldBeLessThanOrEqual must * (2 - 1.0 / n)
            }
        }

        test("the rule, by hand: dearest first, each to the part that costs least so far") {
            val parts = parts(trials(listOf(3, 5, 3, 8, 2)), 2)
            parts.map { part -> part.map { it.budget() } } shouldContainExactly
                listOf(listOf(3L, 8L), listOf(3L, 5L, 2L))
        }

        test("the rule is that of the planner's expected cost") {
            val planner = Planner(Catalogue { Bodies.none() })
            val trials = trials(listOf(500, 20_000, 40, 500, 7))
            val plan = Plan(littleSuite(), "full", trials, "digest")
            planner.part(plan, Shard(1, 2)).trials() shouldContainExactly listOf(trials[1])
            planner.part(plan, Shard(2, 2)).trials() shouldContainExactly trials - trials[1]
        }
    })
