// A library's optimizer in a suite: Maven fetches the library as it does for this user's own projects.
@file:DependsOn("org.apache.commons:commons-math3:3.6.1")

import org.apache.commons.math3.optim.InitialGuess
import org.apache.commons.math3.optim.MaxEval
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction
import org.apache.commons.math3.optim.SimpleBounds
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer

title("BOBYQA of commons-math3")
spec("docs/specs/011-with-dependency.md")

val bobyqa = optimizer("bobyqa") { problem, random ->
    val bounds = problem.bounds
    BOBYQAOptimizer(2 * problem.dimension + 1).optimize(
        MaxEval(Int.MAX_VALUE),
        ObjectiveFunction { x -> problem.evaluate(x) },
        GoalType.MINIMIZE,
        InitialGuess(random.nextPoint(bounds)),
        SimpleBounds(bounds.lower(), bounds.upper()),
    )
}

functions(sphere, rosenbrock, bbob(8))
dimensions(2, 5)
instances(1..3)
budget(100.perDimension)
optimizers(RandomSearch(), bobyqa)

quick {
    dimensions(2)
    instances(1)
}
