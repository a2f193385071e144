package benchwright.script

/** All words that a script may use, as names: for suggestions, completion and the reference. */
public object Vocabulary {
    /** What stands at the beginning of a sentence. */
    @JvmField
    public val statements: List<String> =
        listOf(
            "title",
            "spec",
            "functions",
            "dimensions",
            "instances",
            "seeds",
            "budget",
            "limit",
            "targets",
            "optimizers",
            "operations",
            "implementations",
            "sizes",
            "workers",
            "timing",
            "sameResults",
            "failWhen",
            "warnWhen",
            "publish",
            "quick",
        )

    /** The classic functions: the word in a script, and the id in reports. */
    @JvmField
    public val classics: Map<String, String> =
        mapOf(
            "sphere" to "sphere",
            "rosenbrock" to "rosenbrock",
            "rastrigin" to "rastrigin",
            "ackley" to "ackley",
            "griewank" to "griewank",
            "schwefel12" to "schwefel-1-2",
            "schwefel221" to "schwefel-2-21",
            "schwefel222" to "schwefel-2-22",
            "schwefel226" to "schwefel-2-26",
            "levy" to "levy",
            "zakharov" to "zakharov",
            "styblinskiTang" to "styblinski-tang",
            "step" to "step",
            "penalized1" to "penalized-1",
            "penalized2" to "penalized-2",
        )

    /** Words that name or make functions, beside the classics. */
    @JvmField
    public val functionMakers: List<String> = listOf("bbob", "formula")

    /** Words that make optimizers. */
    @JvmField
    public val optimizers: List<String> =
        listOf(
            "RandomSearch",
            "OnePlusOneEs",
            "NelderMead",
            "Bfgs",
            "CmaEs",
            "IpopCmaEs",
            "BipopCmaEs",
            "DifferentialEvolution",
            "LShade",
            "ParticleSwarm",
            "GeneticAlgorithm",
            "MantaRay",
            "CommonsCmaEs",
            "CommonsBobyqa",
            "CommonsNelderMead",
            "CommonsMultidirectional",
            "CommonsPowell",
            "HipparchusCmaEs",
            "HipparchusBobyqa",
            "HipparchusNelderMead",
            "HipparchusMultidirectional",
            "HipparchusPowell",
            "Program",
            "optimizer",
        )

    /** Words that make what is measured. */
    @JvmField
    public val implementations: List<String> = listOf("Command", "operation")

    /** Words inside `operation { … }`. */
    @JvmField
    public val benchWords: List<String> =
        listOf("measured", "problem", "randomPoint", "randomPoints", "size")

    /** Words that make a number into a quantity. */
    @JvmField
    public val units: List<String> =
        listOf("perDimension", "evaluations", "percent", "seconds", "minutes", "hours")

    /** What a comparison looks at. */
    @JvmField
    public val measures: List<String> =
        listOf("expectedRuntime", "successRate", "time", "memory", "utilization")

    /** What a publication shows. */
    @JvmField
    public val exhibits: List<String> = listOf("table", "curves", "sparkline")

    /** Every word. */
    @JvmStatic
    public fun words(): List<String> =
        statements + classics.keys + functionMakers + optimizers + implementations + benchWords +
            units + measures + exhibits

    /** The ids of all functions that ship: `bbob-f1`, `sphere`, `sphere-unshifted`. */
    @JvmStatic
    public fun functionIds(): List<String> =
        BBOB_NUMBERS.map { "$BBOB_PREFIX$it" } +
            classics.values.flatMap { listOf(it, "$it-unshifted") }

    /** The smallest dimension of the function that ships as [id]. */
    @JvmStatic
    public fun smallestDimension(id: String): Int =
        if (id.startsWith(BBOB_PREFIX) || id.startsWith("rosenbrock")) 2 else 1

    /** How the statement [word] looks: the line to add or to compare with. */
    @JvmStatic
    public fun example(word: String): String = examples[word] ?: word

