package benchwright.history

import benchwright.artifact.History
import benchwright.artifact.RunStatus
import benchwright.artifact.Stop
import benchwright.artifact.TrialRecord
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.types.shouldBeInstanceOf
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.relativeTo
import kotlin.random.Random
import kotlin.streams.asSequence

class RunWriterSpec :
    FunSpec({
        val dir = tempdir().toPath()
        var count = 0

        fun output(): Path = dir.resolve("out${count++}")

        fun files(run: Path): Map<String, ByteArray> =
            Files.walk(run).use { walk ->
                walk
                    .asSequence()
                    .filter { Files.isRegularFile(it) }
                    .associate { it.relativeTo(run).toString() to Files.readAllBytes(it) }
            }

        fun histories(run: Path): Map<String, String> =
            files(
                run,
            ).filterKeys { it.startsWith("histories") }.mapValues { Runs.text(run.resolve(it.key)) }

        test("a complete run leaves its files and nothing else") {
            val run = Runs.write(output())
            files(run).keys shouldContainExactlyInAnyOrder
                listOf(
                    "run.json",
                    "suite.json",
                    "summary.json",
                    "log.ndjson",
                    "histories/manta-ray/bbob-f10.json.gz",
                    "histories/manta-ray/bbob-f2.json.gz",
                    "histories/manta-ray/tilted.json.gz",
                    "histories/random-search/bbob-f10.json.gz",
                    "histories/random-search/bbob-f2.json.gz",
                    "histories/random-search/tilted.json.gz",
                )
            Files.exists(run.resolve("journal")) shouldBe false
            RunReader.open(run).verify().shouldBeInstanceOf<Verification.Sound>()
        }

        test("the files are the same bytes in whatever order the trials end") {
            val expected = files(Runs.write(output()))
            for (seed in 1..5) {
                val shuffled = files(Runs.write(output()) { it.shuffled(Random(seed)) })
                for (name in expected.keys.filter { it.startsWith("histories") }) {
                    shuffled.getValue(name).toList() shouldBe expected.getValue(name).toList()
                }
            }
        }

        test("a trial stands on a line of its own") {
            val run = Runs.write(output())
            for (text in histories(run).values) {
                text.lines().count { it.startsWith("{\"dimension\"") } shouldBe 8
            }
        }

        test("what is read is what was written, in the order of the plan of each file") {
            val header = Runs.header()
            val records = mutableListOf<TrialRecord>()
            RunReader.open(Runs.write(output(), header)).forEach { record, circumstance ->
                records += record
                circumstance shouldBe Runs.circumstance(record.key)
            }
            records shouldContainExactly header.planOrder().map { Runs.record(it) }
        }

        test("an interrupted run is resumed to the files of a run that never was") {
            val output = output()
            val header = Runs.header()
            val plan = header.planOrder()
            RunWriter.create(output, header, Runs.clock).use { writer ->
                plan
                    .reversed()
                    .take(
                        7,
                    ).forEach { writer.append(Runs.record(it), Runs.circumstance(it)) }
            }
            val run = output.resolve(header.runId())
            RunReader.open(run).manifest().status shouldBe RunStatus.INTERRUPTED
            val read = mutableListOf<TrialRecord>()
            RunReader.open(run).forEach { read += it }
            read shouldContainExactly plan.takeLast(7).map { Runs.record(it) }
            RunWriter.resume(run, Runs.clock).use { writer ->
                writer.header() shouldBe header
                writer.finished() shouldContainExactlyInAnyOrder plan.takeLast(7)
                (plan - writer.finished()).forEach {
                    writer.append(
                        Runs.record(it),
                        Runs.circumstance(it),
                    )
                }
                val replayed = mutableListOf<TrialRecord>()
                writer.replay { replayed += it }
                replayed shouldContainExactly plan.map { Runs.record(it) }
                Runs.complete(writer)
            }
            val whole = Runs.write(output())
            histories(run) shouldBe histories(whole)
            RunReader.open(run).manifest().totals shouldBe RunReader.open(whole).manifest().totals
            RunReader.open(run).manifest().resultsDigest shouldBe
                RunReader.open(whole).manifest().resultsDigest
            RunReader.open(run).verify().shouldBeInstanceOf<Verification.Sound>()
        }

        test("a run that was killed can be read and resumed without a manifest") {
            val output = output()
            val header = Runs.header()
            val writer = RunWriter.create(output, header, Runs.clock)
            header
                .planOrder()
                .take(
                    3,
                ).forEach { writer.append(Runs.record(it), Runs.circumstance(it)) }
            writer.flush()
            val killed = output.resolveSibling("killed")
            writer.directory().toFile().copyRecursively(killed.toFile())
            writer.close()
            RunReader
                .open(killed)
                .manifest()
                .totals.trials shouldBe 3
            RunReader.open(killed).verify().shouldBeInstanceOf<Verification.Faulty>()
            RunWriter.resume(killed, Runs.clock).use { it.finished().size shouldBe 3 }
        }

        test("a second writer of the same run is refused, and says why") {
            val header = Runs.header()
            RunWriter.create(output(), header, Runs.clock).use { writer ->
                writer.flush()
                val refused =
                    shouldThrow<HistoryFailure> { RunWriter.resume(writer.directory(), Runs.clock) }
                refused.kind() shouldBe HistoryFailure.Kind.LOCKED
                refused.message shouldContain "another process is working on"
            }
        }

        test("a run that is there, has ended, or never was is told apart") {
            val output = output()
            val run = Runs.write(output)
            shouldThrow<HistoryFailure> { RunWriter.create(output, Runs.header(), Runs.clock) }
                .kind() shouldBe HistoryFailure.Kind.EXISTS
            shouldThrow<HistoryFailure> { RunWriter.resume(run, Runs.clock) }
                .kind() shouldBe HistoryFailure.Kind.FINISHED
            shouldThrow<HistoryFailure> { RunWriter.resume(output.resolve("none"), Runs.clock) }
                .kind() shouldBe HistoryFailure.Kind.NO_RUN
            shouldThrow<HistoryFailure> { RunReader.open(output) }.kind() shouldBe
                HistoryFailure.Kind.NO_RUN
        }

        test(
            "a second record of the same trial is ignored if it is the same, one that nobody planned refused",
        ) {
            val output = output()
            val header = Runs.header()
            RunWriter.create(output, header, Runs.clock).use { writer ->
                val key = header.planOrder().first()
                repeat(2) { writer.append(Runs.record(key, seed = 0), Runs.circumstance(key)) }
                val read = mutableListOf<TrialRecord>()
                writer.replay { read += it }
                read shouldContainExactly listOf(Runs.record(key, seed = 0))
                shouldThrow<IllegalArgumentException> {
                    writer.append(Runs.record(key.copy(seed = 99)), Runs.circumstance(key))
                }
            }
        }

        test(
            "another record of the same trial is nondeterminism, be the first one waiting or written",
        ) {
            for (written in listOf(true, false)) {
                val writer = RunWriter.create(output(), Runs.header(), Runs.clock)
                val key = writer.header().planOrder().first()
                writer.append(Runs.record(key, seed = 0), Runs.circumstance(key))
                if (written) writer.flush()
                val failure =
                    shouldThrow<HistoryFailure> {
                        writer.append(Runs.record(key, seed = 1), Runs.circumstance(key))
                        writer.flush()
                    }
                failure.kind() shouldBe HistoryFailure.Kind.NONDETERMINISM
                failure.message shouldContain
                    "nondeterminism: $key was run twice, with different results"
                writer.close()
            }
        }

        test("a run with trials to go is not complete") {
            RunWriter.create(output(), Runs.header(), Runs.clock).use { writer ->
                shouldThrow<IllegalArgumentException> { Runs.complete(writer) }
                    .message shouldContain "24 trials to go"
            }
        }

        test("a record that contradicts itself is refused before it is written") {
            RunWriter.create(output(), Runs.header(), Runs.clock).use { writer ->
                val key = writer.header().planOrder().first()
                val good = Runs.record(key, 5)

                fun refused(
                    evaluations: Long = good.evaluations,
                    stop: Stop = good.stop,
                    history: History = good.history,
                    point: DoubleArray = good.bestPoint(),
                    budget: Long = good.budget,
                ) = shouldThrow<IllegalArgumentException> {
                    writer.append(
                        TrialRecord(
                            key,
                            good.bounds,
                            budget,
                            0.0,
                            evaluations,
                            stop,
                            good.failure,
                            history,
                            point,
                        ),
                        Runs.circumstance(key),
                    )
                }.message
                refused(evaluations = 0) shouldContain "ends with its evaluations"
                refused(stop = Stop.FAILED) shouldContain "if and only if it failed"
                refused(point = doubleArrayOf(1.0)) shouldContain "best point"
                refused(budget = 0) shouldContain "budget"
                refused(history = History(longArrayOf(1, 2), doubleArrayOf(1.0, 1.0))) shouldContain
                    "better"
                refused(history = History(longArrayOf(2, 2), doubleArrayOf(2.0, 1.0))) shouldContain
                    "grow"
                writer.append(good, Runs.circumstance(key))
            }
        }

        test("a run that took long is validated by the schemas before it is called complete") {
            val header = Runs.header(listOf("Not-An-Id"), listOf("f"), listOf(2))
            for ((seconds, valid) in listOf(5L to true, 60L to false)) {
                RunWriter.create(output(), header, Runs.clock).use { writer ->
                    header.planOrder().forEach {
                        writer.append(
                            Runs.record(it),
                            Runs.circumstance(it),
                        )
                    }
                    val end = header.startedAt().plusSeconds(seconds)
                    val complete = {
                        writer.complete(
                            RunStatus.COMPLETE,
                            end,
                            Runs.resources,
                            Runs.summary(header),
                        )
                    }
                    if (valid) {
                        complete()
                    } else {
                        shouldThrow<HistoryFailure> {
                            complete()
                        }.faults().map { it.field() } shouldContain
                            "/optimizer/id"
                        Files.exists(writer.directory().resolve("run.json")) shouldBe false
                    }
                }
            }
        }

        test("an output directory that is a file is said at once") {
            val file = Files.writeString(dir.resolve("file"), "")
            val refused =
                shouldThrow<HistoryFailure> { RunWriter.create(file, Runs.header(), Runs.clock) }
            refused.kind() shouldBe HistoryFailure.Kind.NOT_WRITABLE
            refused.message shouldContain "file"
        }

        test(
            "the log has a line for each event and is cut at its last whole line when a run goes on",
        ) {
            val output = output()
            val header = Runs.header()
            RunWriter.create(output, header, Runs.clock).use { writer ->
                writer.append(
                    Runs.record(header.planOrder()[0]),
                    Runs.circumstance(header.planOrder()[0]),
                )
                writer.log("worker-lost", mapOf("worker" to "2"))
            }
            val log = output.resolve(header.runId()).resolve("log.ndjson")
            Files.writeString(log, Files.readString(log) + "{\"at\":\"2026")
            RunWriter.resume(log.parent, Runs.clock).close()
            val lines = Files.readAllLines(log)
            lines.map {
                Regex(
                    "\"event\":\"([a-z-]+)\"",
                ).find(it)!!.groupValues[1]
            } shouldContainExactly
                listOf(
                    "run-started",
                    "trial-finished",
                    "worker-lost",
                    "run-interrupted",
                    "run-resumed",
                    "run-interrupted",
                )
            Schemas().validate(log).shouldBeEmpty()
        }

        test("a thousand trials from eight threads all arrive") {
            val output = output()
            val header = Runs.header(listOf("o"), listOf("f"), listOf(2), 1..1000)
            RunWriter.create(output, header, Runs.clock).use { writer ->
                val threads =
                    header.planOrder().chunked(125).map { keys ->
                        Thread {
                            keys.forEach {
                                writer.append(
                                    Runs.record(it),
                                    Runs.circumstance(it),
                                )
                            }
                        }.also { it.start() }
                    }
                threads.forEach { it.join() }
                Runs.complete(writer).totals.trials shouldBe 1000
            }
            RunReader.open(output.resolve(header.runId())).verify() shouldNotBe null
        }
    })
