package benchwright.workflow

import tools.jackson.databind.JsonNode
import tools.jackson.dataformat.yaml.YAMLMapper
import java.io.File

/** A step of a job, or of a composite action. */
internal class Step(
    val node: JsonNode,
    val index: Int,
) {
    val name: String = text("name").ifEmpty { text("uses") }.ifEmpty { "step $index" }
    val id: String = text("id")
    val uses: String = text("uses")
    val run: String = text("run")
    val shell: String = text("shell")
    val condition: String = text("if")
    val environment: Map<String, String> = texts(node.path("env"))
    val inputs: Map<String, String> = texts(node.path("with"))

    private fun text(key: String) = node.path(key).asString("")
}

internal class Job(
    val id: String,
    val node: JsonNode,
) {
    val steps: List<Step> = node.path("steps").mapIndexed { i, step -> Step(step, i + 1) }
    val environment: Map<String, String> = texts(node.path("env"))
    val permissions: Map<String, String> = texts(node.path("permissions"))

    fun step(name: String): Step = steps.first { it.name == name }
}

/** A file of GitHub Actions, read with a YAML parser. */
internal class Workflow(
    val name: String,
    val text: String,
) {
    constructor(file: File) : this(file.name, file.readText())

    val root: JsonNode = YAMLMapper().readTree(text)
    val environment: Map<String, String> = texts(root.path("env"))

    /** A composite action is a job whose steps stand elsewhere. */
    val jobs: List<Job> =
        if (root.has("runs")) {
            listOf(Job("action", root.path("runs")))
        } else {
            root.path("jobs").properties().map { Job(it.key, it.value) }
        }
    val isAction: Boolean = root.has("runs")
    val steps: List<Step> = jobs.flatMap { it.steps }

    fun job(id: String): Job = jobs.first { it.id == id }

    companion object {
        private val OWN = File("../.github")
        private val TEMPLATES = File("src/main/resources/benchwright/cli/init")

        fun named(name: String) = Workflow(OWN.resolve("workflows/$name.yml"))

        fun template(name: String) = Workflow(TEMPLATES.resolve("$name.yml"))

        fun action() = Workflow(OWN.resolve("actions/bench/action.yml"))

        /** All that there are, and those that `bench init` writes. */
        fun all(): List<Workflow> =
            listOf(OWN, TEMPLATES)
                .flatMap { it.walk().filter { file -> file.extension in setOf("yml", "yaml") } }
                .sorted()
                .map { Workflow(it) }
    }
}

private fun texts(node: JsonNode): Map<String, String> =
    node.properties().associate { it.key to it.value.asString("") }
