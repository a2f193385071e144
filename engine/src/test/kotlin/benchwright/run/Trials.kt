package benchwright.run

import benchwright.artifact.TrialKey
import benchwright.hostile.HostileBodies
import benchwright.plan.Catalogue
import benchwright.plan.Trial
import benchwright.script.Bodies
import benchwright.suite.CmaEs
import benchwright.suite.FormulaFunction
import benchwright.suite.FunctionSpec
import benchwright.suite.KnownOptimum
import benchwright.suite.MantaRay
import benchwright.suite.NamedFunction
import benchwright.suite.OptimizerSpec
import benchwright.suite.RandomSearch
import benchwright.suite.ScriptOptimizer
import java.util.OptionalDouble

/** A trial of [optimizer] on [function], small unless said otherwise. */
fun trial(
    optimizer: OptimizerSpec = RandomSearch(),
    function: FunctionSpec = NamedFunction("sphere"),
    dimension: Int = 3,
    instance: Int = 1,
    seed: Long = 1,
    budget: Long = 500,
    target: Double = 1e-8,
): Trial =
    Trial(
        TrialKey(optimizer.id, function.id, dimension, instance, seed),
        optimizer,
        function,
        budget,
        OptionalDouble.of(target),
    )

fun hostile(id: String): ScriptOptimizer = ScriptOptimizer(id)

fun formula(id: String): FormulaFunction = FormulaFunction(id, -5.0, 5.0, KnownOptimum(0.0))

fun catalogue(bodies: () -> Bodies = { HostileBodies() }): Catalogue = Catalogue(bodies)

fun runner(catalogue: Catalogue = catalogue()): TrialRunner =
    TrialRunner(catalogue, System::nanoTime) {
        0L
    }

/** Trials of all kinds of optimizers, enough to keep several workers busy. */
fun mixture(): List<Trial> =
    buildList {
        for (optimizer in listOf(
            RandomSearch(),
            MantaRay(population = 10),
            CmaEs(),
            hostile("quits"),
        )) {
            for (function in listOf(
                NamedFunction("sphere"),
                NamedFunction("bbob-f8"),
                formula("tilted"),
            )) {
                for (dimension in listOf(2, 5)) {
                    for (seed in 1L..2L) {
                        add(
                            trial(
                                optimizer,
                                function,
                                dimension,
                                seed = seed,
                                budget =
                                    300L * dimension,
                            ),
                        )
                    }
                }
            }
        }
        add(trial(hostile("throws")))
        add(trial(hostile("nan-point")))
    }
