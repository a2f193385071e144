package benchwright.history

import benchwright.artifact.RunStatus
import benchwright.artifact.Stop
import benchwright.artifact.TrialRecord
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import java.nio.file.Files
import java.nio.file.Path

/** Files of every version that was ever released stay readable; programs of others read ours. */
class FormatSpec :
    FunSpec({
        val dir = tempdir().toPath()

        test("a run of format version 1 is read and verified") {
            val reader = RunReader.open(Path.of("src/test/resources/runs/format-1"))
            val manifest = reader.manifest()
            manifest.formatVersion shouldBe 1
            manifest.status shouldBe RunStatus.COMPLETE
            manifest.resultsDigest shouldBe
                "a5e4e9c917a2e8c18e8cd569a0b3e7ce3d2d76fc243a2e396c1992e10e87b5a1"
            reader.verify() shouldBe Verification.Sound(manifest.resultsDigest, 5, 6)
            val records = mutableListOf<TrialRecord>()
            reader.forEach { records += it }
            val last = records.last()
            last.key.toString() shouldBe "manta-ray/tilted/d2/i3/s1"
            last.stop shouldBe Stop.FAILED
            last.failure.kind shouldBe "exception"
            reader
                .summary()
                .rows
                .single()
                .optimizer shouldBe "manta-ray"
        }

        test("the same trials have the same digest on every JVM, today as then") {
            val header =
                Runs.header(listOf("manta-ray"), listOf("bbob-f10", "tilted"), listOf(2), 1..3)
            val then = RunReader.open(Path.of("src/test/resources/runs/format-1")).manifest()
            RunReader
                .open(
                    Runs.write(dir.resolve("again"), header),
                ).manifest()
                .resultsDigest shouldBe
                then.resultsDigest
        }

        val python =
            listOf(
                "/usr/bin",
                "/usr/local/bin",
            ).any { Files.isExecutable(Path.of(it, "python3")) }
        if (!python) println("FormatSpec: python3 is not there, so its digest is not compared")

        test("the program in the documentation computes the same digest").config(enabled = python) {
            val text = Files.readString(Path.of("../docs/artifacts.md"))
            val program = text.substringAfter("```python\n").substringBefore("```")
            val header = Runs.header(dimensions = listOf(2), instances = 1..3)
            val run = Runs.write(dir, header)
            val process =
                ProcessBuilder(
                    "python3",
                    "-c",
                    program,
                    run.toString(),
                ).redirectErrorStream(true).start()
            process.inputReader().readText().trim() shouldBe
                RunReader.open(run).manifest().resultsDigest
            process.waitFor() shouldBe 0
        }
    })
