package benchwright.measure

import benchwright.artifact.CommitStamp
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.longs.shouldBeLessThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.io.File
import java.time.Duration

private val LIMIT: Duration = Duration.ofSeconds(10)

class CheckoutSpec :
    FunSpec({
        fun git(
            directory: File,
            vararg words: String,
        ): String {
            val process =
                ProcessBuilder("git", "-c", "user.name=a", "-c", "user.email=a@b", *words)
                    .directory(directory)
                    .redirectErrorStream(true)
                    .start()
            val output = process.inputStream.readAllBytes().decodeToString()
            check(process.waitFor() == 0) { output }
            return output.trim()
        }

        fun repository() =
            tempdir().also {
                git(it, "init", "-q", "-b", "trunk")
                File(it, "a").writeText("1")
                git(it, "add", "a")
                git(it, "commit", "-q", "-m", "one")
            }

        fun find(
            directory: File,
            variables: Map<String, String> = mapOf(),
            git: String = "git",
            limit: Duration = LIMIT,
        ) = Checkout(directory.toPath(), variables, git, limit).find()

        fun script(text: String): String =
            File(tempdir(), "git")
                .also {
                    it.writeText("#!/bin/sh\n$text\n")
                    it.setExecutable(true)
                }.path

        test("commit and branch are those of git; a new file makes nothing dirty") {
            val directory = repository()
            File(directory, "b").writeText("untracked")
            find(directory).commit shouldBe
                CommitStamp(git(directory, "rev-parse", "HEAD"), "trunk", false)
        }

        test("a changed file makes it dirty") {
            val directory = repository()
            File(directory, "a").writeText("2")
            find(directory).commit.dirty shouldBe true
        }

        test("off any branch the branch is the CI system's") {
            val directory = repository()
            git(directory, "checkout", "-q", "--detach")
            find(directory).commit.branch shouldBe ""
            find(directory, mapOf("GITHUB_HEAD_REF" to "topic")).commit.branch shouldBe "topic"
        }

        test("a repository without a commit has none") {
            val directory = tempdir()
            git(directory, "init", "-q", "-b", "trunk")
            find(directory).commit shouldBe CommitStamp("", "trunk", false)
        }

        test("without git the variables of CI tell, and without those nothing is known") {
            val variables = mapOf("GITHUB_SHA" to "abc", "GITHUB_REF_NAME" to "main")
            find(tempdir(), variables, "no-such-git").commit shouldBe
                CommitStamp("abc", "main", false)
            find(tempdir(), mapOf(), "no-such-git").commit shouldBe CommitStamp.UNKNOWN
            find(tempdir()).warnings.shouldBeEmpty()
        }

        test("a git that trusts nobody is explained") {
            val git =
                script(
                    "echo \"fatal: detected dubious ownership in repository at '/x/y'\" >&2; exit 128",
                )
            val found = find(tempdir(), git = git)
            found.commit shouldBe CommitStamp.UNKNOWN
            found.warnings.single() shouldContain
                "git config --global --add safe.directory /x/y"
        }

        test("a git that sleeps is not waited for") {
            val begin = System.nanoTime()
            val found =
                find(tempdir(), git = script("exec sleep 60"), limit = Duration.ofMillis(100))
            found.commit shouldBe CommitStamp.UNKNOWN
            (System.nanoTime() - begin) shouldBeLessThan 30_000_000_000
        }
    })
