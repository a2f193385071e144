package benchwright.github

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import io.kotest.matchers.types.shouldBeInstanceOf
import java.io.IOException
import java.net.ServerSocket
import java.net.URI
import java.util.OptionalInt

private const val SHA = "0123456789012345678901234567890123456789"

private fun run(
    sha: String = SHA,
    owner: String = "fork",
    branch: String = "feature/x",
    number: OptionalInt = OptionalInt.empty(),
) = Event.WorkflowRun("pull_request", sha, branch, owner, "success", "", number)

class NotesSpec :
    FunSpec({
        val waits = mutableListOf<Long>()

        fun notes(
            server: FakeGitHub,
            id: String = "quick",
        ) = Notes(
            Api(URI.create(server.address), "secret", { waits += it }),
            "o/r",
            FakeGitHub.BOT,
            id,
        )

        fun with(test: (FakeGitHub) -> Unit) {
            waits.clear()
            FakeGitHub().use(test)
        }

        test("the first time a comment is written, then it is updated where it stands") {
            with { server ->
                notes(server).comment(7, "one \"é\" \\ 😀") shouldBe
                    Posting.Written("page/1", false)
                notes(server).comment(7, "two") shouldBe Posting.Written("page/1", true)
                server.comments.map { it.body } shouldContainExactly
                    listOf("<!-- benchwright:quick -->\ntwo")
                server.asked.first().path shouldBe
                    "/repos/o/r/issues/7/comments?per_page=100&page=1"
                server.asked.map { it.authorization }.toSet() shouldBe setOf("Bearer secret")
                server.asked.map { it.method } shouldContainExactly
                    listOf("GET", "POST", "GET", "PATCH")
            }
        }

        test("comments with different ids stand side by side") {
            with { server ->
                notes(server, "a").comment(7, "one")
                notes(server, "b").comment(7, "two")
                server.comments shouldHaveSize 2
            }
        }

        test("somebody else's comment is not touched, whatever mark it bears") {
            with { server ->
                server.comments += FakeGitHub.Note(1, "mallory", "<!-- benchwright:quick -->\nmine")
                notes(server).comment(7, "text") shouldBe Posting.Written("page/2", false)
                server.comments[0].body shouldContain "mine"
            }
        }

        test("the comment is found on whichever page it stands") {
            with { server ->
                repeat(250) { server.comments += FakeGitHub.Note(it + 1, "somebody", "talk") }
                notes(server).comment(7, "one")
                notes(server).comment(7, "two") shouldBe Posting.Written("page/251", true)
            }
        }

        test("an issue is opened once, then updated") {
            with { server ->
                notes(server).issue("It failed", "one") shouldBe Posting.Written("page/1", false)
                notes(server).issue("It failed", "two") shouldBe Posting.Written("page/1", true)
                server.issues.single().title shouldBe "It failed"
                server.issues.single().body shouldContain "two"
                server.asked.first().path shouldContain "/issues?state=open&"
            }
        }

        test("a token that may only read is told as such, and nothing is tried again") {
            with { server ->
                server.troubles += Trouble("POST", 403, body = """{"message":"not accessible"}""")
                notes(server).comment(7, "x") shouldBe Posting.ReadOnly("not accessible")
                waits.shouldBeEmpty()
            }
        }

        test("what GitHub refuses for good is told with its reason") {
            with { server ->
                server.troubles += Trouble("GET", 401, body = """{"message":"Bad credentials"}""")
                notes(server).comment(7, "x") shouldBe Posting.Refused(401, "Bad credentials")
                server.troubles += Trouble("POST", 422, body = "<html>")
                notes(server).comment(7, "x") shouldBe Posting.Refused(422, "no reason given")
            }
        }

        test("a server that has trouble is asked again, each time later, and given up in the end") {
            with { server ->
                repeat(3) { server.troubles += Trouble("GET", 502) }
                notes(server).comment(7, "x").shouldBeInstanceOf<Posting.Written>()
                waits shouldContainExactly listOf(1L, 2L, 4L)
                waits.clear()
                repeat(Api.TRIES) { server.troubles += Trouble("GET", 503) }
                notes(server).comment(7, "x") shouldBe Posting.Refused(503, "trouble")
                waits shouldHaveSize Api.TRIES - 1
            }
        }

        test("a limit of rate is waited out as the server says, but no longer than a minute") {
            with { server ->
                server.troubles += Trouble("GET", 403, mapOf("Retry-After" to "7"))
                server.troubles += Trouble("GET", 429, mapOf("Retry-After" to "9999"))
                server.troubles += Trouble("GET", 403, mapOf("X-RateLimit-Remaining" to "0"))
                notes(server).comment(7, "x").shouldBeInstanceOf<Posting.Written>()
                waits shouldContainExactly listOf(7L, 60L, 4L)
            }
        }

        test("a comment that was written though the answer got lost is not written twice") {
            with { server ->
                server.troubles += Trouble("GET", 500)
                server.troubles += Trouble("POST", 502, done = true)
                notes(server).comment(7, "x") shouldBe Posting.Written("page/1", true)
                server.comments shouldHaveSize 1
            }
        }

        test("where nobody listens, the address is told and the token is not") {
            val port = ServerSocket(0).use { it.localPort }
            val api = Api(URI.create("http://127.0.0.1:$port"), "secret", { })
            val failure = shouldThrow<IOException> { Notes(api, "o/r", "b", "i").comment(1, "x") }
            failure.message!! shouldContain "no answer from http://127.0.0.1:$port after 5 tries"
            failure.message!! shouldNotContain "secret"
        }

        test("a redirection is not followed: the token stays where it belongs") {
            with { server ->
                server.troubles += Trouble("GET", 302, mapOf("Location" to "${server.address}/x"))
                notes(server).comment(7, "x").shouldBeInstanceOf<Posting.Refused>()
                server.asked shouldHaveSize 1
            }
        }

        test("the pull request of a finished workflow is the one at its commit, or none") {
            with { server ->
                server.pulls[3] = "f".repeat(40) to "fork:feature/x"
                server.pulls[7] = SHA to "fork:feature/x"
                notes(server).pullRequest(run()) shouldBe OptionalInt.of(7)
                notes(server).pullRequest(run(sha = "e".repeat(40))) shouldBe OptionalInt.empty()
                notes(server).pullRequest(run(owner = "other")) shouldBe OptionalInt.empty()
                notes(server).pullRequest(run(number = OptionalInt.of(7))) shouldBe
                    OptionalInt.of(7)
                notes(server).pullRequest(run(number = OptionalInt.of(3))) shouldBe
                    OptionalInt.empty()
            }
        }

        test("an event tells its pull request, or none") {
            Event.parse("""{"pull_request":{"number":12}}""").pullRequest() shouldBe
                OptionalInt.of(12)
            for (text in listOf(
                "{}",
                """{"pull_request":{"number":"12;rm"}}""",
                """{"pull_request":7}""",
            )) {
                Event.parse(text).pullRequest() shouldBe OptionalInt.empty()
            }
            shouldThrow<IllegalArgumentException> { Event.parse("[") }
            shouldThrow<IllegalArgumentException> { Event.parse("[]") }
        }
    })
