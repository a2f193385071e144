package benchwright.compile

import benchwright.Bounds
import benchwright.Problem
import benchwright.RandomSource
import benchwright.objective.Bbob
import benchwright.objective.Classics
import benchwright.script.Vocabulary
import benchwright.suite.SuiteJson
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.longs.shouldBeGreaterThanOrEqual
import io.kotest.matchers.shouldBe
import io.kotest.matchers.types.shouldBeInstanceOf
import java.nio.file.Path
import kotlin.io.path.exists
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readText
import kotlin.io.path.writeText

/** Every good suite beside the document that it says; `-Dgolden.update=true` writes them anew. */
class GoodSuitesSpec :
    FunSpec({
        val compiler = compilerInThisProcess()
        val folder = Path.of("src/test/resources/good-suites")
        val shipped = Path.of("../suites").listDirectoryEntries("*.bench.kts")
        val scripts = folder.listDirectoryEntries("*.bench.kts") + shipped

        for (script in scripts.sortedBy { it.name }) {
            val name = script.name.removeSuffix(".bench.kts")
            test("$name says its document") {
                val expected = folder.resolve("$name.json")
                val document = SuiteJson.write(compiler.compile(script).suite()) + "\n"
                if (System.getProperty("golden.update") == "true") expected.writeText(document)
                (if (expected.exists()) expected.readText() else "no file $expected") shouldBe
                    document
            }
            test("$name says the same wherever it is compiled") {
                val elsewhere = compilerInThisProcess().compile(script).suite()
                elsewhere shouldBe compiler.compile(script).suite()
            }
        }

        test("the code of a script can be called") {
            val compiled = compiler.compile(folder.resolve("own-code.bench.kts"))
            val bodies = compiled.shouldBeInstanceOf<Compilation.Compiled>().bodies().get()
            bodies.formula("tilted-bowl").value(doubleArrayOf(1.0, 2.0)) shouldBe 9.0
            val problem = Sphere()
            bodies.optimizer("halving").minimize(problem, RandomSource.of("own-code"))
            problem.seen shouldBe 20
        }

        test("a script sees the vocabulary when it runs, and nothing of the engine") {
            ScriptLoader(listOf()).use { loader ->
                loader.loadClass("benchwright.Problem") shouldBe Problem::class.java
                for (hidden in listOf(
                    "benchwright.objective.Bbob",
                    "org.apache.commons.math3.util.FastMath",
                    "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
                )) {
                    shouldThrow<ClassNotFoundException> { loader.loadClass(hidden) }
                }
            }
        }

        test("the quick suite spends at least 20,000 evaluations") {
            val suite = compiler.compile(Path.of("../suites/quick.bench.kts")).suite()
            val full = suite.full
            val runs =
                suite.optimizers.size * full.functions.size * full.instances.size * full.seeds.size
            full.dimensions.sumOf { full.budget.evaluations(it) } * runs shouldBeGreaterThanOrEqual
                20_000
        }

        test("the vocabulary names exactly the functions that there are, with their ranges") {
            val families = Bbob.functions() + Classics.functions()
            families.map { it.id() }.shouldContainExactlyInAnyOrder(Vocabulary.functionIds())
            for (family in families) {
                Vocabulary.smallestDimension(family.id()) shouldBe family.smallestDimension()
            }
        }
    })

private class Sphere : Problem {
    var seen = 0

    override fun dimension() = 2

    override fun bounds() = Bounds.cube(2, -5.0, 5.0)

    override fun budget() = 20L

    override fun remaining() = budget() - seen

    override fun evaluate(x: DoubleArray): Double {
        seen++
        return x.sumOf { it * it }
    }

    override fun evaluateAll(
        points: Array<DoubleArray>,
        values: DoubleArray,
    ) = points.forEachIndexed { i, point -> values[i] = evaluate(point) }
}
