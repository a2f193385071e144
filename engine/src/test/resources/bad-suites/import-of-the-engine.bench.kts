import benchwright.plan.Planner
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler

functions(sphere)
dimensions(2, 5)
budget(10.perDimension)
optimizers(RandomSearch())
