package benchwright.compile

import benchwright.script.Workbench
import benchwright.suite.Operation
import benchwright.suite.ResultKind
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldNotBeEmpty
import io.kotest.matchers.maps.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.types.shouldBeInstanceOf
import org.jetbrains.org.objectweb.asm.ClassReader
import org.jetbrains.org.objectweb.asm.tree.ClassNode
import org.jetbrains.org.objectweb.asm.tree.MethodInsnNode
import org.jetbrains.org.objectweb.asm.tree.MethodNode
import java.nio.file.Files
import kotlin.io.path.readBytes

private const val SCRIPT = """
operations(
    operation("double") { val x = 3.0; measured { x * 2 } },
    operation("long") { val x = 3L; measured { if (x > 2) x else 1L } },
    operation("int") { val x = "abc"; measured { x.length } },
    operation("float") { val x = 3.0f; measured { x * 2 } },
    operation("text") { val x = "abc"; measured { x + x } },
    operation("nothing") { val x = IntArray(3); measured { x.sort() } },
    operation("assignment") { var x = 1; measured { x += 2 } },
)
"""

class OperationScriptSpec :
    FunSpec({
        val compiled =
            compilerInThisProcess()
                .compile(script(SCRIPT))
                .shouldBeInstanceOf<Compilation.Compiled>()

        fun calls(kind: String): List<MethodNode> =
            Files
                .walk(compiled.entry().resolve(SuiteCache.CLASSES))
                .use { files ->
                    files.filter { it.toString().endsWith(".class") }.toList()
                }.map { file ->
                    ClassNode().also { ClassReader(file.readBytes()).accept(it, 0) }
                }.filter { "benchwright/script/${kind}Measured" in it.interfaces }
                .flatMap { it.methods }
                .filter { it.name == "call" }

        fun boxes(method: MethodNode): List<String> =
            method.instructions
                .filterIsInstance<MethodInsnNode>()
                .filter { it.name == "valueOf" || "Boxing" in it.owner }
                .map { "${it.owner}.${it.name}" }

        test("the kind of its result is known from the text of an operation") {
            compiled
                .suite()
                .speed.implementations
                .filterIsInstance<Operation>()
                .associate { it.name to it.result }
                .shouldContainExactly(
                    mapOf(
                        "double" to ResultKind.DOUBLE,
                        "long" to ResultKind.LONG,
                        "int" to ResultKind.INT,
                        "float" to ResultKind.OBJECT,
                        "text" to ResultKind.OBJECT,
                        "nothing" to ResultKind.OBJECT,
                        "assignment" to ResultKind.OBJECT,
                    ),
                )
        }

        for ((kind, result) in mapOf("Double" to "()D", "Long" to "()J", "Int" to "()I")) {
            test("a result of the type $kind is not boxed in the script's classes") {
                val call = calls(kind).single()
                call.desc shouldBe result
                boxes(call).shouldBeEmpty()
            }
        }

        test("a number of another kind is boxed, and the test would see it") {
            calls("Object").flatMap(::boxes).shouldNotBeEmpty()
        }

        test("an operation's body is what its set-up ends with") {
            val bodies = compiled.bodies().get()
            val bench =
                object : Workbench("long", 0, 0) {
                    override fun problem(
                        id: String,
                        dimension: Int,
                        instance: Int,
                    ) = error("no problem here")
                }
            val measured = bodies.operation("long").prepare(bench)
            measured.shouldBeInstanceOf<benchwright.script.LongMeasured>().call() shouldBe 3L
        }
    })
