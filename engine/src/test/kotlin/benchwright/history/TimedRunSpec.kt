package benchwright.history

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.shouldBe
import io.kotest.matchers.types.shouldBeInstanceOf
import java.nio.file.Files
import java.nio.file.StandardOpenOption
import kotlin.io.path.exists
import kotlin.io.path.fileSize
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readBytes
import kotlin.io.path.writeBytes

class TimedRunSpec :
    FunSpec({
        test("what was timed is read as it was kept, a file for each implementation") {
            val run = TimedRuns.write(tempdir().toPath())
            val timings = RunReader.open(run).timings()
            timings.map { it.implementation.id } shouldContainExactly listOf("add", "c-o3")
            timings.flatMap { each ->
                each.cases.map { TimedEntry(each.implementation.id, it) }
            } shouldContainExactly TimedRuns.entries()
            run
                .resolve(
                    "timings",
                ).listDirectoryEntries()
                .map { it.name } shouldContainExactlyInAnyOrder
                listOf("add.json.gz", "c-o3.json.gz")
        }

        test("its manifest counts cases and failures, and promises no digest") {
            val manifest = RunReader.open(TimedRuns.write(tempdir().toPath())).manifest()
            manifest.totals.timings shouldBe 3
            manifest.totals.failed shouldBe 1
            manifest.totals.trials shouldBe 0
            manifest.resultsDigest shouldBe ""
        }

        test("a run that was killed goes on behind the cases that it had kept") {
            val directory = tempdir().toPath()
            val first = RunWriter.create(directory, TimedRuns.header(), Runs.clock)
            first.append(TimedRuns.entries()[0])
            first.flush()
            val journal = first.directory().resolve("journal/trials.journal")
            val kept = journal.readBytes()
            first.close()
            // What a kill leaves: the frames that were synchronized, and half of the next one.
            first
                .directory()
                .resolve("run.json")
                .toFile()
                .delete()
            journal.writeBytes(kept)
            Files.write(journal, kept.copyOf(20), StandardOpenOption.APPEND)

            RunReader
                .open(first.directory())
                .timings()
                .single()
                .cases
                .size shouldBe 1
            val second = RunWriter.resume(first.directory(), Runs.clock)
            second.timed() shouldBe setOf("add")
            TimedRuns.entries().forEach { second.append(it) }
            TimedRuns.finish(second)
            val reader = RunReader.open(first.directory())
            reader.timings().flatMap { it.cases } shouldContainExactly
                TimedRuns.entries().map { it.timed() }
            reader.verify().shouldBeInstanceOf<Verification.Sound>()
            first.directory().resolve("journal").exists() shouldBe false
        }

        test("every file of it is valid by its schema, and sound") {
            val run = TimedRuns.write(tempdir().toPath())
            val schemas = Schemas()
            Files.walk(run).use { files ->
                files.filter { Files.isRegularFile(it) }.forEach {
                    schemas.validate(it).shouldBeEmpty()
                }
            }
            RunReader.open(run).verify() shouldBe Verification.Sound("", 6, 0)
        }

        test("a changed, a missing and a foreign file of timings are found") {
            val changed = TimedRuns.write(tempdir().toPath())
            val file = changed.resolve("timings/add.json.gz")
            file.writeBytes(changed.resolve("timings/c-o3.json.gz").readBytes())
            faults(changed).any { "SHA-256" in it } shouldBe true
            faults(changed).any { "does not fit the name of the file" in it } shouldBe true

            val missing = TimedRuns.write(tempdir().toPath())
            Files.delete(missing.resolve("timings/add.json.gz"))
            faults(missing) shouldContainExactly listOf("timings/add.json.gz: is missing")

            val cut = TimedRuns.write(tempdir().toPath())
            val half = cut.resolve("timings/add.json.gz")
            half.writeBytes(half.readBytes().copyOf((half.fileSize() / 2).toInt()))
            shouldThrow<HistoryFailure> { RunReader.open(cut).timings() }
            faults(cut).size shouldBe 2
        }

        test("an entry that is kept twice stands in the run once") {
            val writer = RunWriter.create(tempdir().toPath(), TimedRuns.header(), Runs.clock)
            repeat(2) { TimedRuns.entries().forEach { writer.append(it) } }
            TimedRuns.finish(writer).totals.timings shouldBe 3
        }
    })

private fun faults(run: java.nio.file.Path): List<String> =
    (RunReader.open(run).verify() as Verification.Faulty).faults().map { it.toText() }
