package benchwright.script

import benchwright.Optimizer
import benchwright.suite.Budget
import benchwright.suite.Command
import benchwright.suite.FormulaFunction
import benchwright.suite.KnownOptimum
import benchwright.suite.Measure
import benchwright.suite.Operation
import benchwright.suite.OptimizerSpec
import benchwright.suite.ResultKind
import benchwright.suite.ScriptOptimizer
import benchwright.suite.Severity
import benchwright.suite.Targets
import benchwright.suite.Threshold
import benchwright.suite.UnknownOptimum
import kotlin.experimental.ExperimentalTypeInference
import kotlin.properties.ReadOnlyProperty
import kotlin.reflect.KProperty
import kotlin.script.experimental.annotations.KotlinScript

/**
 * A suite's script: the file `NAME.bench.kts` is the body of a class below this one, and each of its sentences calls a
 * statement of this class.
 *
 * A statement says something about the suite and returns nothing; each may stand once, except [failWhen], [warnWhen] and
 * [publish]. Nothing is judged while the script is executed: [Reading.of] tells all mistakes at once.
 */
@KotlinScript(
    displayName = "Benchwright suite",
    fileExtension = "bench.kts",
    compilationConfiguration = SuiteScriptCompilation::class,
)
@OptIn(ExperimentalTypeInference::class)
public abstract class SuiteScript {
    internal val draft: Draft = Draft(javaClass)

    /** The headline of reports; the suite's name if it is not given. */
    public fun title(text: String) {
        draft.title += draft.saidOfSuite("title", text)
    }

    /**
     * The document that says what the suite is for, what it needs and what must hold:
     * `spec("docs/specs/001-quick.md")`. `bench spec check` holds the two together.
     */
    public fun spec(path: String) {
        draft.spec += draft.saidOfSuite("spec", path)
    }

    /** The objective functions: `functions(sphere, bbob(1..24))`. Needed. */
    public fun functions(vararg functions: Functions) {
        draft.full.functions += draft.said("functions", functions.asList())
    }

    /** The numbers of coordinates: `dimensions(2, 5, 10)`. Needed. */
    public fun dimensions(vararg dimensions: Int) {
        draft.full.dimensions += draft.said("dimensions", numbers(dimensions))
    }

    /** The numbers of coordinates: `dimensions(2..10 step 2)`. */
    public fun dimensions(dimensions: IntProgression) {
        draft.full.dimensions += draft.said("dimensions", numbers(dimensions))
    }

    /** Which variants of each function, by shift and rotation: `instances(1, 4)`. Only 1 if it is not given. */
    public fun instances(vararg instances: Int) {
        draft.full.instances += draft.said("instances", numbers(instances))
    }

    /** Which variants of each function, by shift and rotation: `instances(1..15)`. */
    public fun instances(instances: IntProgression) {
        draft.full.instances += draft.said("instances", numbers(instances))
    }

    /** The seeds of each optimizer on each problem: `seeds(1, 2)`. Only 1 if it is not given. */
    public fun seeds(vararg seeds: Long) {
        draft.full.seeds += draft.said("seeds", Numbers(seeds.size.toLong(), seeds.asList()))
    }

    /** The seeds of each optimizer on each problem: `seeds(1..3)`. */
    public fun seeds(seeds: IntProgression) {
        draft.full.seeds += draft.said("seeds", numbers(seeds))
    }

    /** What one trial may spend: `budget(200.perDimension)` or `budget(20_000.evaluations)`. Needed. */
    public fun budget(budget: Budget) {
        draft.full.budget += draft.said("budget", budget)
    }

    /**
     * How long a run may go on: `limit(15.minutes)`. Then no further trial is begun, those that run are finished, and
     * what was left out is named; `--resume` goes on with it. As long as it takes if it is not given.
     */
    public fun limit(time: Span) {
        draft.full.limit += draft.said("limit", time)
    }

