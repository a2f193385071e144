package benchwright.optimizer

import benchwright.Optimizer
import benchwright.script.Bodies
import benchwright.script.Formula

/** One formula: the sphere around the origin. */
object SphereBodies : Bodies {
    override fun optimizer(id: String): Optimizer = throw NoSuchElementException(id)

    override fun formula(id: String): Formula = Formula { x -> x.sumOf { it * it } }
}
