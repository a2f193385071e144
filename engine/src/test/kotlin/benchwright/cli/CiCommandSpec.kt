package benchwright.cli

import benchwright.artifact.Comparison
import benchwright.artifact.Documents
import benchwright.github.FakeGitHub
import benchwright.github.Trouble
import benchwright.report.SampleComparisons
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import io.kotest.matchers.string.shouldStartWith
import java.io.File
import java.nio.file.Files

private const val SHA = "0123456789012345678901234567890123456789"

private fun finished(
    sha: String = SHA,
    event: String = "pull_request",
) = """{"workflow_run":{"event":"$event","head_sha":"$sha","head_branch":"x","conclusion":"failure",
    "html_url":"http://github/o/r/actions/runs/1","pull_requests":[],
    "head_repository":{"owner":{"login":"fork"}}}}"""

class CiCommandSpec :
    FunSpec({
        val place = tempdir()
        val summary = File(place, "summary.md")

        fun desk(vararg variables: Pair<String, String>) = Desk(place, mapOf(*variables))

        fun keep(
            name: String,
            comparison: Comparison,
        ): String {
            File(place, name).also { it.parentFile.mkdirs() }.writeText(
                Documents.page(Documents.toJson(comparison)),
            )
            return name
        }
        val failed = keep("failed.json", SampleComparisons.failed)
        val undecided = keep("undecided.json", SampleComparisons.nothing)
        val passed = keep("passed.json", SampleComparisons.identical)
        desk().type("run", *SMALL, "-q", "--run-id", "a").code shouldBe 0

        test("a summary goes to standard output, and behind what a step has written already") {
            desk().type("ci", "summary", "a", failed).let {
                it.code shouldBe 0
                it.out shouldStartWith "## ❌ quick: failed\n"
                it.out shouldContain "`a`"
                it.err shouldBe ""
            }
            summary.writeText("before\n")
            desk("GITHUB_STEP_SUMMARY" to summary.path).type("ci", "summary", passed).out shouldBe
                ""
            summary.readText() shouldStartWith "before\n## ✅ quick: passed\n"
        }

        test("without words all runs that are kept are shown, with the comparisons beside them") {
            keep("benchmarks/results/a/comparison.json", SampleComparisons.paired)
            desk().type("ci", "summary").out shouldStartWith "## ⚠️ quick: passed, with 1 warning\n"
            File(place, "benchmarks/results/a/comparison.json").delete()
            desk().type("ci", "summary").out shouldContain "No verdict on change"
        }

        test("annotations are for GitHub alone") {
            desk().type("ci", "summary", failed).out shouldNotContain "::error"
            val told =
                desk("GITHUB_STEP_SUMMARY" to summary.path, "GITHUB_ACTIONS" to "true")
                    .type("ci", "summary", failed)
            told.out.lines().filter {
                it.startsWith("::error file=suites/quick.bench.kts,line=1,")
            } shouldHaveSize
                2
        }

        test("a summary is written whatever is missing or broken, and only a gate ends otherwise") {
            File(
                place,
                "broken.json",
            ).writeText("""{"${'$'}schema":"urn:benchwright:schema:comparison:1"}""")
            File(place, "other.json").writeText("{}")
            val told = desk().type("ci", "summary", "nowhere", "broken.json", "other.json", passed)
            told.code shouldBe 0
            told.out shouldStartWith "## ❌ Not all can be reported\n\n- there is no run nowhere, "
            told.out shouldContain "broken.json is no sound comparison: "
            told.out shouldContain "other.json is no comparison: "
            told.out shouldContain "## ✅ quick: passed"
            desk().type("ci", "summary", "nowhere", "--gate").code shouldBe 5
        }

        test("a gate ends as the verdicts say") {
            val codes =
                mapOf(
                    listOf(passed, "a") to 0,
                    listOf(failed, "a") to 1,
                    listOf(undecided) to 0,
                    listOf(undecided, "--fail-on-undecided") to 7,
                    listOf(failed, undecided, "--fail-on-undecided") to 1,
                )
            for ((words, code) in codes) {
                desk().type("ci", "summary", "--gate", *words.toTypedArray()).code shouldBe code
            }
        }

        test("a summary that cannot be written is an error") {
            desk(
                "GITHUB_STEP_SUMMARY" to "no/such/summary.md",
            ).type("ci", "summary", passed).code shouldBe
                5
        }

        test("a badge is printed, or written as what its name says") {
            desk().type("ci", "badge", failed).out shouldContain "\"message\":\"regression\""
            val told =
                desk().type(
                    "ci",
                    "badge",
                    passed,
                    "--label",
                    "speed",
                    "--out",
                    "b.json,b.svg",
                )
            told.out shouldBe "b.json\nb.svg\n"
            File(place, "b.json").readText() shouldContain
                "\"label\":\"speed\",\"message\":\"passing\""
            File(place, "b.svg").readText() shouldContain "aria-label=\"speed: passing\""
            desk().type("ci", "badge", "nowhere").out shouldContain "failing"
            desk().type("ci", "badge", passed, "--out", "b.png").code shouldBe 2
        }

        test("flags of another action, and words that are none, are told") {
            desk().type("ci", "badge", "--gate").let {
                it.code shouldBe 2
                it.err shouldContain "bench ci badge has no --gate; bench ci summary has it"
            }
            desk().type("ci", "sumary").err shouldContain "did you mean summary?"
            desk().type("ci").code shouldBe 2
            desk().type("ci", "summary", "--fail-on-undecided").code shouldBe 2
            desk().type("ci", "summary", "--out", "x").code shouldBe 2
        }

        val event =
            File(
                place,
                "event.json",
            ).also { it.writeText("""{"pull_request":{"number":7}}""") }

        fun on(
            server: FakeGitHub,
            file: File = event,
        ) = desk(
            "GITHUB_API_URL" to server.address,
            "GITHUB_TOKEN" to "secret",
            "GITHUB_REPOSITORY" to "o/r",
            "GITHUB_EVENT_PATH" to file.path,
        )

        test("a comment is written, then updated") {
            FakeGitHub().use { server ->
                on(server).type("ci", "comment", failed).let {
                    it.code shouldBe 0
                    it.err shouldBe "written page/1\n"
                }
                on(server).type("ci", "comment", passed, "-q").err shouldBe ""
                server.comments.single().body shouldStartWith
                    "<!-- benchwright:main -->\n## ✅ quick: passed\n"
                server.asked.first().path shouldContain "/issues/7/comments"
            }
        }

        test(
            "a token that may only read is no failure: the text is kept, and the other way is told",
        ) {
            FakeGitHub().use { server ->
                server.troubles += Trouble("POST", 403, body = """{"message":"not accessible"}""")
                val told = on(server).type("ci", "comment", failed, "--out", "kept.md")
                told.code shouldBe 0
                told.err shouldContain
                    "may only read (not accessible), as for a pull request from a fork"
                told.err shouldContain "the text is in kept.md"
                told.err shouldContain "bench ci comment --from DIR"
                told.err shouldNotContain "secret"
                File(place, "kept.md").readText() shouldStartWith "## ❌ quick: failed\n"
            }
        }

        test("what GitHub refuses is an error with its reason") {
            FakeGitHub().use { server ->
                server.troubles += Trouble("GET", 401, body = """{"message":"Bad credentials"}""")
                on(server).type("ci", "comment", failed).let {
                    it.code shouldBe 5
                    it.err shouldContain "401, Bad credentials"
                    it.err shouldContain "GITHUB_TOKEN is not valid there"
                }
            }
        }

        test("an issue is opened, and an event without a pull request is no reason to fail") {
            FakeGitHub().use { server ->
                on(server).type("ci", "comment", failed, "--issue", "Nightly").code shouldBe 0
                server.issues.single().title shouldBe "Nightly"
                val push = File(place, "push.json").also { it.writeText("""{"ref":"main"}""") }
                on(server, push).type("ci", "comment", failed).let {
                    it.code shouldBe 0
                    it.err shouldContain "about no pull request"
                }
                server.comments.shouldBeEmpty()
            }
        }

        test("what is not set is told one by one, with where it comes from") {
            val api = "GITHUB_API_URL" to "http://127.0.0.1:1"
            val repository = "GITHUB_REPOSITORY" to "o/r"
            val token = "GITHUB_TOKEN" to "t"
            val number = arrayOf("ci", "comment", failed, "--pull-request", "7")
            desk().type("ci", "comment", failed).err shouldContain "give --pull-request N"
            desk().type(*number).err shouldContain "give --repository OWNER/NAME"
            desk(repository).type(*number).err shouldContain "GITHUB_API_URL is not set"
            desk(repository, api).type(*number).err shouldContain "GITHUB_TOKEN is not set"
            desk(repository, token, "GITHUB_API_URL" to "file:///x").type(*number).code shouldBe 2
            desk("GITHUB_REPOSITORY" to "o/r/../x", api, token).type(*number).code shouldBe 2
            desk(repository, api, token).type(*number, "--id", "A B").code shouldBe 2
            desk(
                repository,
                api,
                token,
            ).type("ci", "comment", failed, "--pull-request", "-7").code shouldBe
                2
        }

        val foreign = File(place, "foreign")

        fun from(
            server: FakeGitHub,
            event: String = finished(),
        ): Told {
            val file = File(place, "finished.json").also { it.writeText(event) }
            return on(server, file).type("ci", "comment", "--from", "foreign", "--id", "quick")
        }

        test(
            "what a workflow of a fork left is shown on the pull request of the event, made here",
        ) {
            keep("foreign/compare.json", SampleComparisons.hostile)
            FakeGitHub().use { server ->
                server.pulls[7] = SHA to "fork:x"
                from(server).let { it.code shouldBe 0 }
                val body = server.comments.single().body
                body shouldStartWith "<!-- benchwright:quick -->\n## ❌ "
                body shouldNotContain "<script"
                body shouldContain
                    "The [run](http://github/o/r/actions/runs/1) of commit `012345678901` ended with failure."
                server.asked.any { "/issues/7/comments" in it.path } shouldBe true
            }
        }

        test("a pull request that has moved on, or another event, gets no comment") {
            FakeGitHub().use { server ->
                server.pulls[7] = "f".repeat(40) to "fork:x"
                from(server).err shouldContain "No open pull request is at the commit"
                from(server, finished(event = "push")).err shouldContain "about no pull request"
                from(server, """{"pull_request":{"number":7}}""").code shouldBe 2
                server.comments.shouldBeEmpty()
            }
        }

        test("files that are no comparison, too large, too many or elsewhere change nothing") {
            foreign.deleteRecursively()
            keep("foreign/compare.json", SampleComparisons.identical)
            File(foreign, "event.json").writeText("{}")
            File(foreign, "nested.json").writeText("[".repeat(100_000))
            File(foreign, "comment.md").writeText("# Mine")
            File(
                foreign,
                "bad.json",
            ).writeText("urn:benchwright:schema:comparison:1 " + "[".repeat(99_999))
            File(foreign, "large.json").writeBytes(ByteArray(5 shl 20) { ' '.code.toByte() })
            Files.createSymbolicLink(
                File(foreign, "link.json").toPath(),
                File(place, failed).toPath(),
            )
            FakeGitHub().use { server ->
                server.pulls[7] = SHA to "fork:x"
                from(server).code shouldBe 0
                val body = server.comments.single().body
                body shouldContain "## ✅ quick: passed"
                body shouldNotContain "## ❌ quick: failed"
                body shouldNotContain "Mine"
                body shouldContain "bad.json is no sound comparison"
                body shouldContain "large.json is larger than 4194304 bytes"
            }
            foreign.deleteRecursively()
            repeat(25) { keep("foreign/$it.json", SampleComparisons.identical) }
            FakeGitHub().use { server ->
                server.pulls[7] = SHA to "fork:x"
                from(server).code shouldBe 0
                server.comments.single().body shouldContain "more than 20 comparisons"
            }
        }
    })
