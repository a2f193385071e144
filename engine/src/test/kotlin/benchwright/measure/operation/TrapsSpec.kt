package benchwright.measure.operation

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.shouldBe
import java.lang.reflect.Modifier

/**
 * The ways in which timing the code of a script goes wrong, told by what the compiler did and what
 * was allocated: never by a time, so that a busy machine changes nothing.
 */
class TrapsSpec :
    FunSpec({
        val figures = traps()

        test("a constant is folded away, and what our stub holds is not") {
            val (constant, held) = figures.getValue("constant")
            withClue("$constant bytes of code from a constant, $held from the stub's field") {
                held shouldBeGreaterThan 1.25 * constant
            }
            val holders = OperationStub::class.java.declaredClasses
            holders.size shouldBe 4
            for (holder in holders) {
                val modifiers = holder.getDeclaredField("measured").modifiers
                withClue(holder) {
                    (Modifier.isFinal(modifiers) || Modifier.isStatic(modifiers)) shouldBe false
                }
            }
        }

        test("an object around a number is allocated, and our stub for numbers needs none") {
            val (boxed, primitive) = figures.getValue("boxes")
            boxed shouldBeGreaterThan 12.0
            primitive shouldBeLessThan 1.0
        }

        test("into a loop that several operations share none of them is compiled any more") {
            // So each reading gets a JVM of its own: OperationForksSpec counts them.
            val (alone, after) = figures.getValue("shared")
            alone shouldBeGreaterThan 0.0
            after shouldBe 0.0
        }
    })

private fun traps(): Map<String, Pair<Double, Double>> {
    val process =
        ProcessBuilder(
            "${System.getProperty("java.home")}/bin/java",
            "-XX:+UseSerialGC",
            "-Xbatch",
            "-cp",
            System.getProperty("java.class.path"),
            Traps::class.java.name,
        ).redirectErrorStream(true).start()
    val output = process.inputStream.readAllBytes().decodeToString()
    withClue(output) { process.waitFor() shouldBe 0 }
    return output.lines().filter { it.isNotBlank() }.associate {
        val (name, first, second) = it.split(" ")
        name to Pair(first.toDouble(), second.toDouble())
    }
}
