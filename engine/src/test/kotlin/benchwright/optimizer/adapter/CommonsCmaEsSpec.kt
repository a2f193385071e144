package benchwright.optimizer.adapter

import benchwright.Bounds
import benchwright.RandomSource
import benchwright.artifact.Stop
import benchwright.artifact.TrialRecord
import benchwright.optimizer.ListenedProblem
import benchwright.plan.Catalogue
import benchwright.run.runner
import benchwright.run.trial
import benchwright.script.Bodies
import benchwright.suite.CmaEs
import benchwright.suite.NamedFunction
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.shouldBeBetween
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.shouldBe

class CommonsCmaEsSpec :
    FunSpec({
        test("it starts from a uniform point of the box and stays in the box") {
            val bounds = Bounds(doubleArrayOf(0.0, -1.0), doubleArrayOf(1e-3, 50.0))
            val problem = ListenedProblem(2, 500, bounds)
            runCatching { CommonsCmaEs(2.0).minimize(problem, RandomSource.of("cma-es-spec")) }
            problem.points.first() shouldBe
                RandomSource.of("cma-es-spec").nextPoint(bounds).toList()
            problem.points.filterNot { it.toDoubleArray() in bounds } shouldContainExactly listOf()
        }

        test("it ends by its own tests long before a large budget is spent") {
            val trial = trial(CmaEs(), dimension = 5, budget = 100_000, target = 1e-300)
            val record = runner().run(trial).record
            record.stop shouldBe Stop.OPTIMIZER
            record.evaluations.toDouble() shouldBeLessThan 10_000.0
        }

        test("it works in one dimension") {
            val problem = ListenedProblem(1, 300)
            runCatching { CommonsCmaEs(2.0).minimize(problem, RandomSource.of("one")) }
            problem.points.minOf { it[0] * it[0] } shouldBeLessThan 1e-8
        }

        context("its expected running time to 1e-8 is that of BBOB-2009, within a half") {
            withData(
                nameFn = { "${it.first} in ${it.second}-D" },
                Triple("bbob-f1", 5, 726.0),
                Triple("bbob-f1", 20, 2754.0),
                Triple("bbob-f8", 5, 2341.0),
                Triple("bbob-f10", 5, 2152.0),
                Triple("bbob-f10", 20, 19_637.0),
            ) { (function, dimension, published) ->
                val records =
                    (1..5).flatMap { instance ->
                        (1L..3L).map { seed ->
                            val budget = 10_000L * dimension
                            val spec = NamedFunction(function)
                            runner()
                                .run(trial(CmaEs(), spec, dimension, instance, seed, budget))
                                .record
                        }
                    }
                val successes = records.count { it.stop == Stop.TARGET }
                val ert = records.sumOf { it.evaluations } / successes.toDouble()
                ert.shouldBeBetween(published / 1.5, published * 1.5, 0.0)
            }
        }

        test("no function of the catalogue breaks it") {
            val runner = runner()
            for (family in Catalogue { Bodies.none() }.functions()) {
                for (dimension in listOf(family.smallestDimension(), 5, 20)) {
                    val spec = NamedFunction(family.id())
                    val record = runner.run(trial(CmaEs(), spec, dimension, budget = 1_500)).record
                    withClue("${family.id()} in $dimension-D") {
                        record.failure shouldBe TrialRecord.NO_FAILURE
                    }
                }
            }
        }
    })
