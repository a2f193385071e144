package benchwright.script

import benchwright.suite.AdaptedOptimizer
import benchwright.suite.Bfgs
import benchwright.suite.BipopCmaEs
import benchwright.suite.CmaEs
import benchwright.suite.CommonsBobyqa
import benchwright.suite.CommonsCmaEs
import benchwright.suite.CommonsMultidirectional
import benchwright.suite.CommonsNelderMead
import benchwright.suite.CommonsPowell
import benchwright.suite.DifferentialEvolution
import benchwright.suite.GeneticAlgorithm
import benchwright.suite.HipparchusBobyqa
import benchwright.suite.HipparchusCmaEs
import benchwright.suite.HipparchusMultidirectional
import benchwright.suite.HipparchusNelderMead
import benchwright.suite.HipparchusPowell
import benchwright.suite.IpopCmaEs
import benchwright.suite.LShade
import benchwright.suite.MantaRay
import benchwright.suite.NelderMead
import benchwright.suite.OnePlusOneEs
import benchwright.suite.OptimizerSpec
import benchwright.suite.ParticleSwarm
import benchwright.suite.Program
import benchwright.suite.RandomSearch
import benchwright.suite.ScriptOptimizer

/** Judges the parameters of optimizers: which range each has, and what to write instead. */
internal class ParameterCheck(
    private val mistakes: Mistakes,
) {
    fun check(
        spec: OptimizerSpec,
        spot: Spot,
    ) {
        val of = Parameters(spec.javaClass.simpleName, spot)
        when (spec) {
            is RandomSearch -> {}

            is NelderMead -> {
                of.real("edge", spec.edge, LENGTHS, 2.0)
                of.whole("localRestarts", spec.localRestarts, 0..1_000_000, 10)
                of.whole("iterations", spec.iterations, 1..1_000_000, 200)
                of.factor("reshape", spec.reshape, 10.0)
            }

            is Bfgs -> {
                of.real("difference", spec.difference, 1e-15..1.0, 1.4901161193847656e-8)
            }

            is MantaRay -> {
                of.whole("population", spec.population, POPULATIONS, 50)
                of.factor("somersault", spec.somersault, 2.0)
            }

            is OnePlusOneEs -> {
                of.factor("sigma", spec.sigma, 2.0)
            }

            is CmaEs -> {
                of.factor("sigma", spec.sigma, 2.0)
            }

            is IpopCmaEs -> {
                of.factor("sigma", spec.sigma, 2.0)
                of.real("growth", spec.growth, 1.0..10.0, 2.0)
            }

            is BipopCmaEs -> {
                of.factor("sigma", spec.sigma, 2.0)
            }

            is DifferentialEvolution -> {
                of.whole("populationPerDimension", spec.populationPerDimension, PER_DIMENSION, 10)
                of.factor("weight", spec.weight, 0.5, largest = 2.0)
                of.real("crossover", spec.crossover, 0.0..1.0, 0.9)
            }

            is LShade -> {
                of.whole("populationPerDimension", spec.populationPerDimension, PER_DIMENSION, 18)
                of.whole("history", spec.history, PER_DIMENSION, 6)
                of.real("bestShare", spec.bestShare, 0.0..1.0, 0.11)
                of.real("archive", spec.archive, 0.0..100.0, 2.6)
            }

            is ParticleSwarm -> {
                of.whole("population", spec.population, POPULATIONS, 40)
                of.whole("informed", spec.informed, PER_DIMENSION, 3)
                of.real("inertia", spec.inertia, 0.0..1.0, 0.7213475204444817)
                of.factor("attraction", spec.attraction, 1.1931471805599454, largest = 4.0)
            }

            is Program -> {
                program(spec, spot)
            }

            is GeneticAlgorithm -> {
                of.whole("population", spec.population, POPULATIONS, 100)
                of.real("crossover", spec.crossover, 0.0..1.0, 0.9)
                of.factor("crossoverIndex", spec.crossoverIndex, 2.0, largest = 1_000.0)
                of.real("mutation", spec.mutation, 0.0..10_000.0, 1.0)
                of.factor("mutationIndex", spec.mutationIndex, 20.0, largest = 1_000.0)
            }

            is AdaptedOptimizer -> {
                checkLibrary(spec, of)
            }

            // Judged with the bodies: it has no parameters.
            is ScriptOptimizer -> {}
        }
    }

    private fun program(
        spec: Program,
        spot: Spot,
    ) {
        val example = "write ${Vocabulary.example("Program")}"

        fun wrong(text: String) = mistakes.add(spot, text, example)
        if (spec.directory.isBlank()) {
            wrong("directory of Program is where its commands are carried out; got nothing")
        }
        for ((name, command) in spec.build.map { "a build step" to it } + ("run" to spec.run)) {
            if (command.isBlank()) {
                wrong("$name of Program is a command; got nothing")
            } else if (command.any { it.isISOControl() }) {
                wrong("$name of Program is one line of words; got ${command.lines().first()}…")
            } else {
                val shell = Program.words(command).firstOrNull { it in SHELL_WORDS }
                if (shell != null) {
                    mistakes.add(
                        spot,
                        "$name of Program is not handed to a shell, which alone understands $shell; got $command",
                        "write the steps as strings of their own, or put them into a script",
                    )
                }
            }
        }
        if (spec.patienceSeconds !in 1..Program.LONGEST_PATIENCE) {
            mistakes.add(
                spot,
                "patienceSeconds of Program is 1 to ${Program.LONGEST_PATIENCE}; got ${spec.patienceSeconds}",
                "leave it out for a minute, or write patienceSeconds = 300",
            )
        }
    }

    private fun checkLibrary(
        spec: AdaptedOptimizer,
        of: Parameters,
    ) {
        when (spec) {
            is CommonsCmaEs -> {
                of.real("sigma", spec.sigma, 1e-5..5.0, 2.0)
            }

            is CommonsBobyqa -> {
                of.real("radius", spec.radius, 1e-5..5.0, 1.7)
            }

            is CommonsNelderMead -> {
                of.real("edge", spec.edge, LENGTHS, 1.37)
                of.outside(spec.outside)
            }

            is CommonsMultidirectional -> {
                of.real("edge", spec.edge, LENGTHS, 1.37)
                of.outside(spec.outside)
            }

            is CommonsPowell -> {
                of.real("step", spec.step, LENGTHS, 0.83)
                of.outside(spec.outside)
            }

            is HipparchusCmaEs -> {
                of.real("sigma", spec.sigma, 1e-5..5.0, 2.0)
            }

            is HipparchusBobyqa -> {
                of.real("radius", spec.radius, 1e-5..5.0, 1.7)
            }

            is HipparchusNelderMead -> {
                of.real("edge", spec.edge, LENGTHS, 1.37)
                of.outside(spec.outside)
            }

            is HipparchusMultidirectional -> {
                of.real("edge", spec.edge, LENGTHS, 1.37)
                of.outside(spec.outside)
            }

            is HipparchusPowell -> {
                of.real("step", spec.step, LENGTHS, 0.83)
                of.outside(spec.outside)
            }
        }
    }

    private inner class Parameters(
        private val word: String,
        private val spot: Spot,
    ) {
        fun whole(
            name: String,
            value: Int,
            range: IntRange,
            usual: Int,
        ) {
            if (value !in range) wrong(name, "${range.first} to ${range.last}", value, usual)
        }

        /** Above zero, and no larger than anybody needs. */
        fun factor(
            name: String,
            value: Double,
            usual: Double,
            largest: Double = LARGEST_FACTOR,
        ) {
            if (!(value > 0 && value <= largest)) {
                wrong(name, "above 0 and at most $largest", value, usual)
            }
        }

        /** Between two numbers, both included. */
        fun real(
            name: String,
            value: Double,
            range: ClosedFloatingPointRange<Double>,
            usual: Double,
        ) {
            if (value !in range) {
                wrong(name, "${range.start} to ${range.endInclusive}", value, usual)
            }
        }

        /** What happens to points outside the box. */
        fun outside(value: String) {
            if (value !in OUTSIDE) {
                mistakes.add(
                    spot,
                    "outside of $word is ${OUTSIDE.joinToString(" or ")}; got $value",
                    "write $word(outside = \"${OUTSIDE.first()}\")",
                )
            }
        }

        private fun wrong(
            name: String,
            range: String,
            value: Number,
            usual: Number,
        ) = mistakes.add(
            spot,
            "$name of $word is $range; got $value",
            "write $word($name = $usual)",
        )
    }

    private companion object {
        val LENGTHS = 1e-5..10.0
        val OUTSIDE = listOf("evaluated", "clipped")
        const val LARGEST_FACTOR = 1e6
        val SHELL_WORDS = setOf("&&", "||", "|", ";", ">", ">>", "<", "2>&1", "&")
        val POPULATIONS = 2..100_000
        val PER_DIMENSION = 1..1_000
    }
}
