package benchwright.script

import benchwright.suite.NamedFunction
import benchwright.suite.OptimizerSpec
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeUnique
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.maps.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldMatch
import io.kotest.matchers.string.shouldStartWith
import java.lang.reflect.Method
import java.lang.reflect.Modifier

/** The list of words against the code itself: a word that is added is added in both places. */
class VocabularySpec :
    FunSpec({
        fun words(type: Class<*>): List<Method> =
            type.declaredMethods
                .filter { Modifier.isPublic(it.modifiers) && '$' !in it.name && !it.isSynthetic }

        fun facade(name: String) = words(Class.forName("benchwright.script.$name"))

        fun property(method: Method) =
            method.name.removePrefix("get").replaceFirstChar { it.lowercase() }

        test("statements are the members of a script, but for those that make values") {
            val makers = setOf("formula", "optimizer", "operation")
            words(SuiteScript::class.java)
                .filter { it.returnType == Void.TYPE }
                .map { it.name }
                .distinct()
                .shouldContainExactlyInAnyOrder(Vocabulary.statements)
            words(SuiteScript::class.java)
                .filter { it.returnType != Void.TYPE }
                // The operations of each kind of result have a name of their own in the class.
                .map { if (it.name.endsWith("Operation")) "operation" else it.name }
                .distinct()
                .shouldContainExactlyInAnyOrder(makers)
        }

        test("a quick block says what a profile has") {
            words(Quick::class.java)
                .map { it.name }
                .distinct()
                .shouldContainExactlyInAnyOrder(
                    "functions",
                    "dimensions",
                    "instances",
                    "seeds",
                    "budget",
                    "limit",
                    "sizes",
                    "workers",
                    "timing",
                )
        }

        test("classics are the properties, each with its id") {
            facade("FunctionsKt")
                .filter { it.returnType == Classic::class.java }
                .associate {
                    val classic = it.invoke(null) as Classic
                    property(it) to classic.specs.single().id
                }.shouldContainExactly(Vocabulary.classics)
        }

        test("measures, exhibits and units are complete") {
            facade("MeasuresKt")
                .filter { it.parameterCount == 0 }
                .map(::property)
                .shouldContainExactlyInAnyOrder(Vocabulary.measures)
            facade("MeasuresKt")
                .filter { it.parameterCount == 1 }
                .map { it.name }
                .shouldContainExactlyInAnyOrder(Vocabulary.exhibits)
            facade("UnitsKt")
                .map(::property)
                .distinct()
                .shouldContainExactlyInAnyOrder(Vocabulary.units)
        }

        test("optimizers are the documents' own classes, and those of a script") {
            val families = OptimizerSpec::class.java.permittedSubclasses
            families
                .flatMap { it.permittedSubclasses?.toList() ?: listOf(it) }
                .map { it.simpleName.replace("ScriptOptimizer", "optimizer") }
                .shouldContainExactlyInAnyOrder(Vocabulary.optimizers)
        }

        test("every word is there once") { Vocabulary.words().shouldBeUnique() }

        test("every statement has an example that begins with it") {
            for (word in Vocabulary.statements) Vocabulary.example(word) shouldStartWith word
        }

        test("all functions have ids for reports and file names") {
            // 24 of BBOB; 15 classics, shifted and unshifted.
            Vocabulary.functionIds().size shouldBe 24 + 2 * 15
            Vocabulary.functionIds().shouldBeUnique()
            for (id in Vocabulary.functionIds()) id shouldMatch "[a-z0-9]+(-[a-z0-9]+)*"
        }

        test("an unshifted classic has an id of its own") {
            sphere(shifted = false).specs shouldBe listOf(NamedFunction("sphere-unshifted"))
            sphere(shifted = true).specs shouldBe sphere.specs
            schwefel226().specs shouldBe listOf(NamedFunction("schwefel-2-26"))
        }
    })
