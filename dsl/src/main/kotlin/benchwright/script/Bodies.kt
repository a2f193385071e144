package benchwright.script

import benchwright.Optimizer

/** The value of a function at a point: the body of a formula that stands in a script. */
public fun interface Formula {
    /** The value at [x], which must be left as it is. */
    public fun value(x: DoubleArray): Double
}

/** The code that stands in a script: what its own optimizers and formulas do. */
public interface Bodies {
    /**
     * The body of the script's optimizer [id].
     *
     * @throws NoSuchElementException if the script has no such optimizer.
     */
    public fun optimizer(id: String): Optimizer

    /**
     * The body of the script's formula [id].
     *
     * @throws NoSuchElementException if the script has no such formula.
     */
    public fun formula(id: String): Formula

    /**
     * The set-up of the script's operation [id].
     *
     * @throws NoSuchElementException if the script has no such operation.
     */
    public fun operation(id: String): OperationBody =
        throw NoSuchElementException("the script has no operation \"$id\"")

    public companion object {
        private val none = ScriptBodies(emptyMap(), emptyMap(), emptyMap())

        /** Of a suite that has no code of its own. */
        @JvmStatic
        public fun none(): Bodies = none
    }
}

internal class ScriptBodies(
    private val optimizers: Map<String, Optimizer>,
    private val formulas: Map<String, Formula>,
    private val operations: Map<String, OperationBody>,
) : Bodies {
    override fun optimizer(id: String): Optimizer =
        optimizers[id] ?: throw NoSuchElementException("the script has no optimizer \"$id\"")

    override fun formula(id: String): Formula =
        formulas[id] ?: throw NoSuchElementException("the script has no formula \"$id\"")

    override fun operation(id: String): OperationBody = operations[id] ?: super.operation(id)
}
