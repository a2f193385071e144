package benchwright.cli

import benchwright.history.RunReader
import io.kotest.assertions.nondeterministic.eventually
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldBeEmpty
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.io.File
import kotlin.time.Duration.Companion.minutes

/** Twelve trials of some tenths of a second. */
private val LONG =
    arrayOf(
        "--function",
        "bbob-f24",
        "--dim",
        "40",
        "--seed",
        "1..12",
        "--optimizer",
        "random-search",
        "--budget",
        "60000",
    )

class ProcessSpec :
    FunSpec({
        fun bench(
            directory: File,
            vararg line: String,
            variables: Map<String, String> = mapOf(),
        ) = BenchProcess(directory, *line, variables = variables).await()

        fun digest(
            directory: File,
            run: String,
        ) = RunReader
            .open(File(directory, "benchmarks/results/$run").toPath())
            .manifest()
            .resultsDigest

        suspend fun started(
            directory: File,
            run: String,
            vararg flags: String,
        ): BenchProcess {
            val process = BenchProcess(directory, "run", *LONG, "--run-id", run, *flags)
            val log = File(directory, "benchmarks/results/$run/log.ndjson")
            eventually(3.minutes) {
                (log.exists() && log.readText().contains("trial-finished")) shouldBe true
            }
            return process
        }

        val directory = tempdir()
        val whole by lazy {
            bench(directory, "run", *LONG, "--run-id", "whole", "--workers", "1").code shouldBe 0
            digest(directory, "whole")
        }

        test("Ctrl-C and SIGTERM: what is done is kept, and the command that resumes does so") {
            for ((signal, code) in listOf("TERM" to 143, "INT" to 130)) {
                val process = started(directory, "run-$signal")
                process.signal(signal)
                val told = process.await()
                told.code shouldBe code
                told.out.shouldBeEmpty()
                val command = "bench run --resume benchmarks/results/run-$signal"
                told.err
                    .trim()
                    .lines()
                    .last()
                    .trim() shouldBe command
                val resumed = bench(directory, *command.split(" ").drop(1).toTypedArray())
                resumed.code shouldBe 0
                digest(directory, "run-$signal") shouldBe whole
            }
        }

        test(
            "kill -9 in the middle, then --resume: the digest is that of a run never interrupted",
        ) {
            val process = started(directory, "killed", "--workers", "2")
            process.signal("KILL")
            process.await().code shouldBe 137
            bench(directory, "run", "--resume", "killed", "--workers", "2").code shouldBe 0
            digest(directory, "killed") shouldBe whole
        }

        test("of two processes that go on with the same run the second is refused") {
            started(directory, "twice", "--workers", "1").also { it.signal("KILL") }.await()
            val first = BenchProcess(directory, "run", "--resume", "twice", "--workers", "1")
            val log = File(directory, "benchmarks/results/twice/log.ndjson")
            eventually(3.minutes) { log.readText().contains("run-resumed") shouldBe true }
            val second = bench(directory, "run", "--resume", "twice")
            second.code shouldBe 5
            second.err shouldContain "another process is working on "
            first.await().code shouldBe 0
            digest(directory, "twice") shouldBe whole
        }

        test("a trial that calls System.exit: told which one, and processes go on from there") {
            val place = tempdir()
            val suite = Desk(place).suite("villains")
            val part = arrayOf("--optimizer", "random-search,exiter", "--run-id", "exits")
            val told = bench(place, suite, *part)
            told.code shouldBe 4
            told.err shouldContain
                Regex("error: the trial exiter/sphere/d2/i1/s[1-4] called System.exit")
            val command = "bench run --resume benchmarks/results/exits --isolate process"
            told.err
                .trim()
                .lines()
                .last()
                .trim() shouldBe command
            val resumed =
                bench(
                    place,
                    *command.split(" ").drop(1).toTypedArray(),
                    "--workers",
                    "1",
                )
            resumed.code shouldBe 4
            resumed.err shouldContain "error: 4 trials failed:\n  exiter/sphere/d2/i1/s1: "
            resumed.out shouldContain "8 trials"
        }

        test(
            "in processes of their own, a trial without end and one without limit only end themselves",
        ) {
            val place = tempdir()
            val suite = Desk(place).suite("villains")
            val told =
                bench(
                    place,
                    suite,
                    "--optimizer",
                    "random-search,sleeper,eater",
                    "--seed",
                    "1",
                    "--isolate",
                    "process",
                    "--timeout",
                    "6s",
                    variables = mapOf("BENCH_JAVA_OPTS" to "-Xmx64m"),
                )
            told.code shouldBe 4
            told.err shouldContain "error: 2 trials failed:\n  sleeper/sphere/d2/i1/s1: "
            told.err shouldContain "\n  eater/sphere/d2/i1/s1: "
        }

        test("a disk that is full: told at once, what is done is kept, and room is all it takes") {
            val place = tempdir()
            val mount = File(place, "small").also { it.mkdirs() }
            val mounted =
                ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=64k", "none", mount.path)
                    .redirectErrorStream(true)
                    .start()
            if (mounted.waitFor() != 0) return@test
            try {
                val flags =
                    arrayOf("--optimizer", "random-search", "--function", "bbob-*", "--dim", "40")
                val more = arrayOf("--budget", "500", "--run-id", "full", "-o", "small")
                val told = bench(place, "run", *flags, *more, "--seed", "1..5")
                told.code shouldBe 5
                told.err shouldContain "No space left on device"
                told.err shouldContain "bench run --resume "
                told.err shouldNotContain "\tat "
                ProcessBuilder("mount", "-o", "remount,size=8m", mount.path).start().waitFor()
                bench(place, "run", "--resume", "small/full").code shouldBe 0
            } finally {
                ProcessBuilder("umount", mount.path).start().waitFor()
            }
        }

        test("a reader that goes away ends nothing but itself") {
            val place = tempdir()
            val java = "${System.getProperty("java.home")}/bin/java"
            val shell =
                ProcessBuilder(
                    "sh",
                    "-c",
                    "\"\$0\" -XX:TieredStopAtLevel=1 -cp \"\$1\" benchwright.cli.Main plan " +
                        "--function 'bbob-*' --dim 2,3,5,10 --instance 1..100 --seed 1..10 " +
                        "--optimizer random-search | head -n 1",
                    java,
                    System.getProperty("java.class.path"),
                ).directory(place).start()
            shell.inputStream
                .readAllBytes()
                .decodeToString()
                .lines() shouldBe
                listOf(
                    "random-search on ${(1..24).joinToString {
                        "bbob-f$it"
                    }} (single), full profile",
                    "",
                )
            shell.errorStream
                .readAllBytes()
                .decodeToString()
                .shouldBeEmpty()
            shell.waitFor() shouldBe 0
        }

        test("exit codes of the real process: usage, script, version") {
            val place = tempdir()
            bench(place, "rnu").code shouldBe 2
            bench(place, "nowhere.bench.kts").code shouldBe 3
            bench(place, "--version").code shouldBe 0
        }

        test("an endless script is ended, and says where it stands") {
            val place = tempdir()
            File(place, "endless.bench.kts").writeText("title(\"E\")\nwhile (true) { }\n")
            val told = bench(place, "check", "endless.bench.kts")
            told.code shouldBe 3
            told.err shouldContain "endless.bench.kts"
        }
    })
