package benchwright.run

import benchwright.artifact.Stop
import benchwright.artifact.TrialRecord
import benchwright.hostile.HostileBodies
import benchwright.plan.Trial
import benchwright.suite.CmaEs
import benchwright.suite.FormulaFunction
import benchwright.suite.MantaRay
import benchwright.suite.RandomSearch
import benchwright.suite.UnknownOptimum
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.doubles.shouldBeNaN
import io.kotest.matchers.longs.shouldBeGreaterThan
import io.kotest.matchers.longs.shouldBeLessThan
import io.kotest.matchers.longs.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldMatch
import io.kotest.property.Arb
import io.kotest.property.arbitrary.element
import io.kotest.property.arbitrary.int
import io.kotest.property.arbitrary.long
import io.kotest.property.checkAll

class TrialRunnerSpec :
    FunSpec({
        fun record(trial: Trial): TrialRecord = runner().run(trial).record

        test("an optimizer that would go on for ever is stopped when its budget is spent") {
            val record = record(trial(budget = 500))
            record.stop shouldBe Stop.BUDGET
            record.evaluations shouldBe 500
        }

        test("an optimizer that spends its budget to the last evaluation was stopped by it") {
            record(trial(hostile("exact"), budget = 20)).stop shouldBe Stop.BUDGET
        }

        test("an optimizer that returns early has stopped itself") {
            val record = record(trial(hostile("quits")))
            record.stop shouldBe Stop.OPTIMIZER
            record.evaluations shouldBe 7
        }

        test("an optimizer that never evaluates leaves an empty history") {
            val record = record(trial(hostile("idle")))
            record.stop shouldBe Stop.OPTIMIZER
            record.evaluations shouldBe 0
            record.history.size() shouldBe 0
            record.bestPoint().size shouldBe 0
        }

        test("a trial ends at the evaluation that reaches the target") {
            val record = record(trial(target = 5.0, budget = 100_000))
            record.stop shouldBe Stop.TARGET
            record.evaluations shouldBe record.history.firstAtMost(record.optimum + 5.0)
            record.evaluations shouldBeGreaterThan 0
            record.evaluations shouldBeLessThan 100_000
        }

        test("a value that is exactly on the target is a hit") {
            val first = record(trial(budget = 1, target = 1e-300))
            val distance = first.history.value(0) - first.optimum
            record(trial(target = distance)).stop shouldBe Stop.TARGET
            record(trial(target = distance)).evaluations shouldBe 1
            record(trial(target = Math.nextDown(distance), budget = 1)).stop shouldBe Stop.BUDGET
        }

        test("where nobody knows the optimum no target is reached") {
            val unknown = FormulaFunction("tilted", -5.0, 5.0, UnknownOptimum)
            val record = record(trial(function = unknown, target = 1e9))
            record.stop shouldBe Stop.BUDGET
            record.optimum.shouldBeNaN()
        }

        test("a history holds strict improvements, and its last one belongs to the best point") {
            val trial = trial(MantaRay(population = 5), formula("tilted"), budget = 400)
            val record = record(trial)
            for (k in 1 until record.history.size()) {
                record.history.evaluation(k) shouldBeGreaterThan record.history.evaluation(k - 1)
                check(record.history.value(k) < record.history.value(k - 1))
            }
            val best = HostileBodies().formula("tilted").value(record.bestPoint())
            best shouldBe record.history.value(record.history.size() - 1)
        }

        context("what goes wrong is told in one line") {
            data class Case(
                val optimizer: String,
                val kind: String,
                val evaluations: Long,
                val message: String,
            )
            withData(
                nameFn = { it.optimizer },
                Case(
                    "throws",
                    "exception",
                    5,
                    """java.lang.IllegalStateException: no luck today \(at benchwright.*HostileBodies.kt:\d+\)""",
                ),
                Case(
                    "nan-point",
                    "bad-point",
                    3,
                    "the point of evaluation 4 is NaN in coordinate 1 .*",
                ),
                Case(
                    "infinite-point",
                    "bad-point",
                    0,
                    "the point of evaluation 1 is -Infinity in coordinate 2 .*",
                ),
                Case(
                    "short-point",
                    "bad-point",
                    0,
                    "the point of evaluation 1 has 1 coordinates; the problem has 3.*",
                ),
                Case(
                    "bad-population",
                    "bad-point",
                    2,
                    "the point of evaluation 3 is NaN in coordinate 0 .*",
                ),
                Case(
                    "forgives-itself",
                    "bad-point",
                    0,
                    "the point of evaluation 1 has 1 coordinates.*",
                ),
                Case("overflows", "exception", 0, "java.lang.StackOverflowError .*deeper.*"),
                Case(
                    "unheard-of",
                    "exception",
                    0,
                    ".*the script has no optimizer \"unheard-of\".*",
                ),
                Case(
                    "ignores-exceptions",
                    "exception",
                    500,
                    "the optimizer goes on after the end of its trial: .*",
                ),
            ) {
                val record = record(trial(hostile(it.optimizer)))
                record.stop shouldBe Stop.FAILED
                record.failure.kind shouldBe it.kind
                record.failure.message shouldMatch it.message
                record.evaluations shouldBe it.evaluations
            }
        }

        context("the end of a budget stays the end, whatever the optimizer makes of it") {
            withData("swallows", "wraps") {
                val record = record(trial(hostile(it), budget = 30))
                record.stop shouldBe Stop.BUDGET
                record.evaluations shouldBe 30
            }
        }

        test("a function that returns only NaN leaves an empty history") {
            val record = record(trial(function = formula("nan")))
            record.stop shouldBe Stop.BUDGET
            record.evaluations shouldBe 500
            record.history.size() shouldBe 0
        }

        context("a point that is none fails the trial, though the formula has a number for it") {
            withData("nan-point" to 3L, "infinite-point" to 0L) { (optimizer, evaluations) ->
                val record = record(trial(hostile(optimizer), formula("forgetful")))
                record.failure.kind shouldBe "bad-point"
                record.evaluations shouldBe evaluations
            }
        }

        test("infinity improves on nothing") {
            record(trial(function = formula("infinite"))).history.size() shouldBe 0
        }

        test("a function that throws fails the trial at that evaluation, by both roads") {
            val single = record(trial(hostile("exact"), formula("throwing")))
            single.failure.message shouldContain "too far"
            val blocks = record(trial(RandomSearch("exact"), formula("throwing")))
            blocks.evaluations shouldBe single.evaluations
            blocks.history shouldBe single.history
        }

        test("a formula that writes to its argument does not move the optimizer's points") {
            val record = record(trial(function = formula("vandal"), target = 1e-300))
            record.bestPoint().sumOf { it * it } shouldBe
                record.history.value(record.history.size() - 1)
        }

        test("what a script remembers does not pass from one trial to the next") {
            val runner = runner()
            val first = runner.run(trial(function = formula("forgetful"))).record
            runner.run(trial(function = formula("forgetful"))).record shouldBe first
        }

        test("a problem refuses other threads than its trial's own") {
            record(trial(hostile("other-thread"))).evaluations shouldBe 2
        }

        test("the same key gives the same record, and another seed another one") {
            val optimizers =
                Arb.element(
                    RandomSearch(),
                    MantaRay(population = 7),
                    CmaEs(),
                    hostile("quits"),
                )
            checkAll(
                60,
                optimizers,
                Arb.int(2..8),
                Arb.long(),
            ) { optimizer, dimension, seed ->
                val trial = trial(optimizer, dimension = dimension, seed = seed, budget = 200)
                val record = record(trial)
                record(trial) shouldBe record
                val other =
                    record(trial(optimizer, dimension = dimension, seed = seed xor 1, budget = 200))
                check(other.history != record.history)
            }
        }

        test("the time in the function is part of the time of the trial") {
            val circumstance =
                runner()
                    .run(
                        trial(CmaEs(), budget = 5_000, dimension = 10),
                    ).circumstance
            circumstance.evaluationNanos shouldBeGreaterThan 0
            circumstance.evaluationNanos shouldBeLessThanOrEqual circumstance.runtimeNanos
        }
    })
