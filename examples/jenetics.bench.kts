// How good is a library's genetic algorithm beside ours? Jenetics, as its users run it.
@file:DependsOn("io.jenetics:jenetics:7.2.0")

import io.jenetics.DoubleChromosome
import io.jenetics.DoubleGene
import io.jenetics.GaussianMutator
import io.jenetics.Genotype
import io.jenetics.LineCrossover
import io.jenetics.Optimize
import io.jenetics.TournamentSelector
import io.jenetics.engine.Engine
import io.jenetics.util.Factory
import io.jenetics.util.RandomRegistry
import java.util.random.RandomGenerator

title("Jenetics on five functions")
spec("docs/specs/012-jenetics.md")

functions(sphere, rastrigin, bbob(1, 8, 15))
dimensions(2, 5)
instances(1..3)
budget(500.perDimension)

optimizers(
    RandomSearch(),
    MantaRay(),
    optimizer("jenetics-ga") { problem, random ->
        val box = problem.bounds
        val chromosomes = List(problem.dimension) { DoubleChromosome.of(box.lower(it), box.upper(it)) }
        val genotypes: Factory<Genotype<DoubleGene>> = Genotype.of(chromosomes)
        // All its chance comes from the trial's stream, and all its work is done in the trial's thread:
        // so the same seed gives the same bits, with any number of workers.
        RandomRegistry.with(RandomGenerator { random.nextLong() }) {
            val engine =
                Engine.builder({ genotype: Genotype<DoubleGene> ->
                    problem.evaluate(DoubleArray(problem.dimension) { genotype[it].gene().allele() })
                }, genotypes)
                    .optimize(Optimize.MINIMUM)
                    .populationSize(40)
                    .survivorsSelector(TournamentSelector(3))
                    .offspringSelector(TournamentSelector(3))
                    .alterers(LineCrossover(0.6), GaussianMutator(0.3))
                    .executor(Runnable::run)
                    .build()
            // It would go on for ever; the problem ends it when the budget is spent.
            engine.stream().forEach { }
        }
    },
)

quick {
    functions(sphere, bbob(8))
    dimensions(2)
    instances(1)
}
