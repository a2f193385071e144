package benchwright.external

import benchwright.Alone
import benchwright.artifact.Stop
import benchwright.artifact.TrialRecord
import benchwright.plan.Catalogue
import benchwright.run.Event
import benchwright.run.Limits
import benchwright.run.LocalPool
import benchwright.run.TrialRunner
import benchwright.run.trial
import benchwright.script.Bodies
import benchwright.suite.Program
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.io.File
import java.time.Duration
import java.util.Optional

/** What a program does, and what its trial is then. */
private class Villain(
    val does: String,
    val script: String,
    val stop: Stop = Stop.FAILED,
    val kind: String = "program",
    val says: List<String> = listOf(),
    val evaluations: Long = 0,
    val budget: Long = 10,
) {
    /** In seconds: 1 if the villain is told that it was silent in this way. */
    fun patience(silence: String) = if (says.any { silence in it }) 1 else PATIENT

    override fun toString() = does
}

private const val PATIENT = 60

private const val HELLO =
    """echo '{"hello":{"protocol":1,"name":"villain","version":"1"}}'; read problem"""
private const val ASK = """echo '{"ask":[[1.5,2.5]]}'; read answer"""
private const val ALL = "while $ASK; do case \$answer in *done*) break;; esac; done"

/** Sleeps for longer than any test, and can be found by its argument. */
private const val SLEEP = "sleep 31415"

