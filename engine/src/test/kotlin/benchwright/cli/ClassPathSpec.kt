package benchwright.cli

import benchwright.artifact.Documents
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldContainOnlyOnce
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import java.io.File
import java.util.jar.JarEntry
import java.util.jar.JarOutputStream
import javax.tools.ToolProvider

private const val SUITE = """
functions(sphere)
dimensions(2)
budget(50.evaluations)
optimizers(optimizer("mine", com.example.Mine()))
"""

/** A class of the user's own that walks with steps of this length. */
private fun compile(
    into: File,
    step: Double,
) {
    val source = File(into.parentFile, "com/example/Mine.java")
    source.parentFile.mkdirs()
    source.writeText(
        """
        package com.example;
        public final class Mine implements benchwright.Optimizer {
          @Override
          public void minimize(benchwright.Problem problem, benchwright.RandomSource random) {
            double[] x = random.nextPoint(problem.bounds());
            double best = problem.evaluate(x);
            while (problem.remaining() > 0) {
              double[] y = x.clone();
              for (int i = 0; i < y.length; i++) y[i] += $step * random.nextGaussian();
              double value = problem.evaluate(y);
              if (value < best) { best = value; x = y; }
            }
          }
        }
        """.trimIndent(),
    )
    into.mkdirs()
    ToolProvider.getSystemJavaCompiler().run(
        null,
        null,
        null,
        "-d",
        into.path,
        "-cp",
        System.getProperty("java.class.path"),
        source.path,
    ) shouldBe 0
}

private fun manifest(
    desk: Desk,
    run: String,
) = Documents.parse(File(desk.directory, "benchmarks/results/$run/run.json").readText())
    as JsonObject

private fun digest(
    desk: Desk,
    run: String,
) = (manifest(desk, run)["resultsDigest"] as JsonPrimitive).content

class ClassPathSpec :
    FunSpec({
        fun desk() =
            Desk(tempdir()).also {
                compile(File(it.directory, "classes"), 0.5)
                File(it.directory, "own.bench.kts").writeText(SUITE)
            }

        fun Desk.run(vararg more: String) = type("run", "own.bench.kts", "-q", *more)

        test("a suite uses a class of the user's own, and the manifest says which bytes it was") {
            val desk = desk()
            desk.run("--classpath", "classes", "--run-id", "a").code shouldBe 0
            val code = (manifest(desk, "a")["classPath"] as JsonArray).single() as JsonObject
            (code["path"] as JsonPrimitive).content shouldBe "classes"
            (code["sha256"] as JsonPrimitive).content.length shouldBe 64
            desk.type("verify", "a", "--rerun").out shouldContain "the same results, bit for bit"
        }

        test("without the flag the class is unknown, and plan and check take the flag as well") {
            val desk = desk()
            desk.run().err shouldContain "com"
            desk.run().code shouldBe 3
            desk.type("check", "--classpath", "classes", "own.bench.kts").code shouldBe 0
            desk.type("plan", "--classpath", "classes", "own.bench.kts").out shouldContain
                "mine/sphere/d2/i1/s1"
        }

        test("a jar does as well as a folder, with the same results, in worker processes too") {
            val desk = desk()
            val classes = File(desk.directory, "classes")
            JarOutputStream(File(desk.directory, "own.jar").outputStream()).use { jar ->
                jar.putNextEntry(JarEntry("com/example/Mine.class"))
                jar.write(File(classes, "com/example/Mine.class").readBytes())
            }
            desk.run("--classpath", "classes", "--run-id", "a").code shouldBe 0
            desk.run("--classpath", "own.jar", "--run-id", "b").code shouldBe 0
            desk
                .run("--classpath", "own.jar", "--isolate", "process", "--run-id", "c")
                .code shouldBe 0
            digest(desk, "b") shouldBe digest(desk, "a")
            digest(desk, "c") shouldBe digest(desk, "a")
        }

        test("what is compiled anew is seen at once, and a rerun of the old run is refused") {
            val desk = desk()
            desk.run("--classpath", "classes", "--run-id", "a").code shouldBe 0
            compile(File(desk.directory, "classes"), 2.0)
            desk.run("--classpath", "classes", "--run-id", "b").code shouldBe 0
            digest(desk, "b") shouldNotBe digest(desk, "a")
            val told = desk.type("verify", "a", "--rerun")
            told.code shouldBe 5
            told.err shouldContainOnlyOnce "the code on the class path has changed"
        }

        test("what is not there, or is no code, is told with its name as it was given") {
            val desk = desk()
            val told = desk.run("--classpath", "clases:own.bench.kts")
            told.code shouldBe 3
            told.err shouldContain "clases: error: there is no such folder or jar on the class path"
            told.err shouldContain "own.bench.kts: error: is neither a folder of classes nor a jar"
        }

        test("a class path without a suite is wrong usage") {
            val told =
                desk().type(
                    "run",
                    *arrayOf("--function", "sphere", "--dim", "2", "--optimizer", "random-search"),
                    "--classpath",
                    "classes",
                )
            told.code shouldBe 2
            told.err shouldContain "optimizers(optimizer(\"mine\", com.example.Mine()))"
        }
    })
