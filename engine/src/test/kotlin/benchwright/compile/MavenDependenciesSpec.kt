package benchwright.compile

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.types.shouldBeInstanceOf
import java.nio.file.Path
import kotlin.io.path.readText

class MavenDependenciesSpec :
    FunSpec({
        val library = Coordinate(1, 17, "org.example:swarm:1.2")

        /** A Maven that runs [shell], which sees the file to write as `$OUT`. */
        fun maven(
            shell: String,
            look: (List<String>) -> Unit = {},
        ) = MavenDependencies("mvn") { process ->
            look(process.command())
            val out = process.command().first { it.startsWith("-Dmdep.outputFile=") }
            process.environment()["OUT"] = out.substringAfter('=')
            process.command(listOf("sh", "-c", shell)).start()
        }

        test("coordinates are found with their places, but not in comments") {
            val text =
                """
                // @file:DependsOn("a:comment:1")
                @file:DependsOn("org.example:swarm:1.2", "org.example:ants:3")
                /* @file:DependsOn("another:comment:1") */
                @file : DependsOn( "org.example:bees:4" )
                functions(sphere)
                """.trimIndent()
            Coordinate.`in`(text).shouldContainExactly(
                Coordinate(2, 17, "org.example:swarm:1.2"),
                Coordinate(2, 42, "org.example:ants:3"),
                Coordinate(4, 20, "org.example:bees:4"),
            )
        }

        test("without coordinates Maven is not started") {
            maven("exit 1").resolve(listOf()).shouldBeInstanceOf<Dependencies.Resolution.Jars>()
        }

        test("Maven resolves a project that depends on what the script names") {
            var pom = ""
            val resolution =
                maven("printf /repo/swarm.jar:/repo/ants.jar > \"\$OUT\"") { command ->
                    pom = Path.of(command[command.indexOf("-f") + 1]).readText()
                }.resolve(listOf(library))
            resolution
                .shouldBeInstanceOf<Dependencies.Resolution.Jars>()
                .jars()
                .shouldContainExactly(Path.of("/repo/swarm.jar"), Path.of("/repo/ants.jar"))
            pom shouldContain "<groupId>org.example</groupId>"
            pom shouldContain "<artifactId>swarm</artifactId>"
            pom shouldContain "<version>1.2</version>"
        }

        test("a library that Maven does not find is told at its place") {
            val log = "[ERROR] Could not find artifact org.example:swarm:jar:1.2 in central"
            val mistake =
                maven("echo '$log'; exit 1")
                    .resolve(listOf(Coordinate(2, 17, "org.example:ants:3"), library))
                    .shouldBeInstanceOf<Dependencies.Resolution.Unresolved>()
                    .mistakes()
                    .single()
            mistake.line shouldBe 1
            mistake.column shouldBe 17
            mistake.text shouldBe "Maven finds no org.example:swarm:1.2"
        }

        test("whatever else goes wrong with Maven is told in its own words") {
            maven("echo '[ERROR] Non-parseable settings'; exit 1")
                .resolve(listOf(library))
                .shouldBeInstanceOf<Dependencies.Resolution.Unresolved>()
                .mistakes()
                .single()
                .text shouldContain "Non-parseable settings"
        }

        test("a machine without Maven is told what to install") {
            val mistake =
                MavenDependencies("/nowhere/mvn") { it.start() }
                    .resolve(listOf(library))
                    .shouldBeInstanceOf<Dependencies.Resolution.Unresolved>()
                    .mistakes()
                    .single()
            mistake.text shouldContain "does not start"
            mistake.remedy shouldContain "install Maven"
        }

        test("coordinates that name nothing are told without asking Maven") {
            val mistakes =
                maven("exit 1")
                    .resolve(
                        listOf(Coordinate(1, 1, "swarm"), library, Coordinate(3, 1, "a:b:c:d")),
                    ).shouldBeInstanceOf<Dependencies.Resolution.Unresolved>()
                    .mistakes()
            mistakes.map { it.line }.shouldContainExactly(1, 3)
            mistakes.filter { it.remedy.isEmpty() }.shouldBeEmpty()
        }
    })
