package benchwright.plan

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.Codepoint
import io.kotest.property.arbitrary.of
import io.kotest.property.arbitrary.string
import io.kotest.property.checkAll

class NamesSpec :
    FunSpec({
        test("a glob matches as the regular expression that it stands for") {
            val letters = Arb.of("ab-".map { Codepoint(it.code) })
            val patterns = Arb.of("ab*?".map { Codepoint(it.code) })
            checkAll(3_000, Arb.string(0..6, patterns), Arb.string(0..8, letters)) { glob, text ->
                Names.matches(glob, text) shouldBe
                    Regex(glob.replace("*", ".*").replace("?", ".")).matches(text)
            }
        }
    })
