package benchwright.workflow

import benchwright.cli.Desk
import benchwright.github.FakeGitHub
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith
import java.io.File

private const val SMALL = "--optimizer random-search,cma-es --function sphere --dim 2"

private const val ACTION = ".github/actions/bench"

/** The scripts of the workflows do what they are there for: they run here as they run on GitHub. */
class WorkflowStepsSpec :
    FunSpec({
        fun Sandbox.all(
            workflow: Workflow,
            job: Job = workflow.jobs.single(),
            leaveOut: Set<String> = setOf(),
        ): Map<String, Ran> =
            job.steps.filter { it.run.isNotEmpty() && it.name !in leaveOut }.associate { step ->
                val ran = run(workflow, job, step)
                withClue("${workflow.name}, ${step.name}:\n${ran.output}") { ran.code shouldBe 0 }
                step.name to ran
            }

        test("benchmark-quick runs base and head, compares, measures in turns, and says so") {
            val workflow = Workflow.named("benchmark-quick")
            val sandbox =
                Sandbox(tempdir(), mapOf("github.event.pull_request.base.sha" to "main~1"))
            val ran = sandbox.all(workflow)
            val base = sandbox.git("rev-parse", "HEAD~1")
            sandbox.output("base", "sha") shouldBe base
            sandbox.output("base", "timed") shouldBe "yes"
            sandbox.asked().filterNot { it == "--version" }.map {
                it.substringBefore(
                    ' ',
                )
            } shouldContainExactly
                listOf("run", "run", "compare", "pair", "ci")
            sandbox.asked() shouldContain
                "compare base head --format json --out benchmarks/results/head/comparison.json"
            sandbox.asked().first { it.startsWith("pair") } shouldStartWith
                "pair --base $base --out "
            sandbox.file("benchmarks/results/base/run.json").exists() shouldBe true
            sandbox.file("benchmarks/verdicts/compare.json").exists() shouldBe true
            ran.getValue("Summary").summary shouldContain "quick: passed"
            ran.getValue("Summary").summary shouldContain "Quick look: ran, and nothing failed"
        }

        test("benchmark-quick of a merge compares with what it was merged with") {
            val workflow = Workflow.named("benchmark-quick")
            val sandbox =
                Sandbox(tempdir(), mapOf("github.event.pull_request.base.sha" to "main~2"))
            sandbox.git("switch", "--quiet", "--create", "change", "main~1")
            sandbox.file("README.md").writeText("# Words only\n")
            sandbox.git("add", "--all")
            sandbox.commit("words")
            sandbox.git("switch", "--quiet", "main")
            sandbox.git(
                "-c",
                "user.name=t",
                "-c",
                "user.email=t@localhost",
                "merge",
                "--quiet",
                "--no-ff",
                "change",
            )
            val job = workflow.jobs.single()
            sandbox.run(workflow, job, job.step("Build the base")).code shouldBe 0
            sandbox.output("base", "sha") shouldBe sandbox.git("rev-parse", "HEAD^1")
            sandbox.output("base", "suite") shouldBe "yes"
            sandbox.output("base", "timed") shouldBe ""
        }

        test("benchmark-comment comments on the pull request") {
            FakeGitHub().use { server ->
                val sha = "0123456789012345678901234567890123456789"
                server.pulls[7] = sha to "fork:x"
                val place = tempdir()
                val event = File(place, "event.json")
                event.writeText(
                    """{"workflow_run":{"event":"pull_request","head_sha":"$sha","head_branch":"x","pull_requests":[],
                    "conclusion":"failure","head_repository":{"owner":{"login":"fork"}}}}""",
                )
                val sandbox =
                    Sandbox(
                        place,
                        mapOf("github.token" to "secret"),
                        variables =
                            mapOf(
                                "GITHUB_API_URL" to server.address,
                                "GITHUB_EVENT_PATH" to event.path,
                                "GITHUB_REPOSITORY" to "o/r",
                            ),
                    )
                sandbox.all(Workflow.named("benchmark-comment"))
                server.comments.single().body shouldStartWith "<!-- benchwright:quick -->"
            }
        }

        val night =
            mapOf(
                "inputs.suite || 'suites/full.bench.kts'" to "suites/quick.bench.kts",
                "inputs.flags" to SMALL,
                "matrix.shard" to "1",
                "github.token" to "secret",
                "github.run_id" to "123",
                "github.run_attempt" to "1",
            )

        test(
            "benchmark-nightly runs a part, resumes it, joins all, checks, and sets it beside other nights",
        ) {
            val workflow = Workflow.named("benchmark-nightly")
            val sandbox = Sandbox(tempdir(), night)
            sandbox.all(workflow, workflow.job("part"))
            sandbox.asked().last() shouldBe
                "run suites/quick.bench.kts $SMALL --shard 1/4 --run-id part-1 --limit 110m"
            // A second attempt finds what the first one left.
            sandbox.all(workflow, workflow.job("part"))
            sandbox.asked().last() shouldBe "run --resume part-1 --limit 110m"
            val desk = Desk(sandbox.file("."))
            for (shard in 2..4) {
                val part = arrayOf("--shard", "$shard/4", "--run-id", "part-$shard", "-q")
                desk
                    .type(
                        "run",
                        "suites/quick.bench.kts",
                        *SMALL.split(" ").toTypedArray(),
                        *part,
                    ).code shouldBe
                    0
            }
            sandbox.file("benchmarks/results").renameTo(sandbox.file("benchmarks/parts")) shouldBe
                true
            val ran = sandbox.all(workflow, workflow.job("join"))
            val run = sandbox.file("benchmarks/results/nightly-123-1")
            File(run, "run.json").exists() shouldBe true
            ran.getValue("Check every file").output shouldContain "summary.json: valid"
            ran.getValue("Summary").summary shouldContain "ran, and nothing failed"
            ran.getValue("Trend").summary shouldContain "## Trend"
            sandbox.file("benchmarks/results/badge.json").readText() shouldContain "passing"
            sandbox.file("benchmarks/report/report.xml").exists() shouldBe true
            sandbox.file("benchmarks/history/nightly-123-1").list()!!.toList() shouldContain
                "summary.json"
            sandbox.file("benchmarks/history/nightly-123-1/histories").exists() shouldBe false
        }

        test("benchmark-nightly opens one issue") {
            FakeGitHub().use { server ->
                val workflow = Workflow.named("benchmark-nightly")
                val place = mapOf("GITHUB_API_URL" to server.address, "GITHUB_REPOSITORY" to "o/r")
                val sandbox = Sandbox(tempdir(), night, variables = place)
                sandbox.all(workflow, workflow.job("notify"))
                server.issues.single().title shouldBe "The nightly benchmarks failed"
            }
        }

        test("docs checks, and offers on a branch what pages should say") {
            val workflow = Workflow.named("docs")
            val directory = tempdir()
            val sandbox = Sandbox(directory, mapOf(), idle = setOf("docs", "spec"))
            sandbox.git("init", "--quiet", "--bare", "${directory.path}/origin")
            sandbox.git("remote", "add", "origin", "${directory.path}/origin")
            sandbox.file("docs").mkdirs()
            sandbox.file("docs/page.md").writeText("x\n")
            sandbox.all(workflow, workflow.job("check"))
            val ran = sandbox.all(workflow, workflow.job("generate"))
            sandbox.asked() shouldContainExactly listOf("docs --check", "spec check", "docs")
            ran.getValue("Offer them on a branch").summary shouldContain
                "on the branch `benchwright-docs`"
            sandbox.git("ls-remote", "origin") shouldContain "refs/heads/benchwright-docs"
        }

        test("the action builds itself once, runs, compares and says so") {
            val workflow = Workflow.action()
            val directory = tempdir()
            val inputs =
                mapOf(
                    "inputs.suite" to "suites/quick.bench.kts",
                    "inputs.args" to SMALL,
                    "inputs.base" to "main~1",
                    "inputs.build" to "echo built >>\"\$RUNNER_TEMP/built.txt\"",
                    "inputs.fail-on-undecided" to "true",
                    "inputs.compare-to || steps.base.outputs.run" to "base",
                    "github.action_path" to "$directory/checkout/.benchwright/$ACTION",
                )
            val sandbox = Sandbox(directory, inputs)
            for (folder in listOf("dsl", "engine", "schemas", "suites", ACTION)) {
                sandbox.file(".benchwright/$folder").mkdirs()
            }
            sandbox.file(".benchwright/pom.xml").writeText("<project/>\n")
            sandbox.bench(sandbox.file(".benchwright/bench"))
            val ran = sandbox.all(workflow)
            sandbox.output("run", "run") shouldBe "benchmarks/results/head"
            sandbox.output("which", "sources").length shouldBe 16
            File(directory, "temporary/built.txt").readLines() shouldContainExactly
                listOf("built", "built")
            sandbox.asked().map { it.substringBefore(' ') } shouldContainExactly
                listOf("--version", "--version", "run", "run", "compare", "ci")
            sandbox.asked() shouldContain
                "compare base head --format json --out benchmarks/results/head/comparison.json " +
                "--fail-on-undecided"
            ran.getValue("Summary").summary shouldContain "quick: passed"
        }

        test("a typo in a script does fail this test") {
            val text = Workflow.named("benchmark-quick").text.replace("./bench run", "./bench rnu")
            val workflow = Workflow("typo.yml", text)
            val job = workflow.jobs.single()
            val sandbox = Sandbox(tempdir(), mapOf())
            sandbox.run(workflow, job, job.step("Quick suite")).code shouldBe 2
        }
    })
