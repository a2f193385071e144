package benchwright.junit

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.io.File

internal val repository: File =
    generateSequence(File("").absoluteFile) { it.parentFile }.first { File(it, "bench").exists() }

/** What the pages say of this module. */
class GuideSpec :
    FunSpec({
        test("code in the migration guide stands in the worked example") {
            val guide = File(repository, "docs/migrating.md").readText()
            val blocks =
                Regex("<!-- from (\\S+) -->\n```\\w+\n(.*?)```", RegexOption.DOT_MATCHES_ALL)
                    .findAll(guide)
                    .toList()
            blocks shouldHaveSize 4
            for (block in blocks) {
                val (file, code) = block.destructured
                withClue(file) { File(repository, file).readText() shouldContain code }
            }
        }

        test("the room knows those that the architecture names, and no others") {
            val row =
                File(repository, "docs/architecture.md").readLines().single {
                    it.startsWith("| `junit` |")
                }
            val rooms = row.removeSuffix(" |").substringAfterLast(" | ")
            val allowed = Regex("`(\\w+)`").findAll(rooms).map { it.groupValues[1] }
            val used =
                File(repository, "engine/junit/src/main/java")
                    .walk()
                    .filter { it.extension == "java" }
                    .flatMap { it.readLines() }
                    .mapNotNull {
                        Regex("import (?:static )?benchwright\\.(\\w+)\\..*").matchEntire(it)
                    }.map { it.groupValues[1] }
                    .filter { it != "junit" }
            used.toSortedSet() shouldBe allowed.toSortedSet()
        }
    })
