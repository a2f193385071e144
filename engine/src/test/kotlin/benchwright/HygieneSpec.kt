package benchwright

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldHaveAtLeastSize
import io.kotest.matchers.collections.shouldNotBeEmpty
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.extension
import kotlin.io.path.isDirectory
import kotlin.io.path.name
import kotlin.io.path.readLines
import kotlin.io.path.readText
import kotlin.io.path.relativeTo

/** What holds for the texts of the repository: sources and documents. */
class HygieneSpec :
    FunSpec({
        val root =
            generateSequence(Path.of("").toAbsolutePath()) {
                it.parent
            }.first { Files.exists(it.resolve("bench")) }
        val files = textsBelow(root)
        val sources = files.filter { it.extension in setOf("java", "kt") }
        val documents = files.filter { it.extension == "md" }

        fun shown(file: Path) = file.relativeTo(root).joinToString("/")

        test("the test sees the repository") {
            sources shouldHaveAtLeastSize 20
            documents.shouldNotBeEmpty()
        }

        test("a source file is short enough to be read at once") {
            sources
                .filter { it.readLines().size > LONGEST_FILE }
                .map { shown(it) }
                .filterNot { it in LONG_FILES }
                .shouldBeEmpty()
        }

        test("a file that is allowed to be long is long") {
            LONG_FILES
                .filter {
                    !Files.exists(root.resolve(it)) ||
                        root.resolve(it).readLines().size <= LONGEST_FILE
                }.shouldBeEmpty()
        }

        test("every package has a package-info that says in a sentence what it is for") {
            sources
                .filter { shown(it).matches(Regex("(dsl|engine|engine/junit)/src/main/.*")) }
                .map { it.parent.toString().replace("src/main/kotlin", "src/main/java") }
                .distinct()
                .filterNot { folder ->
                    val file = Path.of(folder, "package-info.java")
                    Files.exists(file) &&
                        Regex("/\\*\\*\\s+(\\*\\s+)?[^@]{20,}\\.").containsMatchIn(file.readText())
                }.shouldBeEmpty()
        }

        test("a source leaves nothing for later") {
            val later =
                Regex(
                    "\\b(" +
                        listOf(
                            "TO" + "DO",
                            "FIX" + "ME",
                            "XX" + "X",
                        ).joinToString("|") + ")\\b",
                )
            sources
                .filter {
                    later.containsMatchIn(
                        it.readText(),
                    )
                }.map { shown(it) }
                .shouldBeEmpty()
        }

        test("every link between documents leads somewhere") {
            val broken =
                documents.flatMap { document ->
                    links(document.readText())
                        .filterNot { leads(document, it) }
                        .map { "${shown(document)}: $it" }
                }
            broken.shouldBeEmpty()
        }

        test("every page of docs can be reached from the README") {
            val reached = mutableSetOf<Path>()
            val open = ArrayDeque(listOf(root.resolve("README.md")))
            while (open.isNotEmpty()) {
                val document = open.removeFirst().normalize()
                if (!reached.add(document) || document.extension != "md") continue
                links(document.readText())
                    .map { document.resolveSibling(it.substringBefore('#')).normalize() }
                    .filter { Files.isRegularFile(it) }
                    .forEach { open.add(it) }
            }
            documents
                .filter { shown(it).startsWith("docs/") && it !in reached }
                .map { shown(it) }
                .shouldBeEmpty()
        }
    })

private const val LONGEST_FILE = 400

/** One deep thing each, for which cutting would not help a reader. */
private val LONG_FILES = setOf<String>()

private val KINDS = setOf("java", "kt", "kts", "md", "xml", "yml", "json", "sh")

private fun textsBelow(root: Path): List<Path> =
    Files.walk(root).use { paths ->
        paths
            .filter { path ->
                path.relativeTo(root).none {
                    it.name in
                        setOf("target", ".git", "results", ".idea")
                }
            }.filter { it.extension in KINDS && !it.isDirectory() }
            .sorted()
            .toList()
    }

private fun links(markdown: String): List<String> {
    val prose =
        markdown
            .replace(
                Regex("```.*?```", RegexOption.DOT_MATCHES_ALL),
                "",
            ).replace(Regex("`[^`\n]*`"), "")
    return Regex("]\\(([^)\\s]+)\\)")
        .findAll(prose)
        .map { it.groupValues[1] }
        .filterNot { Regex("[a-z]+:.*").matches(it) }
        .toList()
}

private fun leads(
    document: Path,
    link: String,
): Boolean {
    val file =
        if (link.startsWith(
                "#",
            )
        ) {
            document
        } else {
            document.resolveSibling(link.substringBefore('#')).normalize()
        }
    if (!Files.exists(file)) return false
    val anchor = link.substringAfter('#', "")
    return anchor.isEmpty() || file.extension != "md" || anchor in anchors(file)
}

/** Headings as GitHub names them: lower case, spaces to hyphens, punctuation gone. */
private fun anchors(document: Path): Set<String> =
    document
        .readLines()
        .filter { it.startsWith("#") }
        .map { it.trimStart('#').trim().lowercase() }
        .map { heading -> heading.filter { it.isLetterOrDigit() || it in " -_" }.replace(' ', '-') }
        .toSet()