    private val examples =
        mapOf(
            "title" to "title(\"Quick look\")",
            "spec" to "spec(\"docs/specs/001-quick.md\")",
            "functions" to "functions(sphere, rastrigin, bbob(1, 8, 15))",
            "dimensions" to "dimensions(2, 5, 10)",
            "instances" to "instances(1..5)",
            "seeds" to "seeds(1..3)",
            "budget" to "budget(200.perDimension)",
            "limit" to "limit(15.minutes)",
            "targets" to "targets(from = 1e2, to = 1e-8, perDecade = 5)",
            "optimizers" to "optimizers(RandomSearch(), MantaRay())",
            "operations" to "operations(operation(\"sort\") { … })",
            "implementations" to "implementations(Command(\"c -O3\", run = \"./mrfo {size}\"))",
            "sizes" to "sizes(tiny = 10, small = 100, medium = 1_000, large = 10_000)",
            "workers" to "workers(1, 2, 4)",
            "timing" to "timing(warmups = 3, runs = 10..100, untilError = 2.percent)",
            "sameResults" to "sameResults(tolerance = 1e-6)",
            "operation" to
                "operation(\"sort\") { val a = IntArray(1_000) { -it }; measured { a.sorted() } }",
            "measured" to "measured { problem.evaluate(x) }",
            "problem" to "problem(\"bbob-f10\", dimension = 20)",
            "Command" to
                "Command(\"c -O3\", directory = \"examples/c\", build = listOf(\"make\"), run = \"./mrfo {size}\")",
            "failWhen" to "failWhen(expectedRuntime, worseBy = 10.percent)",
            "warnWhen" to "warnWhen(successRate, worseBy = 5.percent)",
            "publish" to "publish(table(expectedRuntime), to = \"docs/quick.md#standings\")",
            "quick" to "quick { dimensions(2, 5) }",
            "bbob" to "bbob(1, 8, 15)",
            "formula" to "val tilted by formula { x -> x[0] + 2 * x[1] }",
            "optimizer" to "optimizer(\"mine\") { problem, random -> … }",
            "RandomSearch" to "RandomSearch()",
            "NelderMead" to "NelderMead(edge = 2.0)",
            "Bfgs" to "Bfgs()",
            "MantaRay" to "MantaRay(\"manta-ray-20\", population = 20)",
            "OnePlusOneEs" to "OnePlusOneEs(sigma = 2.0)",
            "CmaEs" to "CmaEs(sigma = 2.0)",
            "DifferentialEvolution" to "DifferentialEvolution(populationPerDimension = 10)",
            "LShade" to "LShade(populationPerDimension = 18)",
            "ParticleSwarm" to "ParticleSwarm(population = 40)",
            "GeneticAlgorithm" to "GeneticAlgorithm(population = 100)",
            "IpopCmaEs" to "IpopCmaEs(growth = 2.0)",
            "BipopCmaEs" to "BipopCmaEs()",
            "Program" to
                "Program(\"my-es\", directory = \"examples/my-es\", build = listOf(\"make\"), run = \"./es\")",
            "CommonsCmaEs" to "CommonsCmaEs(sigma = 2.0)",
            "CommonsBobyqa" to "CommonsBobyqa(radius = 1.7)",
            "CommonsNelderMead" to "CommonsNelderMead(outside = \"clipped\")",
            "CommonsMultidirectional" to "CommonsMultidirectional(outside = \"clipped\")",
            "CommonsPowell" to "CommonsPowell(outside = \"clipped\")",
            "HipparchusCmaEs" to "HipparchusCmaEs(sigma = 2.0)",
            "HipparchusBobyqa" to "HipparchusBobyqa(radius = 1.7)",
            "HipparchusNelderMead" to "HipparchusNelderMead(outside = \"clipped\")",
            "HipparchusMultidirectional" to "HipparchusMultidirectional(outside = \"clipped\")",
            "HipparchusPowell" to "HipparchusPowell(outside = \"clipped\")",
            "table" to "table(expectedRuntime)",
            "curves" to "curves(expectedRuntime)",
            "sparkline" to "sparkline(expectedRuntime)",
        )
}
