package benchwright.workflow

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainAll
import io.kotest.matchers.collections.shouldNotBeEmpty

/** Actions of others that we use: the commit, and the version that it is. */
private val KNOWN =
    setOf(
        "actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0",
        "actions/setup-java@dded0888837ed1f317902acf8a20df0ad188d165 # v5.0.0",
        "actions/cache@0400d5f644dc74513175e3cd8d07132dd4860809 # v4.2.4",
        "actions/cache/restore@0400d5f644dc74513175e3cd8d07132dd4860809 # v4.2.4",
        "actions/cache/save@0400d5f644dc74513175e3cd8d07132dd4860809 # v4.2.4",
        "actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2",
        "actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093 # v4.3.0",
    )

/** The only jobs that may write, and what. */
private val MAY_WRITE =
    setOf(
        "benchmark-comment/comment/pull-requests",
        "benchmark-nightly/notify/issues",
        "benchmark-nightly/nightly/issues",
        "docs/generate/contents",
    )

/** The only job that pushes. */
private const val MAY_PUSH = "docs/generate"

/** What is wrong with a workflow, by rule. */
private val RULES: Map<String, (Workflow) -> List<String>> =
    mapOf(
        "an action of somebody else's is known, pinned by its commit, and says its version" to
            { workflow ->
                workflow.text
                    .lines()
                    .filter { Regex("^\\s*(- )?uses:").containsMatchIn(it) }
                    .map { it.substringAfter("uses:").trim() }
                    .filterNot { it.startsWith("./") || it in KNOWN }
            },
        "a workflow may read, and only jobs that must may write" to { workflow ->
            val top = workflow.root.path("permissions")
            val name = workflow.root.path("name").asString("")
            val missing =
                if (workflow.isAction ||
                    top.isObject
                ) {
                    listOf()
                } else {
                    listOf("no permissions")
                }
            val all = top.properties().map { "top/${it.key}" to it.value.asString("") }
            val jobs =
                workflow.jobs.flatMap { job ->
                    job.permissions.map { "$name/${job.id}/${it.key}" to it.value }
                }
            missing +
                (all + jobs)
                    .filter { (place, level) -> level != "read" && place !in MAY_WRITE }
                    .map { (place, level) -> "$place: $level" }
        },
        "a job has a limit of time, and a named machine" to { workflow ->
            workflow.jobs
                .filterNot { workflow.isAction }
                .filterNot {
                    it.node.path("timeout-minutes").isInt &&
                        Regex("ubuntu-\\d+\\.\\d+").matches(it.node.path("runs-on").asString(""))
                }.map { it.id }
        },
        "nothing is put into a script but by its environment" to { workflow ->
            workflow.steps.filter { "\${{" in it.run }.map { it.name }
        },
        "no script hides that a command failed" to { workflow ->
            workflow.steps
                .filter { step ->
                    step.run.isNotEmpty() &&
                        (
                            Regex("\\|\\|\\s*(true|:)|\\|\\s*tee\\b").containsMatchIn(step.run) ||
                                "set +e" in step.run || step.node.has("continue-on-error")
                        )
                }.map { it.name }
        },
        "code of a change never runs with rights of ours" to { workflow ->
            val events = workflow.root.path("on")
            val target =
                if (events.has(
                        "pull_request_target",
                    )
                ) {
                    listOf("pull_request_target")
                } else {
                    listOf()
                }
            val after = events.has("workflow_run")
            target +
                workflow.steps
                    .filter { after && it.uses.startsWith("actions/checkout") }
                    .filter { "workflow_run" in it.inputs.values.joinToString() }
                    .map { it.name }
        },
        "a checkout keeps no credentials" to { workflow ->
            val name = workflow.root.path("name").asString("")
            workflow.jobs.flatMap { job ->
                job.steps
                    .filter { it.uses.startsWith("actions/checkout") }
                    .filterNot {
                        it.inputs["persist-credentials"] == "false" ||
                            "$name/${job.id}" == MAY_PUSH
                    }.map { "${job.id}/${it.index}" }
            }
        },
        "what is uploaded does not stay for ever" to { workflow ->
            workflow.steps
                .filter { it.uses.startsWith("actions/upload-artifact") }
                .filterNot { it.inputs["retention-days"].orEmpty().toIntOrNull() in 1..90 }
                .map { it.name }
        },
        "what a step says is asked for after it" to { workflow ->
            workflow.jobs.flatMap { job ->
                job.steps.flatMap { step ->
                    val before = job.steps.takeWhile { it !== step }.map { it.id }
                    Regex("steps\\.([a-z-]+)\\.")
                        .findAll(step.node.toString())
                        .map { it.groupValues[1] }
                        .filterNot { it in before }
                        .map { "${step.name}: $it" }
                        .toList()
                }
            }
        },
        "a step that runs has a name where it is more than one command" to { workflow ->
            workflow.steps
                .filter {
                    '\n' in it.run.trim() &&
                        it.node
                            .path("name")
                            .asString("")
                            .isEmpty()
                }.map { "step ${it.index}" }
        },
    )

/** Everything that the rules forbid. */
private val OFFENDER =
    Workflow(
        "offender.yml",
        """
        name: offender
        on:
          pull_request_target:
        permissions: write-all
        jobs:
          all:
            runs-on: ubuntu-latest
            permissions:
              contents: write
            steps:
              - uses: actions/checkout@v5
                with:
                  ref: x
              - run: echo "${'$'}{{ github.event.pull_request.title }}" || true
              - run: |
                  echo ${'$'}{{ steps.later.outputs.x }}
                  exit 0
              - id: later
                uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4
        """.trimIndent(),
    )

class WorkflowsSpec :
    FunSpec({
        val all = Workflow.all()

        test("the test sees every workflow, those that bench init writes, and the action") {
            all.map { it.root.path("name").asString("") } shouldContainAll
                listOf(
                    "ci",
                    "benchmark-quick",
                    "benchmark-comment",
                    "benchmark-nightly",
                    "docs",
                    "Benchwright",
                )
            all.filter { it.steps.isEmpty() }.map { it.name }.shouldBeEmpty()
        }

        for ((rule, violations) in RULES) {
            test(rule) {
                all
                    .flatMap { workflow ->
                        violations(workflow).map { "${workflow.name}: $it" }
                    }.shouldBeEmpty()
            }
            test("$rule: and the test would see it") { violations(OFFENDER).shouldNotBeEmpty() }
        }

        test("a pull request, a schedule and a push do not run twice at a time") {
            all
                .filterNot {
                    it.isAction || it.root.has("concurrency") ||
                        it.name == "benchmark-comment.yml"
                }.map { it.name }
                .shouldBeEmpty()
        }
    })
