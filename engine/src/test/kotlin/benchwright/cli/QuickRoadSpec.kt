package benchwright.cli

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.ints.shouldBeInRange
import io.kotest.matchers.shouldBe
import java.io.File

/** Packages that cost start-up time and that a cached quick run does not need. */
private val FORBIDDEN =
    listOf(
        "org.jetbrains.kotlin.",
        "kotlin.script.",
        "benchwright.analysis.Results",
        "benchwright.stats.Ranks",
        "oshi.",
        "com.sun.jna.",
        "org.slf4j.",
        "java.util.logging.",
        "java.lang.management.",
        "picocli.",
        "dev.harrel.",
        "com.fasterxml.",
        "org.openjdk.jmh.",
    )

class QuickRoadSpec :
    FunSpec({
        test("a cached suite runs without the compiler and the libraries that it does not need") {
            val place = tempdir()
            val desk = Desk(place)
            val suite = desk.suite("talkative")
            desk.type("check", suite).code shouldBe 0
            val log = File(place, "classes.txt")
            val process =
                ProcessBuilder(
                    "${System.getProperty("java.home")}/bin/java",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xlog:class+load:file=${log.path}",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "benchwright.cli.Main",
                    "run",
                    suite,
                    "--quick",
                    "-q",
                ).directory(place)
                    .redirectErrorStream(true)
                    .also {
                        it.environment()["BENCH_CACHE"] = File("target/test-cache").absolutePath
                    }.start()
            val output = process.inputStream.readAllBytes().decodeToString()
            process.waitFor() shouldBe 0
            output.startsWith("benchmarks/results/") shouldBe true
            val classes =
                log.readLines().filter { " source: " in it }.map {
                    it.substringAfterLast("] ").substringBefore(" source: ")
                }
            classes shouldContain "benchwright.cli.Main"
            classes.filter { name -> FORBIDDEN.any { name.startsWith(it) } }.shouldBeEmpty()
            // What was measured, and a little room: who adds much to it should know.
            classes.size shouldBeInRange 1000..2900
        }
    })
