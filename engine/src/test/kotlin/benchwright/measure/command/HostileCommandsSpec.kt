package benchwright.measure.command

import benchwright.Alone
import benchwright.artifact.CaseKey
import benchwright.external.Leash
import benchwright.measure.Confinement
import benchwright.measure.Reading
import benchwright.suite.Command
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.core.test.Enabled
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.comparables.shouldBeBetween
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.longs.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.types.shouldBeInstanceOf
import java.io.File
import java.time.Duration

private const val MIB = 1L shl 20
private const val MILLI = 1e6

/** Programs in C, whose behaviour is known to the byte, as `commands/rascal.c` says. */
class HostileCommandsSpec :
    FunSpec({
        extension(Alone())

        val place = tempdir()
        val known = Leash.find("gcc", System.getenv("PATH")).isNotEmpty()
        val linux = System.getProperty("os.name") == "Linux"

        fun reason() =
            if (known && linux) Enabled.enabled else Enabled.disabled("needs gcc, on Linux")

        beforeSpec {
            if (known && linux) {
                val source = File(place, "rascal.c")
                val text = HostileCommandsSpec::class.java.getResource("/commands/rascal.c")!!
                source.writeText(text.readText())
                File(place, "folder").mkdir()
                File(place, "bad-script").writeText("#!/no/such/interpreter\n")
                File(place, "bad-script").setExecutable(true)
                ProcessBuilder("gcc", "-O1", "-o", "rascal", "rascal.c")
                    .directory(place)
                    .inheritIO()
                    .start()
                    .waitFor() shouldBe 0
            }
        }

        fun runs(environment: Map<String, String> = System.getenv()) =
            CommandRuns(
                place.toPath(),
                environment,
                Leash.of(System.nanoTime()),
                System::nanoTime,
            )

        fun confinement(
            processors: List<Int> = listOf(),
            niceness: Int = 0,
            seed: Long = 1,
            devices: List<String> = listOf(),
            timeout: Duration = Duration.ofSeconds(60),
        ) = Confinement(processors, niceness, seed, devices, timeout)

        fun command(
            run: String,
            prepare: List<String> = listOf(),
            conclude: List<String> = listOf(),
            results: String = "",
            environment: Map<String, String> = mapOf(),
        ) = Command("c", "c", ".", listOf(), prepare, run, conclude, results, environment, false)

        val once = CaseKey("", 0, 1, 0)
        val shared = runs()
        afterSpec { shared.close() }

        fun read(
            command: Command,
            confinement: Confinement = confinement(),
            key: CaseKey = once,
        ): Reading = shared.subject(command, key, confinement).use { it.read(true) }

        fun taken(
            run: String,
            confinement: Confinement = confinement(),
        ): Reading.Taken {
            val reading = read(command(run), confinement)
            return withClue(reading) { reading.shouldBeInstanceOf<Reading.Taken>() }
        }

        /** The processes that a rascal may have left behind. */
        fun left(): List<String> =
            ProcessHandle
                .allProcesses()
                .map { it.info().commandLine().orElse("") }
                .filter { place.path in it }
                .toList()

        fun check(
            name: String,
            test: suspend () -> Unit,
        ) = test(name).config(enabledOrReasonIf = { reason() }) {
            test()
            left().shouldBeEmpty()
        }

        for (rascal in rascals) {
            check("a command that ${rascal.does} is told as ${rascal.kind}") {
                val reading = read(command(rascal.run), confinement(timeout = rascal.timeout))
                withClue(reading) {
                    val broken = reading.shouldBeInstanceOf<Reading.Broken>()
                    broken.kind shouldBe rascal.kind
                    for (words in rascal.says) broken.message shouldContain words
                }
            }
        }

        check("a small program has its own peak of memory, and not that of the JVM") {
            shared.shortcoming() shouldBe ""
            val own = File("/proc/self/status").readLines().first { it.startsWith("VmHWM") }
            withClue(own) { own.filter { it.isDigit() }.toLong() shouldBeGreaterThan 40_000L }
            taken("./rascal nothing").peakRssBytes.single().shouldBeBetween(MIB / 2, 4 * MIB)
        }

        check("a gigabyte is seen to the megabyte") {
            val peak = taken("./rascal touch 1024").peakRssBytes.single()
            peak.shouldBeBetween(1024 * MIB, 1028 * MIB)
        }

        check("processor time and memory are those of the whole tree") {
            val taken = taken("./rascal family 30")
            val used = taken.userNanos.single() + taken.systemNanos.single()
            // The children count their own clock: what lies above is the rest of their lives.
            used shouldBeGreaterThan 3 * 24 * MILLI
            taken.peakRssBytes.single().shouldBeBetween(100 * MIB, 104 * MIB)
        }

        check("processor time is within wall time for one thread, and what it is") {
            val taken = taken("./rascal compute 50")
            val used = taken.userNanos.single() + taken.systemNanos.single()
            // Whoever is robbed of its processor is not charged alike by all clocks of a system.
            used shouldBeGreaterThan 40 * MILLI
            used shouldBeLessThan 100 * MILLI
            taken.wallNanos.single() shouldBeGreaterThan 0.9 * used
        }

        check("a gigabyte of output is read and not kept") {
            taken("./rascal flood 1024").result.shouldBeEmpty()
        }

        check("what a program leaves behind is ended, and its reading kept") {
            taken("./rascal leave").result shouldContainExactly listOf(1.0)
        }

        check("nothing can be read from standard input") {
            taken("./rascal input").result shouldContainExactly listOf(0.0)
        }

        check("a program says metrics and stages; other numbers are its result") {
            val taken = taken("./rascal say")
            taken.metrics shouldContainExactly
                listOf(Reading.Figure("images", "1/s", 4.5), Reading.Figure("last", "", 1000.0))
            taken.stages shouldContainExactly listOf(Reading.Figure("load", "s", 0.75))
            // The line whose value is no number is ordinary output, and "7/s" is none either.
            taken.result shouldContainExactly listOf(0.5, 3.0)
        }

        check("blanks are filled in") {
            val command = command("./rascal echo {size} n={workers} {gpus}")
            val reading = read(command, key = CaseKey("small", 70_000, 3, 2))
            reading.shouldBeInstanceOf<Reading.Taken>().result shouldContainExactly
                listOf(70_000.0, 3.0, 2.0)
        }

        check("it leads a session, and is as nice and as pinned as asked") {
            val free = taken("./rascal held-to").result
            free[0] shouldBe 1.0
            taken("./rascal held-to", confinement(listOf(0), 5)).result shouldContainExactly
                listOf(1.0, 5.0, 1.0)
            // What is started next is as free as before.
            taken("./rascal held-to").result shouldBe free
            val impossible = read(command("./rascal held-to"), confinement(listOf(1000)))
            impossible.shouldBeInstanceOf<Reading.Broken>().message shouldContain "refuses"
        }

        check("the environment is clean, and its length moves with the seed") {
            fun environments(seed: Long): List<Map<String, String>> {
                val command = command("./rascal environment", environment = mapOf("OWN" to "a b"))
                return shared.subject(command, once, confinement(seed = seed)).use { subject ->
                    (1..3).map {
                        subject.read(false).shouldBeInstanceOf<Reading.Taken>()
                        val file = File(place, "environment.txt")
                        val lines = file.readLines().filter { it.isNotEmpty() }
                        file.delete()
                        lines.associate { it.substringBefore('=') to it.substringAfter('=') }
                    }
                }
            }
            val seen = environments(5)
            seen.first().keys - setOf("_") shouldBe
                setOf(
                    "PATH",
                    "HOME",
                    "LANG",
                    "TZ",
                    "TMPDIR",
                    "OWN",
                    "BENCHWRIGHT_PADDING",
                    "BENCHWRIGHT_MARK",
                )
            seen.first()["OWN"] shouldBe "a b"
            seen.first()["LANG"] shouldBe "C.UTF-8"
            seen.map { it["TMPDIR"] }.toSet().size shouldBe 3
            seen.forEach { File(it.getValue("TMPDIR")).exists() shouldBe false }
            val lengths = seen.map { it.getValue("BENCHWRIGHT_PADDING").length }
            lengths.toSet().size shouldBe 3
            environments(5).map { it.getValue("BENCHWRIGHT_PADDING").length } shouldBe lengths
            (environments(6).map { it.getValue("BENCHWRIGHT_PADDING").length } == lengths) shouldBe
                false
        }

        check("devices are offered, and only then") {
            val command = command("./rascal environment")
            read(command, confinement(devices = listOf("0", "3")))
                .shouldBeInstanceOf<Reading.Taken>()
            val file = File(place, "environment.txt")
            file.readLines() shouldContain "CUDA_VISIBLE_DEVICES=0,3"
            file.delete()
        }

        check("a file of results counts, if this run wrote it") {
            val file = File(place, "results.txt")
            val writes = command("./rascal write", results = "results.txt")
            val omits = command("./rascal nothing", results = "results.txt")
            read(omits).shouldBeInstanceOf<Reading.Broken>().message shouldContain
                "it did not write its file of results"
            read(writes).shouldBeInstanceOf<Reading.Taken>().result shouldContainExactly
                listOf(1.5, -2500.0)
            val old = read(omits).shouldBeInstanceOf<Reading.Broken>()
            old.kind shouldBe "result"
            old.message shouldContain "from before the run"
            file.delete()
        }

        check("steps before and after a run are carried out, and must go well") {
            val steps = command("./rascal write", prepare = listOf("./rascal environment"))
            read(steps.copy(conclude = listOf("rm environment.txt")))
                .shouldBeInstanceOf<Reading.Taken>()
            File(place, "environment.txt").exists() shouldBe false
            val before = read(command("./rascal write", prepare = listOf("./rascal exit 4")))
            before.shouldBeInstanceOf<Reading.Broken>().kind shouldBe "prepare"
            before.message() shouldContain
                "the prepare step \"./rascal exit 4\" failed: it ended with exit value 4"
            val after = read(command("./rascal nothing", conclude = listOf("./rascal raise 9")))
            after.shouldBeInstanceOf<Reading.Broken>().kind shouldBe "conclude"
        }

        check("a reading that is cancelled returns, and none comes after it") {
            val subject = shared.subject(command("./rascal leave-and-hang"), once, confinement())
            val readings = mutableListOf<Reading>()
            val thread = Thread { readings += subject.read(true) }
            thread.start()
            while (left().size < 2) Thread.sleep(10)
            subject.cancel()
            thread.join(20_000)
            readings.single().shouldBeInstanceOf<Reading.Stopped>()
            subject.read(true).shouldBeInstanceOf<Reading.Stopped>()
            subject.close()
        }

        check("what is closed ends what it runs") {
            val runs = runs()
            val subject = runs.subject(command("./rascal leave-and-hang"), once, confinement())
            val thread = Thread { subject.read(true) }
            thread.start()
            while (left().size < 2) Thread.sleep(10)
            runs.close()
            thread.join(20_000)
            thread.isAlive shouldBe false
            subject.read(true).shouldBeInstanceOf<Reading.Stopped>()
        }

        check("without setsid there is wall time alone") {
            val tools = File(place, "folder")
            val runs = runs(mapOf("PATH" to tools.path))
            runs.shortcoming() shouldContain "64-bit Linux with setsid"
            runs.launchNanos().isNaN() shouldBe true
            val subject = runs.subject(command("./rascal say"), once, confinement())
            val taken = subject.read(true).shouldBeInstanceOf<Reading.Taken>()
            taken.wallNanos.size shouldBe 1
            taken.userNanos.shouldBeEmpty()
            taken.peakRssBytes.shouldBeEmpty()
            taken.result shouldContainExactly listOf(0.5, 3.0)
            val killed = runs.subject(command("./rascal raise 9"), once, confinement())
            killed.read(true).shouldBeInstanceOf<Reading.Broken>().kind shouldBe "signal"
            val pinned = runs.subject(command("./rascal say"), once, confinement(listOf(0)))
            pinned.read(true).shouldBeInstanceOf<Reading.Broken>().message shouldContain
                "cannot be held to processors here"
            runs.close()
        }

        check("devices are looked at while a program runs") {
            val tools = File(place, "tools").apply { mkdir() }
            val calls = File(place, "calls")
            // The third time that it is asked, the program may end: then it was seen twice at least.
            File(tools, "nvidia-smi").apply {
                writeText(
                    """
                    #!/bin/sh
                    case "$1" in
                      *memory.total*) printf '0, Old Device, 2048\n1, New Device, [N/A]\n'; exit;;
                    esac
                    echo >>${calls.path}
                    case $(wc -l <${calls.path}) in
                      1) printf '0, 20, 100\n1, 90, 900\n';;
                      2) printf '0, 40, 300\n1, 90, 900\n';;
                      *) printf '0, 30, 200\n1, 90, 900\n'; touch ${place.path}/go;;
                    esac
                    """.trimIndent() + "\n",
                )
                setExecutable(true)
            }
            val environment =
                System.getenv() + ("PATH" to tools.path + ":" + System.getenv("PATH"))
            Devices.look(environment) shouldBe
                Devices(
                    listOf(
                        Devices.Device("0", "Old Device", 2048 * MIB),
                        Devices.Device("1", "New Device", 0),
                    ),
                    "",
                )
            val runs = runs(environment)
            val subject =
                runs.subject(command("./rascal await"), once, confinement(devices = listOf("0")))
            val taken = subject.read(true).shouldBeInstanceOf<Reading.Taken>()
            taken.metrics shouldContainExactly
                listOf(
                    Reading.Figure("gpu0 utilization", "%", 30.0),
                    Reading.Figure("gpu0 memory", "bytes", (300 * MIB).toDouble()),
                )
            runs.close()
            Devices.look(mapOf("PATH" to place.path)).reason() shouldContain "no nvidia-smi"
            File(tools, "nvidia-smi").writeText("#!/bin/sh\necho no driver\nexit 9\n")
            Devices.look(environment) shouldBe
                Devices(listOf(), "nvidia-smi fails: no driver")
        }
    })

private fun Reading.message() = (this as Reading.Broken).message
