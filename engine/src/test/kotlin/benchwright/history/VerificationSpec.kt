package benchwright.history

import benchwright.artifact.Documents
import benchwright.artifact.RunStatus
import benchwright.artifact.TrialRecord
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.types.shouldBeInstanceOf
import java.io.ByteArrayOutputStream
import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant
import java.util.zip.GZIPOutputStream
import kotlin.io.path.relativeTo
import kotlin.random.Random

class VerificationSpec :
    FunSpec({
        val dir = tempdir().toPath()
        val header = Runs.header(dimensions = listOf(2))
        val original = Runs.write(dir.resolve("original"), header)
        val pair = "histories/manta-ray/bbob-f2.json.gz"
        var count = 0

        fun copy(): Path {
            val copy = dir.resolve("copy${count++}")
            original.toFile().copyRecursively(copy.toFile())
            return copy
        }

        fun gzip(text: String): ByteArray =
            ByteArrayOutputStream()
                .also { out ->
                    GZIPOutputStream(out).use { it.write(text.toByteArray()) }
                }.toByteArray()

        /** Faults of a run, or of opening it. */
        fun faults(
            run: Path,
            limit: Long = RunReader.LARGEST_HISTORIES,
        ): List<Fault> =
            try {
                when (val result = RunReader.open(run, limit).verify()) {
                    is Verification.Sound -> listOf()
                    is Verification.Faulty -> result.faults()
                }
            } catch (e: HistoryFailure) {
                e.faults()
            }

        fun changed(
            file: String,
            change: (ByteArray) -> ByteArray,
        ): List<Fault> {
            val run = copy()
            Files.write(run.resolve(file), change(Files.readAllBytes(run.resolve(file))))
            return faults(run)
        }

        fun rewritten(
            file: String,
            change: (String) -> String,
        ): List<Fault> =
            changed(file) {
                val text = Runs.text(original.resolve(file))
                val other = change(text)
                check(other != text) { "nothing was changed" }
                if (file.endsWith(".gz")) gzip(other) else other.toByteArray()
            }

        test("a run that nobody touched is sound, and says how much it holds") {
            val sound = RunReader.open(original).verify().shouldBeInstanceOf<Verification.Sound>()
            sound.resultsDigest() shouldBe RunReader.open(original).manifest().resultsDigest
            sound.trials() shouldBe 12
            sound.files() shouldBe 10
        }

        test("a flipped bit anywhere is found") {
            val random = Random(1)
            val files =
                Files.walk(original).use { walk ->
                    walk
                        .filter { Files.isRegularFile(it) }
                        .map { it.relativeTo(original).toString() }
                        .toList()
                }
            val run = copy()
            for (file in files) {
                val whole = Files.readAllBytes(run.resolve(file))
                repeat(25) {
                    val flipped = whole.clone()
                    val at = random.nextInt(whole.size)
                    flipped[at] = (flipped[at].toInt() xor (1 shl random.nextInt(8))).toByte()
                    Files.write(run.resolve(file), flipped)
                    val found = faults(run)
                    check(found.isNotEmpty()) { "$file: bit of byte $at" }
                    // A manifest that names another digest or file accuses the wrong one too.
                    if (file != "run.json") found.map { it.file() } shouldContain file
                }
                Files.write(run.resolve(file), whole)
            }
            faults(run) shouldBe listOf()
        }

        test("a file that is cut, empty, or not compressed as it should be says so") {
            changed(pair) { it.copyOf(it.size / 2) }.map { it.text() } shouldContain
                "is cut off in the middle of its compressed content"
            changed(pair) { it.copyOf(0) }.any { "cut off" in it.text() } shouldBe true
            changed(pair) { byteArrayOf(0x1f, 0x8b.toByte()) + it.drop(4) }.any {
                "is damaged" in
                    it.text()
            } shouldBe
                true
            changed(
                pair,
            ) { "hello".toByteArray() }.any { "must be an object" in it.text() } shouldBe
                true
            changed(pair) { byteArrayOf(0x28, 0xb5.toByte(), 0x2f, 0xfd.toByte()) + it.drop(4) }
                .any { "zstd" in it.text() } shouldBe true
        }

        test("a file that is not compressed at all is read by its content") {
            val run = copy()
            Files.writeString(run.resolve(pair), Runs.text(run.resolve(pair)))
            val records = mutableListOf<TrialRecord>()
            RunReader.open(run).forEach { records += it }
            records.size shouldBe 12
        }

        test("a decompression bomb is an error, not an end of memory") {
            val run = copy()
            val bomb =
                ByteArrayOutputStream().also { out ->
                    GZIPOutputStream(out).use { gzip ->
                        repeat(64) { gzip.write(ByteArray(1 shl 20) { ' '.code.toByte() }) }
                    }
                }
            Files.write(run.resolve(pair), bomb.toByteArray())
            faults(run, limit = 1 shl 22).map { it.text() } shouldContain
                "is larger than 4194304 bytes when it is decompressed"
        }

        test("a file that is missing, or that nobody named, is found") {
            val run = copy()
            Files.delete(run.resolve(pair))
            Files.copy(run.resolve("run.json"), run.resolve("histories/manta-ray/more.json.gz"))
            faults(run).map { it.toText() } shouldContainExactly
                listOf(
                    "$pair: is missing",
                    "histories/manta-ray/more.json.gz: is not named by run.json",
                )
        }

        test("another schema and a later version are refused by name and number") {
            rewritten(pair) { it.replace("run-artifact:1", "timings:1") }
                .single { it.field() == "/\$schema" }
                .text() shouldContain "must be urn:benchwright:schema:run-artifact:1"
            rewritten(pair) { it.replace("\"formatVersion\":1", "\"formatVersion\":2") }
                .single { it.field() == "/formatVersion" }
                .text() shouldContain "is 2, and this version of Benchwright reads formats up to 1"
            rewritten("run.json") { it.replace("\"formatVersion\": 1", "\"formatVersion\": 7") }
                .single()
                .toText() shouldContain "run.json: /formatVersion: is 7"
            rewritten(
                "run.json",
            ) { it.replace("run-manifest:1", "other:1") }.single().field() shouldBe
                "/\$schema"
        }

        test("results that were changed with care are found by their digest") {
            val faults = rewritten(pair) { it.replaceFirst("\"budget\":400", "\"budget\":401") }
            faults.any {
                it.file() == pair && it.field() == "/trials" && "digest" in it.text()
            } shouldBe
                true
        }

        test("circumstances are no part of the digest") {
            val faults = rewritten(pair) { it.replaceFirst("\"peakBytes\":", "\"peakBytes\":1") }
            faults.map { it.text() }.single() shouldContain "its SHA-256 is not the one in run.json"
        }

        test("all faults of a run are told at once, with their places") {
            val run = copy()
            val other = "histories/random-search/tilted.json.gz"
            Files.write(
                run.resolve(pair),
                gzip(
                    Runs
                        .text(
                            run.resolve(pair),
                        ).replace("\"stop\":\"budget\"", "\"stop\":\"bored\""),
                ),
            )
            Files.write(
                run.resolve(other),
                gzip(Runs.text(run.resolve(other)).replaceFirst("\"seed\":1,", "")),
            )
            val faults = faults(run)
            faults
                .filter {
                    it.file() == pair &&
                        Regex(
                            "/trials/\\d/stop",
                        ).matches(it.field())
                }.size shouldBe
                2
            faults.map { it.file() to it.field() } shouldContain (other to "/trials/0/seed")
        }

        test("a manifest that lacks fields names all of them") {
            val lacking =
                rewritten("run.json") {
                    it.replace("\"planDigest\"", "\"plan\"").replace("\"cores\"", "\"kernels\"")
                }
            lacking.map { it.file() }.toSet() shouldBe setOf("run.json")
            lacking.joinToString { it.text() } shouldContain "planDigest"
            lacking.joinToString { it.text() } shouldContain "cores"
        }

        test("a manifest that names a file outside the run is not followed") {
            val faults = rewritten("run.json") { it.replaceFirst(pair, "../../secret") }
            faults.any { "outside the run" in it.text() } shouldBe true
        }

        test("the summary is read as it was written") {
            RunReader.open(original).summary() shouldBe Runs.summary(header)
        }

        test("the text written for a summary is that of its document") {
            val summary = Runs.summary(header)
            val written = Documents.parse(String(SummaryJson.encode(summary)))
            Documents.text(written) shouldBe Documents.text(Documents.toJson(summary))
        }

        test("a single file is a run of its own") {
            val file = dir.resolve("new/folder/run.json.gz")
            val single = Runs.header(listOf("manta-ray"), listOf("bbob-f2"), listOf(2))
            val entries =
                single.planOrder().reversed().map {
                    SingleFile.Entry(Runs.record(it), Runs.circumstance(it))
                }
            val manifest =
                SingleFile.write(
                    file,
                    single,
                    entries,
                    RunStatus.COMPLETE,
                    Instant.parse("2026-11-20T11:45:13Z"),
                    Runs.resources,
                )
            val reader = RunReader.open(file)
            reader.manifest() shouldBe manifest
            val records = mutableListOf<TrialRecord>()
            reader.forEach { records += it }
            records shouldContainExactly single.planOrder().map { Runs.record(it) }
            reader.verify() shouldBe Verification.Sound(manifest.resultsDigest, 1, 2)
            Schemas().validate(file) shouldBe listOf()
            val run = Runs.write(dir.resolve("same"), single)
            RunReader.open(run).manifest().resultsDigest shouldBe manifest.resultsDigest
            for ((from, to) in listOf(
                "\"budget\":400" to "\"budget\":401",
                "\"cores\":2" to "\"cores\":3",
            )) {
                Files.write(file, gzip(Runs.text(file).replaceFirst(from, to)))
                faults(file).size shouldBe 1
                SingleFile.write(
                    file,
                    single,
                    entries,
                    RunStatus.COMPLETE,
                    Instant.parse("2026-11-20T11:45:13Z"),
                    Runs.resources,
                )
            }
        }

        test("one file of a run directory is no run") {
            shouldThrow<HistoryFailure> {
                RunReader.open(
                    original.resolve(pair),
                )
            }.message shouldContain
                "this file is one of a run"
        }

        test("a single file holds one optimizer on one function") {
            val entries =
                header.planOrder().map {
                    SingleFile.Entry(
                        Runs.record(it),
                        Runs.circumstance(it),
                    )
                }
            shouldThrow<IllegalArgumentException> {
                SingleFile.write(
                    dir.resolve("x.json.gz"),
                    header,
                    entries,
                    RunStatus.COMPLETE,
                    Instant.EPOCH,
                    Runs.resources,
                )
            }
        }
    })