private val villains =
    listOf(
        Villain("does all that is asked of it", "$HELLO; $ALL", Stop.BUDGET, "", evaluations = 10),
        Villain("dies at start", "exit 3", says = listOf("exit value 3")),
        Villain(
            "dies in mid trial",
            "$HELLO; $ASK; $ASK; echo 'out of luck' >&2; exit 7",
            says = listOf("after 2 evaluations", "exit value 7", "ends with: out of luck"),
            evaluations = 2,
        ),
        Villain(
            "goes without a word",
            "$HELLO; $ASK; exit 0",
            says = listOf("exit value 0"),
            evaluations = 1,
        ),
        Villain(
            "touches memory that is not its own",
            "$HELLO; $ASK; kill -SEGV $$",
            says = listOf("SIGSEGV"),
            evaluations = 1,
        ),
        Villain(
            "is killed by somebody else, and who knows when",
            "$HELLO; $ASK; kill -KILL $$",
            says = listOf("SIGKILL"),
        ),
        Villain("never says hello", SLEEP, says = listOf("did not say hello within 1 s")),
        Villain(
            "greets people",
            "echo 'Hello, world!'; $SLEEP",
            says = listOf("its first line is «Hello, world!»", "\"hello\""),
        ),
        Villain(
            "speaks a later version",
            """echo '{"hello":{"protocol":2,"name":"villain","version":"1"}}'; $SLEEP""",
            says = listOf("speaks version 2 of the protocol; this Benchwright speaks version 1"),
        ),
        Villain(
            "wants numbers in Roman",
            """echo '{"hello":{"protocol":1,"name":"v","version":"1","numbers":"roman"}}'; $SLEEP""",
            says = listOf("«roman»", "decimal and hexadecimal"),
        ),
        Villain(
            "writes rubbish",
            "$HELLO; $ASK; echo 'step 1: 0.25'; $SLEEP",
            says = listOf("it wrote «step 1: 0.25» where {\"ask\": …} should stand (byte 1 "),
            evaluations = 1,
        ),
        Villain(
            "writes bytes that are no text",
            "$HELLO; printf '{\"ask\":\\000\\377\\033[31m'; $SLEEP",
            says = listOf("a list of points should stand (byte 8 "),
        ),
        Villain(
            "asks for another thing",
            "$HELLO; echo '{\"aks\":[[1,2]]}'; $SLEEP",
            says = listOf("«{\"aks\":[[1,2]]}» where \"ask\" should stand (byte 4 "),
        ),
        Villain(
            "asks for no point",
            "$HELLO; echo '{\"ask\":[]}'; $SLEEP",
            says = listOf("where a point, which is a list of numbers should stand"),
        ),
        Villain(
            "writes a number as no JSON has it",
            "$HELLO; echo '{\"ask\":[[.5,1]]}'; $SLEEP",
            says = listOf("where a number should stand (byte 10 "),
        ),
        Villain(
            "writes half a line and stops",
            "$HELLO; $ASK; printf '{\"ask\":[[1.5,'; $SLEEP",
            says = listOf("silent for more than 1 s"),
        ),
        Villain(
            "writes a line of 100 MB",
            "$HELLO; printf '{\"ask\":'; head -c 100000000 /dev/zero | tr '\\000' ' '; $SLEEP",
            says = listOf("a line of more than 64 MiB"),
        ),
        Villain(
            "hangs in the middle",
            "$HELLO; $ASK; echo 'thinking' >&2; $SLEEP",
            says = listOf("silent for more than 1 s", "thinking"),
        ),
        Villain(
            "hangs at the end",
            "$HELLO; $ALL; $SLEEP",
            says = listOf("did not end within 1 s after done"),
            evaluations = 10,
        ),
        Villain(
            "hangs after its own done",
            "$HELLO; $ASK; echo '{\"done\":\"enough\"}'; $SLEEP",
            says = listOf("did not end within 1 s after done"),
            evaluations = 1,
        ),
        Villain(
            "says done and ends as it likes",
            "$HELLO; $ASK; echo '{\"done\":\"enough\"}'; exit 9",
            Stop.OPTIMIZER,
            "",
            evaluations = 1,
        ),
        Villain(
            "floods its standard error",
            "$HELLO; head -c 30000000 /dev/zero | tr '\\000' 'x' >&2; $ALL",
            Stop.BUDGET,
            "",
            evaluations = 10,
        ),
        Villain(
            "floods its standard error and dies",
            "$HELLO; for i in 1 2 3; do head -c 9000000 /dev/zero >&2; done; " +
                "printf '\\nthe last\\nwords\\n' >&2; exit 1",
            says = listOf("exit value 1", "| the last | words"),
        ),
        Villain(
            "closes its input",
            "$HELLO; exec 0<&-; echo '{\"ask\":[[1.5,2.5]]}'; $SLEEP",
            says = listOf("it has closed its input, and it was silent for more than 1 s"),
        ),
        Villain(
            "closes its output",
            "$HELLO; exec 1>&-; $SLEEP",
            says = listOf("its output has ended, but it goes on"),
        ),
        Villain(
            "asks and never listens",
            "$HELLO; yes '{\"ask\":[[1.5,2.5]]}'",
            says = listOf("silent for more than 1 s"),
            budget = 1_000_000,
        ),
        Villain(
            "asks on and on after done",
            "$HELLO; for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14; do echo '{\"ask\":[[1.5,2.5]]}'; done",
            Stop.BUDGET,
            "",
            evaluations = 10,
        ),
        Villain(
            "asks for a point that is none",
            "$HELLO; $ASK; echo '{\"ask\":[[\"NaN\",1.0]]}'; $SLEEP",
            kind = "bad-point",
            says = listOf("the point of evaluation 2 is NaN in coordinate 0"),
            evaluations = 1,
        ),
        Villain(
            "asks for a point of another dimension",
            "$HELLO; $ASK; echo '{\"ask\":[[1.0,2.0],[1.0,2.0,3.0]]}'; $SLEEP",
            kind = "bad-point",
            says = listOf("the point of evaluation 3 has 3 coordinates; the problem has 2"),
            evaluations = 2,
        ),
        Villain(
            "dies and leaves a child that holds its output",
            "$HELLO; $ASK; $SLEEP & exit 5",
            says = listOf("exit value 5"),
            evaluations = 1,
        ),
        Villain(
            "leaves a child that ignores every signal",
            "$HELLO; (trap '' TERM INT HUP QUIT; $SLEEP) </dev/null >/dev/null 2>&1 & $ALL",
            Stop.BUDGET,
            "",
            evaluations = 10,
        ),
        Villain(
            "leaves a child in a session of its own, whose parent is gone",
            "$HELLO; (setsid $SLEEP </dev/null >/dev/null 2>&1 &); $ALL",
            Stop.BUDGET,
            "",
            evaluations = 10,
        ),
        Villain(
            "leaves a child without any environment",
            "$HELLO; (env -i $SLEEP </dev/null >/dev/null 2>&1 &); $ALL",
            Stop.BUDGET,
            "",
            evaluations = 10,
        ),
    )

