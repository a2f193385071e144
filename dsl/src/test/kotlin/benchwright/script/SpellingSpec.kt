package benchwright.script

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe

class SpellingSpec :
    FunSpec({
        test("the id of a property is its words with hyphens") {
            kebab("tilted") shouldBe "tilted"
            kebab("styblinskiTang") shouldBe "styblinski-tang"
            kebab("myBBOBFunction") shouldBe "my-bbob-function"
            kebab("snake_case") shouldBe "snake-case"
            kebab("f10") shouldBe "f10"
        }

        test("a slip of one letter, two swapped letters and another case are near") {
            Spelling.nearest("spere", Vocabulary.words()).shouldContainExactly("sphere")
            Spelling.nearest("sphree", Vocabulary.words()).shouldContainExactly("sphere")
            Spelling.nearest("mantaray", Vocabulary.words()).shouldContainExactly("MantaRay")
            Spelling
                .nearest("styblinski_tang", Vocabulary.words())
                .shouldContainExactly("styblinskiTang")
        }

        test("the nearest comes first") {
            Spelling
                .nearest("cma-e", listOf("cma", "cma-es", "nothing"))
                .shouldContainExactly("cma", "cma-es")
        }

        test("two slips in five letters are near, and a beginning is nearer than both") {
            Spelling.nearest("sfere", Vocabulary.words()).shouldContainExactly("sphere")
            Spelling.nearest("bbob-f", listOf("sphere", "bbob-f1")).shouldContainExactly("bbob-f1")
            Spelling
                .nearest("rastrigin*", listOf("rastrigin-unshifted", "rastrigin"))
                .shouldContainExactly("rastrigin", "rastrigin-unshifted")
            Spelling
                .nearest(
                    "--optimiser",
                    listOf("--optimizer", "--out"),
                ).shouldContainExactly("--optimizer")
        }

        test("what is far is not suggested") {
            Spelling.nearest("nonsense", Vocabulary.words()).shouldBeEmpty()
            Spelling.suggestion("nonsense", Vocabulary.words()) shouldBe ""
        }

        test("a suggestion is a question") {
            Spelling.suggestion("spere", Vocabulary.words()) shouldBe "did you mean 'sphere'?"
        }
    })
