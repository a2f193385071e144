package benchwright.script

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

class SourceTextSpec :
    FunSpec({
        val text =
            SourceText(
                """
                title("a, (b") // dimensions(1)
                functions(sphere, /* x, */ bbob(1, 2),
                    rastrigin,
                )
                targets(to = 1e-8, from = 1e2)
                val q = ","; seeds(1)
                """.trimIndent(),
            )

        test("a statement is found on its line") {
            text.spot(Place(1, "title")) shouldBe Spot(1, 1)
            text.spot(Place(6, "seeds")) shouldBe Spot(6, 14)
        }

        test("a statement of several lines is found above the line of its last argument") {
            text.spot(Place(3, "functions")) shouldBe Spot(2, 1)
        }

        test("arguments are counted without those of inner calls, texts and comments") {
            val functions = Place(2, "functions")
            text.argument(functions, 0) shouldBe Spot(2, 11)
            text.argument(functions, 1) shouldBe Spot(2, 28)
            text.argument(functions, 2) shouldBe Spot(3, 5)
            text.argumentCount(functions) shouldBe 3
            text.argumentCount(Place(1, "title")) shouldBe 1
        }

        test("an argument that is not there is the statement") {
            text.argument(Place(2, "functions"), 3) shouldBe Spot(2, 1)
        }

        test("a named argument is found wherever it stands") {
            text.argument(Place(5, "targets"), "from", 0) shouldBe Spot(5, 20)
            text.argument(Place(5, "targets"), "to", 1) shouldBe Spot(5, 9)
        }

        test("a word that is nowhere is the beginning of the line") {
            text.spot(Place(3, "budget")) shouldBe Spot(3, 5)
            text.spot(Place(99, "budget")) shouldBe Spot(6, 1)
        }
    })
