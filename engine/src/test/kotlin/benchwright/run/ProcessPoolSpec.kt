package benchwright.run

import benchwright.artifact.Stop
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.io.DataInputStream
import java.io.DataOutputStream
import java.io.IOException
import java.time.Duration
import java.util.concurrent.TimeUnit

class ProcessPoolSpec :
    FunSpec({
        fun pool(
            limits: Limits = limits(),
            starter: WorkerStarter = TestWorkerMain.starter(),
        ) = ProcessPool(runner(), { it.budget().toDouble() }, limits, starter)

        include(
            // A new JVM loads its classes in its first trial, and the machine may be busy.
            poolContract(Duration.ofSeconds(4)) { limits, cost ->
                ProcessPool(
                    runner(),
                    cost,
                    limits,
                    TestWorkerMain.starter(),
                )
            },
        )

        test("a trial that calls exit takes only itself along") {
            val trials = listOf(trial(hostile("exits"), budget = 9_000), trial(), trial(seed = 2))
            val notebook = Notebook()
            pool(limits(workers = 1)).run(trials, notebook)
            val record = notebook.records.getValue(trials[0].key())
            record.failure.kind shouldBe "exit"
            record.failure.message shouldContain "exit value 3"
            trials.drop(1).forEach { notebook.records.getValue(it.key()).stop shouldBe Stop.BUDGET }
            notebook.events.filterIsInstance<Event.WorkerLost>().map {
                it.loss()
            } shouldContainExactly
                listOf(Event.Loss.ENDED)
        }

        test("a trial that allocates without end takes only itself along") {
            val trials = listOf(trial(hostile("hoards"), budget = 9_000), trial())
            val notebook = Notebook()
            pool(limits(workers = 1)).run(trials, notebook)
            notebook.records
                .getValue(trials[0].key())
                .failure.kind shouldBe "out-of-memory"
            notebook.records.getValue(trials[1].key()).stop shouldBe Stop.BUDGET
        }

        test("a trial that is killed for its time leaves no process behind") {
            val notebook = Notebook()
            pool(
                limits(workers = 1, timeout = Duration.ofMillis(500)),
            ).run(listOf(trial(hostile("spins"))), notebook)
            notebook.events.filterIsInstance<Event.WorkerLost>().map {
                it.loss()
            } shouldContainExactly
                listOf(Event.Loss.KILLED)
            workersAlive().shouldBeEmpty()
        }

        test("no process is left after a run") {
            pool().run(mixture().take(4)) {}
            workersAlive().shouldBeEmpty()
        }

        test("a worker that cannot be started is a failure of the run") {
            shouldThrow<IllegalStateException> {
                pool(starter = { throw IOException("no such file") }).run(listOf(trial())) {}
            }.message shouldContain "no worker process can be started"
        }

        test("a worker that ends before it greets, or greets wrongly, is a failure of the run") {
            for (manner in listOf("mute", "chatty")) {
                shouldThrow<IllegalStateException> {
                    pool(starter = TestWorkerMain.starter("64m", manner)).run(listOf(trial())) {}
                }.message shouldContain "before its first trial"
            }
        }

        context("a worker whose pool has gone ends itself") {
            withData(nameFn = {
                if (it) "in the middle of a trial" else "while it is idle"
            }, true, false) { busy ->
                val worker = TestWorkerMain.starter().start()
                if (busy) {
                    TrialWire.writeTrial(
                        DataOutputStream(worker.outputStream),
                        trial(hostile("spins")),
                    )
                }
                TrialWire.readGreeting(DataInputStream(worker.inputStream))
                worker.outputStream.close()
                worker.waitFor(60, TimeUnit.SECONDS) shouldBe true
            }
        }
    })

private fun workersAlive(): List<String> {
    // A killed process is gone a moment after it is killed.
    val deadline = System.nanoTime() + 60_000_000_000
    while (true) {
        val alive =
            ProcessHandle
                .current()
                .children()
                .filter { it.isAlive }
                .map { it.info().commandLine().orElse("") }
                .filter { TestWorkerMain::class.java.name in it }
                .toList()
        if (alive.isEmpty() || System.nanoTime() > deadline) return alive
        Thread.sleep(20)
    }
}