    /**
     * The distances to the optimum at which hits are counted, [perDecade] for each power of ten; a trial that reaches
     * the last one is a success and ends. The 51 targets of COCO if it is not given.
     */
    public fun targets(
        from: Double = 1e2,
        to: Double = 1e-8,
        perDecade: Int = 5,
    ) {
        draft.targets += draft.saidOfSuite("targets", Targets(from, to, perDecade))
    }

    /** The optimizers: `optimizers(RandomSearch(), MantaRay("manta-ray-20", population = 20))`. Needed. */
    public fun optimizers(vararg optimizers: OptimizerSpec) {
        draft.optimizers += draft.saidOfSuite("optimizers", optimizers.asList())
    }

    /** The operations whose time is measured: `operations(operation("sort") { … })`. */
    public fun operations(vararg operations: Operation) {
        draft.operations += draft.saidOfSuite("operations", operations.asList())
    }

    /** The programs whose time is measured: `implementations(Command("c -O3", run = "./mrfo"))`. */
    public fun implementations(vararg implementations: Command) {
        draft.implementations +=
            draft.saidOfSuite("implementations", implementations.asList())
    }

    /** How much is to be done, for implementations that ask for `{size}`; 0 leaves a size out: `sizes(small = 100)`. */
    public fun sizes(
        tiny: Long = 0,
        small: Long = 0,
        medium: Long = 0,
        large: Long = 0,
    ) {
        draft.full.sizes += draft.said("sizes", named(tiny, small, medium, large))
    }

    /** How many workers at a time, for implementations that ask for `{workers}`: `workers(1, 2, 4)`. Only 1 if it is not given. */
    public fun workers(vararg workers: Int) {
        draft.full.workers += draft.said("workers", numbers(workers))
    }

    /**
     * How measurements are made: so many [warmups] whose time is not kept, then [runs] of a command or [forks] of an
     * operation, until half of the interval of the median is no wider than [untilError] of it. No further run of the
     * same case is begun after [limit]; a run that takes longer than [timeout] has failed.
     */
    public fun timing(
        warmups: Int = 3,
        runs: IntRange = 10..100,
        forks: Int = 5,
        untilError: Percent = 2.percent,
        limit: Span = Span.NONE,
        timeout: Span = 10.minutes,
    ) {
        draft.full.timing +=
            draft.said(
                "timing",
                timingOf(warmups, runs, forks, untilError, limit, timeout),
            )
    }

    /**
     * Implementations of the same job must agree: numbers a and b if |a − b| ≤ [tolerance] · max(1, |a|, |b|).
     */
    public fun sameResults(tolerance: Double) {
        draft.sameResults += draft.saidOfSuite("sameResults", tolerance)
    }

    /** A comparison fails when [measure] got worse by more than [worseBy]; for all optimizers, or for those [of] these ids. */
    public fun failWhen(
        measure: Measure,
        worseBy: Percent,
        of: List<String> = emptyList(),
    ) {
        draft.thresholds +=
            draft.saidOfSuite("failWhen", Threshold(measure, worseBy.value, Severity.FAIL, of))
    }

    /** A comparison warns when [measure] got worse by more than [worseBy]; for all optimizers, or for those [of] these ids. */
    public fun warnWhen(
        measure: Measure,
        worseBy: Percent,
        of: List<String> = emptyList(),
    ) {
        draft.thresholds +=
            draft.saidOfSuite("warnWhen", Threshold(measure, worseBy.value, Severity.WARN, of))
    }

    /** Shows [exhibit] in a marked region of a document: `publish(table(expectedRuntime), to = "docs/quick.md#standings")`. */
    public fun publish(
        exhibit: Exhibit,
        to: String,
    ) {
        draft.publications += draft.saidOfSuite("publish", PublicationDraft(exhibit, to))
    }

    /** What `--quick` runs: what the block does not say stays as the suite says it. */
    public fun quick(block: Quick.() -> Unit) {
        val quick = Quick(draft)
        draft.quick += draft.saidOfSuite("quick", quick.extent)
        val outer = draft.insideQuick
        draft.insideQuick = true
        try {
            quick.block()
        } finally {
            draft.insideQuick = outer
        }
    }

