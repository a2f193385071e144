package benchwright.pair

import benchwright.external.Leash
import java.io.File

/** A git repository of a test, with a commit for each state that it is given. */
internal class Repositories(
    val directory: File,
) {
    init {
        git("init", "--quiet", "--initial-branch=main")
    }

    fun git(vararg words: String): String {
        val process =
            ProcessBuilder(
                "git",
                "-c",
                "user.name=Test",
                "-c",
                "user.email=test@localhost.example",
                "-c",
                "commit.gpgsign=false",
                *words,
            ).directory(directory).redirectErrorStream(true).start()
        process.outputStream.close()
        val said = process.inputStream.bufferedReader().readText()
        check(process.waitFor() == 0) { "git ${words.joinToString(" ")}: $said" }
        return said.trim()
    }

    fun write(
        name: String,
        text: String,
    ) = File(directory, name)
        .also { it.parentFile.mkdirs() }
        .writeText(text.trimIndent() + "\n")

    fun script(
        name: String,
        text: String,
    ) {
        write(name, "#!/bin/sh\n$text")
        File(directory, name).setExecutable(true)
    }

    /** Commits everything; the commit's number. */
    fun commit(message: String): String {
        git("add", "--all")
        git("commit", "--quiet", "--message", message)
        return git("rev-parse", "HEAD")
    }

    /** The trees that git knows of, this one first. */
    fun trees(): List<String> =
        git("worktree", "list", "--porcelain").lines().filter { it.startsWith("worktree ") }

    fun open(
        variables: Map<String, String> = mapOf(),
        at: File = directory,
    ) = Repository.open(at.toPath(), variables, Leash.of(System.nanoTime()))

    fun opened(variables: Map<String, String> = mapOf()) =
        (open(variables) as Repository.Opening.Opened).repository()
}
