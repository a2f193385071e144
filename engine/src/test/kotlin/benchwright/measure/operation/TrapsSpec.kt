package benchwright.measure.operation

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.shouldBe
import java.lang.reflect.Modifier

/**
 * The four ways in which timing the code of a script goes wrong. The figures differ by 4 to 36
 * times, so the bounds hold on a busy machine.
 */
class TrapsSpec :
    FunSpec({
        val figures = traps()

        test("a constant is folded away, and what our stub holds is not") {
            val (constant, held) = figures.getValue("constant")
            withClue("$constant ns from a constant, $held ns from the stub's field") {
                held shouldBeGreaterThan 3 * constant
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

        test("a loop that several operations share makes the first one slower for ever") {
            // So each reading gets a JVM of its own: OperationForksSpec counts them.
            val (alone, after) = figures.getValue("shared")
            withClue("$alone ns alone, $after ns after the others") {
                after shouldBeGreaterThan 1.5 * alone
            }
        }
    })

private fun traps(): Map<String, Pair<Double, Double>> {
    val process =
        ProcessBuilder(
            "${System.getProperty("java.home")}/bin/java",
            "-XX:+UseSerialGC",
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