/** The processes that a villain may have left behind. */
private fun left(): List<String> =
    ProcessHandle
        .allProcesses()
        .map { it.info().commandLine().orElse("") }
        .filter { SLEEP in it }
        .toList()

class HostileProgramsSpec :
    FunSpec({
        extension(Alone())

        val directory = tempdir()

        fun programs(patience: Patience = Patience(PATIENT, PATIENT)) =
            Programs(directory.toPath(), Leash.of(System.nanoTime()), patience)

        fun runner(programs: Programs = programs()) =
            TrialRunner(
                Catalogue({ Bodies.none() }, programs::optimizer),
                System::nanoTime,
            ) { 0L }

        fun program(script: String): Program {
            val name = "v${script.hashCode().toUInt()}.sh"
            File(directory, name).writeText(script + "\n")
            return Program("villain", ".", listOf(), "sh $name", 1)
        }

        fun record(villain: Villain): TrialRecord {
            // Short only for what a villain is to be told of: a busy machine is silent at times, too.
            val patience =
                Patience(villain.patience("hello within"), villain.patience("after done"))
            val program =
                program(villain.script).copy(patienceSeconds = villain.patience("silent for"))
            return runner(programs(patience))
                .run(trial(program, dimension = 2, budget = villain.budget))
                .record()
        }

        context("a program that") {
            withData(nameFn = { it.does }, villains) { villain ->
                val record = record(villain)
                withClue(record.failure) {
                    record.stop shouldBe villain.stop
                    record.failure.kind shouldBe villain.kind
                    for (word in villain.says) record.failure.message shouldContain word
                    record.evaluations shouldBe villain.evaluations
                }
                left().shouldBeEmpty()
            }
        }

        test("a failure is told alike each time") {
            val villain = villains.first { it.does == "writes rubbish" }
            record(villain) shouldBe record(villain)
        }

        test("a program that cannot be started fails its trial") {
            val missing = Program("villain", ".", listOf(), "./nowhere --fast", 1)
            val record = runner().run(trial(missing, dimension = 2)).record()
            record.failure.kind shouldBe "program"
        }

        test("a trial that is stopped for its time takes its program along") {
            val sleeper = program("$HELLO; $ASK; (setsid $SLEEP &) ; $SLEEP")
            val trial = trial(sleeper.copy(patienceSeconds = 60), dimension = 2)
            val records = mutableListOf<TrialRecord>()
            LocalPool(
                runner(),
                { 1.0 },
                Limits(1, Optional.of(Duration.ofMillis(800)), Duration.ofSeconds(10)),
            ).run(listOf(trial)) { if (it is Event.TrialFinished) records += it.record() }
            records.single().failure.kind shouldBe "timeout"
            left().shouldBeEmpty()
        }

        test("what is closed starts nothing any more, and nothing that it started is left") {
            val programs = programs()
            val sleeper = program("$HELLO; (setsid $SLEEP &); $SLEEP").copy(patienceSeconds = 60)
            val thread = Thread { runner(programs).run(trial(sleeper, dimension = 2)) }
            thread.start()
            while (left().size < 2) Thread.sleep(20)
            programs.close()
            left().shouldBeEmpty()
            thread.join(10_000)
            val record = runner(programs).run(trial(sleeper, dimension = 2)).record()
            record.failure.message shouldContain "the run is over"
        }
    })
