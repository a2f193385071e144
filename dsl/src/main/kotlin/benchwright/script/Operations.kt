package benchwright.script

import benchwright.Bounds
import benchwright.Problem
import benchwright.RandomSource
import kotlin.experimental.ExperimentalTypeInference

/** What is timed: code that is called again and again, with a result that is used up, so that none of it is left out. */
public sealed interface Measured

/** Code whose result is a double, never boxed. */
public fun interface DoubleMeasured : Measured {
    /** Does it once. */
    public fun call(): Double
}

/** Code whose result is a long, never boxed. */
public fun interface LongMeasured : Measured {
    /** Does it once. */
    public fun call(): Long
}

/** Code whose result is an int, never boxed. */
public fun interface IntMeasured : Measured {
    /** Does it once. */
    public fun call(): Int
}

/** Code whose result is an object, or none: a number of another kind is boxed. */
public fun interface ObjectMeasured : Measured {
    /** Does it once. */
    public fun call(): Any?
}

/** The set-up of an operation that stands in a script, and what it ends with: what is timed. */
public fun interface OperationBody {
    /** Sets it up, for the one thread that then calls what is returned. */
    public fun prepare(bench: Workbench): Measured
}

/** What `operation { … }` sees: how much there is to do, problems, and [measured], which is timed. */
@OptIn(ExperimentalTypeInference::class)
public abstract class Workbench protected constructor(
    private val operation: String,
    private val givenSize: Long,
    private val givenWorkers: Int,
) {
    private var timed = false

    /**
     * How much there is to do, of the suite's `sizes(…)`.
     *
     * @throws IllegalStateException unless the operation asks for sizes.
     */
    public val size: Long
        get() = if (givenSize == 0L) unasked("size", "sizes") else givenSize

    /**
     * How many threads do it at the same time, of the suite's `workers(…)`.
     *
     * @throws IllegalStateException unless the operation asks for workers.
     */
    public val workers: Int
        get() = if (givenWorkers == 0) unasked("workers", "workers") else givenWorkers

    /**
     * The function that ships as [id], for this thread alone. Nothing is counted: [Problem.evaluate] costs the function
     * and no more, and there is always more to spend.
     *
     * @throws IllegalArgumentException if no function is called so, or it is not defined in this dimension.
     */
    public abstract fun problem(
        id: String,
        dimension: Int,
        instance: Int = 1,
    ): Problem

    /** A point of the box, uniform in it, the same for the same seed. */
    public fun Problem.randomPoint(seed: Long): DoubleArray = stream(seed).nextPoint(bounds())

    /** So many points of the box, uniform in it, the same for the same seed; the first is [randomPoint]. */
    public fun Problem.randomPoints(
        count: Int,
        seed: Long,
    ): Array<DoubleArray> {
        val stream = stream(seed)
        val box: Bounds = bounds()
        return Array(count) { stream.nextPoint(box) }
    }

    /** What is timed, with a number as result. Stands last, and once. */
    @OverloadResolutionByLambdaReturnType
    @JvmName("measuredDouble")
    public inline fun measured(crossinline body: () -> Double): DoubleMeasured =
        once(DoubleMeasured { body() })

    /** What is timed, with a number as result. Stands last, and once. */
    @OverloadResolutionByLambdaReturnType
    @JvmName("measuredLong")
    public inline fun measured(crossinline body: () -> Long): LongMeasured =
        once(LongMeasured { body() })

    /** What is timed, with a number as result. Stands last, and once. */
    @OverloadResolutionByLambdaReturnType
    @JvmName("measuredInt")
    public inline fun measured(crossinline body: () -> Int): IntMeasured =
        once(IntMeasured { body() })

    /** What is timed, with an object as result, or with none. Stands last, and once. */
    @OverloadResolutionByLambdaReturnType
    @JvmName("measuredObject")
    public inline fun measured(crossinline body: () -> Any?): ObjectMeasured =
        once(ObjectMeasured { body() })

    @PublishedApi
    internal fun <M : Measured> once(measured: M): M {
        check(!timed) {
            "the operation \"$operation\" says measured { } twice: make two operations of it"
        }
        timed = true
        return measured
    }

    private fun stream(seed: Long) =
        RandomSource.of(RandomSource.STREAM_VERSION, "operation", seed.toString())

    private fun unasked(
        word: String,
        parameter: String,
    ): Nothing =
        throw IllegalStateException(
            "the operation \"$operation\" reads $word and does not ask for it: " +
                "write operation(\"$operation\", $parameter = true) { … }",
        )
}
