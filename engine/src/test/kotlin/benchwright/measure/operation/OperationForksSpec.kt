package benchwright.measure.operation

import benchwright.artifact.CaseKey
import benchwright.compile.Compilation
import benchwright.compile.compilerInThisProcess
import benchwright.compile.script
import benchwright.external.Leash
import benchwright.measure.Confinement
import benchwright.measure.Reading
import benchwright.measure.Subject
import benchwright.suite.Operation
import benchwright.suite.Timing
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.engine.spec.tempfile
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldBeUnique
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import io.kotest.matchers.types.shouldBeInstanceOf
import java.io.File
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import kotlin.concurrent.thread
import kotlin.io.path.name

/** Bodies write down in which process they are set up. */
private fun suite(log: File) =
    """
    val log = "${log.path}"

    fun note() {
        val me = ProcessHandle.current()
        java.io.File(log).appendText("${'$'}{me.pid()} ${'$'}{me.parent().get().pid()}\n")
    }

    operations(
        operation("evaluate") {
            note()
            val problem = problem("bbob-f10", dimension = 20)
            val x = problem.randomPoint(seed = 1)
            measured { problem.evaluate(x) }
        },
        operation("share", sizes = true, workers = true) {
            note()
            val sum = LongArray((size * workers).toInt())
            measured { sum.size }
        },
        operation("bad set-up") {
            if (note() == Unit) error("no good set-up")
            measured { 1.0 }
        },
        operation("bad call") {
            var calls = 0
            measured { if (++calls > 100) throw IllegalArgumentException("enough") else calls }
        },
        operation("exits") { measured { System.exit(3) } },
        operation("fills memory") { measured { LongArray(Int.MAX_VALUE).size } },
        operation("endless") {
            note()
            measured { while (true) {} }
        },
        operation("greedy") { measured { size } },
    )
    sizes(small = 7)
    """.trimIndent()

class OperationForksSpec :
    FunSpec({
        val log = tempfile()
        val compiled =
            compilerInThisProcess()
                .compile(script(suite(log), "forks.bench.kts"))
                .shouldBeInstanceOf<Compilation.Compiled>()
        val setup =
            ForkSetup(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                compiled.entry(),
                Path.of("").toAbsolutePath(),
                listOf("-Xmx200m"),
                listOf("stack:lines=3"),
                tempdir().toPath().resolve("profiles"),
                Leash.of(System.nanoTime()),
            )
        val forks = OperationForks(setup, Iterations(20, 20, 3))
        afterSpec { forks.close() }

        fun subject(
            name: String,
            warmups: Int = 1,
            workers: Int = 1,
            timeoutSeconds: Long = 30,
        ): Subject {
            val implementations = compiled.suite().speed.implementations
            val operation = implementations.filterIsInstance<Operation>().single { it.name == name }
            return forks.subject(
                operation,
                CaseKey("small", 7, workers, 0),
                Timing(warmups = warmups),
                Confinement(listOf(), 0, 5, listOf(), Duration.ofSeconds(timeoutSeconds)),
            )
        }

        fun processes() = log.readLines().map { it.split(" ") }

        fun broken(name: String) = subject(name).read(true).shouldBeInstanceOf<Reading.Broken>()

        test("a reading is one fork, with a set-up of its own, and the host is the same") {
            log.writeText("")
            val evaluate = subject("evaluate", warmups = 2)
            for (reading in List(2) { evaluate.read(true) }) {
                val taken = reading.shouldBeInstanceOf<Reading.Taken>()
                taken.warmupNanos() shouldHaveSize 2
                taken.wallNanos() shouldHaveSize 3
                for (nanos in taken.wallNanos()) {
                    nanos shouldBeGreaterThan 10.0
                    nanos shouldBeLessThan 1e7
                }
                taken.allocatedBytesPerOperation().single() shouldBeLessThan 20.0
                taken.collections() shouldHaveSize 1
            }
            evaluate.harness().tool shouldContain "jmh 1."
            evaluate.harness().blackhole.isEmpty() shouldBe false
            evaluate.harness().options shouldBe listOf("-Xmx200m")
            processes() shouldHaveSize 2
            processes().map { it[0] }.shouldBeUnique()
            processes().map { it[1] }.distinct() shouldHaveSize 1
            (processes()[0][1] == ProcessHandle.current().pid().toString()) shouldBe false
            Files.list(setup.profiles()).use { files -> files.map { it.name }.toList() } shouldBe
                listOf("evaluate-size-small-stack-2.txt", "evaluate-size-small-stack.txt")
        }

        test("each worker has a set-up of its own, and hears of size and workers") {
            log.writeText("")
            val share = subject("share", workers = 2)
            share.read(true).shouldBeInstanceOf<Reading.Taken>()
            processes() shouldHaveSize 2
            processes().distinct() shouldHaveSize 1
        }

        test("without warm-ups the first call of a fresh JVM is measured") {
            val cold = subject("evaluate", warmups = 0).read(true)
            val taken = cold.shouldBeInstanceOf<Reading.Taken>()
            taken.wallNanos() shouldHaveSize 1
            taken.warmupNanos().shouldBeEmpty()
            taken.wallNanos().single() shouldBeGreaterThan 1_000.0
        }

        test("what goes wrong is told, and the next one is measured") {
            broken("bad set-up").message() shouldContain "no good set-up"
            broken("bad call").message() shouldContain "IllegalArgumentException: enough"
            broken("bad call").message() shouldNotContain "org.openjdk.jmh"
            broken("exits").kind() shouldBe "exit"
            broken("fills memory").message() shouldContain "OutOfMemoryError"
            broken("greedy").message() shouldContain "sizes = true"
            subject("evaluate").read(true).shouldBeInstanceOf<Reading.Taken>()
        }

        test("what never ends is ended by its time limit, and by a word; nothing is left") {
            log.writeText("")
            val late = subject("endless", timeoutSeconds = 2).read(true)
            late.shouldBeInstanceOf<Reading.Broken>().kind() shouldBe "timeout"
            val endless = subject("endless")
            thread {
                while (processes().size < 2) Thread.sleep(20)
                endless.cancel()
            }
            endless.read(true).shouldBeInstanceOf<Reading.Stopped>()
            for (pid in processes().flatten().distinct()) {
                // One that has ended and that nobody has asked about yet has no command any more.
                val runs = ProcessHandle.of(pid.toLong()).flatMap { it.info().command() }
                withClue(pid) { runs.isPresent shouldBe false }
            }
        }

        test("profilers that are not known, or cannot be used, are told before") {
            forks.obstacles().shouldBeEmpty()
            val wrong =
                ForkSetup(
                    setup.java(),
                    setup.classPath(),
                    setup.entry(),
                    setup.directory(),
                    listOf(),
                    listOf("stak", "gc"),
                    setup.profiles(),
                    setup.leash(),
                )
            OperationForks(wrong).use { it.obstacles() } shouldBe
                listOf("the profiler 'stak' is not known")
        }

        test("the self-check knows the same from the different, and says when it cannot tell") {
            val hand = listOf(10.0, 10.0, 10.0, 10.0, 10.0)

            fun verdict(vararg script: Double) = SelfCheck.judged(script.asList(), hand).verdict()
            verdict(10.1, 10.2, 9.9, 10.0, 10.3) shouldBe SelfCheck.Verdict.SAME
            verdict(12.0, 12.1, 12.2, 11.9, 12.0) shouldBe SelfCheck.Verdict.DIFFERENT
            verdict(12.0, 9.0, 14.0, 8.0, 12.0) shouldBe SelfCheck.Verdict.UNCLEAR
        }
    })
