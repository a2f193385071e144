package benchwright.history

import benchwright.artifact.TrialKey
import benchwright.artifact.TrialRecord
import io.kotest.assertions.nondeterministic.eventually
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Files
import java.nio.file.Path
import kotlin.random.Random
import kotlin.time.Duration.Companion.seconds

class JournalSpec :
    FunSpec({
        val dir = tempdir().toPath()
        val header = Runs.header(listOf("o"), listOf("f"), listOf(2), 1..5)
        val plan = header.planOrder()

        /** An unfinished run with all its trials in the journal. */
        fun unfinished(name: String): Path {
            val output = dir.resolve(name)
            RunWriter.create(output, header, Runs.clock).use { writer ->
                plan.forEach { writer.append(Runs.record(it), Runs.circumstance(it)) }
            }
            return output.resolve(header.runId())
        }

        fun journal(run: Path): Path = run.resolve("journal").resolve("trials.journal")

        fun frames(run: Path): List<IntRange> {
            val ranges = mutableListOf<IntRange>()
            java.nio.channels.FileChannel.open(journal(run)).use { channel ->
                Journal.scan(channel) { offset, _, length ->
                    ranges += offset.toInt() - Journal.FRAME until offset.toInt() + length
                }
            }
            return ranges
        }

        fun kept(run: Path): List<TrialKey> {
            val keys = mutableListOf<TrialKey>()
            java.nio.channels.FileChannel.open(journal(run)).use { channel ->
                Journal.scan(channel) { _, payload, _ ->
                    if (payload[0].toInt() ==
                        Journal.TRIAL
                    ) {
                        keys += Journal.key(Journal.id(payload))
                    }
                }
            }
            return keys
        }

        test("a journal cut at any byte of its last record loses that record only") {
            val run = unfinished("cut")
            val whole = Files.readAllBytes(journal(run))
            val last = frames(run).last()
            last.last + 1 shouldBe whole.size
            for (cut in last) {
                Files.write(journal(run), whole.copyOf(cut))
                kept(run) shouldContainExactly plan.dropLast(1)
            }
            Files.write(journal(run), whole.copyOf(last.last))
            RunWriter.resume(run, Runs.clock).use { writer ->
                writer.finished().toList() shouldContainExactly plan.dropLast(1)
                writer.append(Runs.record(plan.last()), Runs.circumstance(plan.last()))
                Runs.complete(writer)
            }
            RunReader.open(run).manifest().resultsDigest shouldBe
                RunReader.open(Runs.write(dir.resolve("whole"), header)).manifest().resultsDigest
        }

        test("a flipped bit in any record loses that record only") {
            val run = unfinished("flip")
            val whole = Files.readAllBytes(journal(run))
            val frames = frames(run)
            frames.size shouldBe 1 + plan.size
            val random = Random(1)
            for (k in 1 until frames.size) {
                repeat(60) {
                    val flipped = whole.clone()
                    val place = if (it < 12) frames[k].first + it else frames[k].random(random)
                    flipped[place] = (flipped[place].toInt() xor (1 shl random.nextInt(8))).toByte()
                    Files.write(journal(run), flipped)
                    kept(run) shouldContainExactly plan.filterIndexed { i, _ -> i != k - 1 }
                }
            }
        }

        test("bytes between records are passed over") {
            val run = unfinished("garbage")
            val whole = Files.readAllBytes(journal(run))
            val at = frames(run)[2].first
            Files.write(
                journal(run),
                whole.copyOf(at) + "BWJ1 and more".toByteArray() + whole.drop(at),
            )
            kept(run) shouldContainExactly plan
        }

        test("a journal without its header says that there is nothing to go on with") {
            val run = unfinished("headless")
            val whole = Files.readAllBytes(journal(run))
            whole[40] = (whole[40].toInt() xor 1).toByte()
            Files.write(journal(run), whole)
            val failure = shouldThrow<HistoryFailure> { RunWriter.resume(run, Runs.clock) }
            failure.kind() shouldBe HistoryFailure.Kind.DAMAGED
            failure.message shouldContain "lost its beginning"
        }

        test("a disk that is full is said at once, and what was written before is kept") {
            val output = dir.resolve("full")
            val told = mutableListOf<HistoryFailure>()
            val disk = FullDisk("trials.journal", 40_000)
            val many = Runs.header(listOf("o"), listOf("f"), listOf(2), 1..200)
            RunWriter.create(output, many, Runs.clock, disk).use { writer ->
                writer.onFailure { synchronized(told) { told += it } }
                val failure =
                    shouldThrow<HistoryFailure> {
                        many.planOrder().forEach {
                            writer.append(Runs.record(it), Runs.circumstance(it))
                            writer.flush()
                        }
                    }
                failure.kind() shouldBe HistoryFailure.Kind.WRITE_FAILED
                failure.message shouldContain "No space left on device"
                failure.message shouldContain "bench run --resume"
                failure.message shouldContain "${writer.finished().size} finished trials are kept"
                shouldThrow<HistoryFailure> { writer.flush() }
            }
            // The thread that tells it does so after the one that waits was woken.
            eventually(60.seconds) { synchronized(told) { told.size } shouldBe 1 }
            val run = output.resolve(many.runId())
            val records = mutableListOf<TrialRecord>()
            RunReader.open(run).forEach { records += it }
            check(records.isNotEmpty())
            records shouldContainExactly many.planOrder().take(records.size).map { Runs.record(it) }
            RunWriter.resume(run, Runs.clock).use { writer ->
                (many.planOrder() - writer.finished()).forEach {
                    writer.append(Runs.record(it), Runs.circumstance(it))
                }
                Runs.complete(writer).totals.trials shouldBe 200
            }
        }

        test("a disk that is full when the files are assembled leaves the journal") {
            val output = dir.resolve("full-at-the-end")
            RunWriter.create(output, header, Runs.clock, FullDisk(".partial", 300)).use { writer ->
                plan.forEach { writer.append(Runs.record(it), Runs.circumstance(it)) }
                shouldThrow<HistoryFailure> { Runs.complete(writer) }.message shouldContain
                    "5 finished trials are kept"
            }
            val run = output.resolve(header.runId())
            RunWriter.resume(run, Runs.clock).use { Runs.complete(it).totals.trials shouldBe 5 }
            (RunReader.open(run).verify() as Verification.Sound).trials() shouldBe 5
        }

        test("an id of a trial that is none is refused") {
            for (id in listOf("", "a/b/d1/i1", "a/b/dx/i1/s1", "a/b//i1/s1", "a/b/d1/i1/s1/x")) {
                shouldThrow<JsonError> { Journal.key(id) }
            }
            Journal.key("a/b/d10/i2/s-3") shouldBe TrialKey("a", "b", 10, 2, -3)
        }
    })