    /**
     * A function of this suite alone; the property names it: `val tilted by formula { x -> x[0] * x[0] }`.
     *
     * The box is the same interval for each coordinate. With the smallest value as [optimum] targets can be hit;
     * without it no success is counted. The [body] must be a pure function of its point.
     */
    public fun formula(
        lower: Double = -5.0,
        upper: Double = 5.0,
        optimum: Double? = null,
        body: Formula,
    ): FormulaDelegate = FormulaDelegate(draft, lower, upper, optimum, body)

    /**
     * An optimizer of this suite alone: `optimizer("mine") { problem, random -> … }`, to be listed in [optimizers].
     *
     * All its randomness must come from the [RandomSource][benchwright.RandomSource] it is given.
     */
    public fun optimizer(
        id: String,
        body: Optimizer,
    ): OptimizerSpec {
        draft.ownOptimizers += draft.saidOfSuite("optimizer", Pair(id, body))
        return ScriptOptimizer(id)
    }

    /**
     * An operation of this suite, to be listed in [operations]: `operation("sort") { val a = …; measured { a.sort() } }`.
     *
     * Its [body] is set-up, made anew in each JVM that measures it, and ends with `measured { … }`, which is timed.
     * With [sizes] it is measured for each of the suite's sizes and may read `size`; with [workers] for each number of
     * workers: so many threads at a time, each with a set-up of its own.
     */
    @OverloadResolutionByLambdaReturnType
    @JvmName("doubleOperation")
    public fun operation(
        name: String,
        sizes: Boolean = false,
        workers: Boolean = false,
        body: Workbench.() -> DoubleMeasured,
    ): Operation = described(name, sizes, workers, ResultKind.DOUBLE, OperationBody(body))

    /** As above, of an operation whose result is a Long. */
    @OverloadResolutionByLambdaReturnType
    @JvmName("longOperation")
    public fun operation(
        name: String,
        sizes: Boolean = false,
        workers: Boolean = false,
        body: Workbench.() -> LongMeasured,
    ): Operation = described(name, sizes, workers, ResultKind.LONG, OperationBody(body))

    /** As above, of an operation whose result is an Int. */
    @OverloadResolutionByLambdaReturnType
    @JvmName("intOperation")
    public fun operation(
        name: String,
        sizes: Boolean = false,
        workers: Boolean = false,
        body: Workbench.() -> IntMeasured,
    ): Operation = described(name, sizes, workers, ResultKind.INT, OperationBody(body))

    /** As above, of an operation whose result is an object, or nothing. */
    @OverloadResolutionByLambdaReturnType
    @JvmName("objectOperation")
    public fun operation(
        name: String,
        sizes: Boolean = false,
        workers: Boolean = false,
        body: Workbench.() -> ObjectMeasured,
    ): Operation = described(name, sizes, workers, ResultKind.OBJECT, OperationBody(body))

    private fun described(
        name: String,
        sizes: Boolean,
        workers: Boolean,
        result: ResultKind,
        body: OperationBody,
    ): Operation {
        val operation = Operation(Spelling.id(name), name, sizes, workers, result)
        draft.ownOperations += draft.said("operation", Pair(operation, body))
        return operation
    }
}

/** Gives a formula the name of the property it is delegated to: `val tilted by formula { … }` is `tilted`. */
public class FormulaDelegate internal constructor(
    private val draft: Draft,
    private val lower: Double,
    private val upper: Double,
    private val optimum: Double?,
    private val body: Formula,
) {
    /** Called once, where the property is declared. */
    public operator fun provideDelegate(
        script: Any?,
        property: KProperty<*>,
    ): ReadOnlyProperty<Any?, Functions> {
        val known = if (optimum == null) UnknownOptimum else KnownOptimum(optimum)
        val spec = FormulaFunction(kebab(property.name), lower, upper, known)
        draft.formulas +=
            draft.saidOfSuite("formula", FormulaDraft(spec, property.name, body))
        val functions = Functions(spec)
        return ReadOnlyProperty { _, _ -> functions }
    }
}
