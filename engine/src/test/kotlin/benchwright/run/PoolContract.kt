package benchwright.run

import benchwright.artifact.Stop
import benchwright.artifact.TrialKey
import benchwright.artifact.TrialRecord
import benchwright.plan.Trial
import benchwright.suite.NamedFunction
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.funSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.maps.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldMatch
import java.time.Duration
import java.util.Optional
import kotlin.concurrent.thread

/** Takes down everything that a pool tells. */
class Notebook : Sink {
    val events = mutableListOf<Event>()
    val records: Map<TrialKey, TrialRecord>
        get() =
            events.filterIsInstance<Event.TrialFinished>().associate {
                it.record().key to
                    it.record()
            }

    override fun accept(event: Event) {
        events += event
    }
}

fun interface Pools {
    fun pool(
        limits: Limits,
        cost: (Trial) -> Double,
    ): Pool
}

fun limits(
    workers: Int = 2,
    timeout: Duration? = null,
    grace: Duration = Duration.ofMillis(300),
): Limits = Limits(workers, Optional.ofNullable(timeout), grace)

/** What every pool promises. An innocent trial takes less time than [soon]. */
fun poolContract(
    soon: Duration,
    pools: Pools,
) = funSpec {
    fun run(
        trials: List<Trial>,
        limits: Limits = limits(),
        cost: (Trial) -> Double = { it.budget().toDouble() },
    ) = Notebook().also { pools.pool(limits, cost).run(trials, it) }

    test("records are the same for any number of workers and any order") {
        val expected = mixture().associate { it.key() to runner().run(it).record }
        run(mixture(), limits(workers = 1)).records shouldContainExactly expected
        run(mixture(), limits(workers = 2)).records shouldContainExactly expected
        run(mixture(), limits(workers = 8)).records shouldContainExactly expected
        run(mixture().reversed(), limits(workers = 2)).records shouldContainExactly expected
    }

    test(
        "every trial starts once and then finishes once, told by one thread",
    ) {
        val threads = mutableSetOf<Thread>()
        val notebook = Notebook()
        pools.pool(limits()) { 1.0 }.run(mixture()) {
            threads += Thread.currentThread()
            notebook.accept(it)
        }
        threads shouldBe setOf(Thread.currentThread())
        val started = notebook.events.filterIsInstance<Event.TrialStarted>().map { it.key() }
        started.sortedBy { it.toString() } shouldBe
            mixture().map { it.key() }.sortedBy { it.toString() }
        for (key in started) {
            val start =
                notebook.events.indexOfFirst {
                    it is Event.TrialStarted &&
                        it.key() == key
                }
            val finish =
                notebook.events.indexOfFirst {
                    it is Event.TrialFinished &&
                        it.record().key == key
                }
            check(start < finish)
        }
        notebook.events shouldHaveSize 2 * mixture().size
    }

    test("the dearest trials start first, equally dear ones in the order of the plan") {
        val trials =
            listOf(30L, 10L, 20L, 30L).mapIndexed {
                i,
                budget,
                ->
                trial(seed = i + 1L, budget = budget)
            }
        val started =
            run(
                trials,
                limits(workers = 1),
            ).events.filterIsInstance<Event.TrialStarted>()
        started.map { it.key().seed } shouldContainExactly listOf(1L, 4L, 3L, 2L)
    }

    test("of several pairs of optimizer and function the cheapest trial of each goes ahead") {
        val trials =
            listOf("sphere", "rastrigin").flatMap { function ->
                listOf(30L, 10L, 20L).mapIndexed { i, budget ->
                    trial(function = NamedFunction(function), seed = i + 1L, budget = budget)
                }
            }
        val events = run(trials, limits(workers = 1)).events
        val started = events.filterIsInstance<Event.TrialStarted>()
        started.map { it.key().seed } shouldContainExactly listOf(2L, 2L, 1L, 1L, 3L, 3L)
    }

    test("nothing to do is done at once") {
        run(emptyList()).events.shouldBeEmpty()
    }

    test("a trial that sleeps is stopped when its time is up, and the others go on") {
        val notebook = run(listOf(trial(hostile("sleeps")), trial()), limits(timeout = soon))
        val record = notebook.records.getValue(trial(hostile("sleeps")).key())
        record.stop shouldBe Stop.FAILED
        record.failure.kind shouldBe "timeout"
        record.failure.message shouldMatch "the trial did not end within [0-9.]+ s"
        record.evaluations shouldBe 0
        notebook.records.getValue(trial().key()).stop shouldBe Stop.BUDGET
    }

    test("a trial that goes on after everything is stopped when its time is up") {
        val notebook =
            run(listOf(trial(hostile("ignores-everything")), trial()), limits(timeout = soon))
        notebook.records
            .getValue(
                trial(hostile("ignores-everything")).key(),
            ).failure.kind shouldBe
            "timeout"
        notebook.records.getValue(trial().key()).stop shouldBe Stop.BUDGET
    }

    test("a trial that never evaluates and never ends does not keep the others from ending") {
        val trials =
            listOf(trial(hostile("spins"), budget = 10_000)) + (1L..4L).map { trial(seed = it) }
        val notebook = run(trials, limits(workers = 1, timeout = soon))
        notebook.records
            .getValue(trials[0].key())
            .failure.kind shouldBe "timeout"
        trials.drop(1).forEach { notebook.records.getValue(it.key()).stop shouldBe Stop.BUDGET }
        val lost = notebook.events.filterIsInstance<Event.WorkerLost>().single()
        lost.key() shouldBe trials[0].key()
        lost.worker() shouldBe 0
    }

    test("what a trial does to its thread and its output stays with it") {
        val trials =
            listOf(trial(hostile("interrupts")), trial(hostile("prints"))) +
                (1L..4L).map { trial(seed = it) }
        val records = run(trials, limits(workers = 1)).records
        records.values
            .map { it.stop }
            .filter { it == Stop.FAILED }
            .shouldBeEmpty()
    }

    test("a cancelled run returns promptly and tells only what had ended") {
        val pool = pools.pool(limits()) { 1.0 }
        val notebook = Notebook()
        val trials = listOf(trial(hostile("spins")), trial(hostile("sleeps")))
        val start = System.nanoTime()
        val cancelling =
            thread {
                while (pool.running().size < 2) Thread.sleep(5)
                pool.cancel()
            }
        pool.run(trials, notebook)
        cancelling.join()
        (System.nanoTime() - start) * 1e-9 shouldBeLessThan 50.0
        notebook.records.values.shouldBeEmpty()
    }

    test("a run that winds up ends what it has begun, and begins no more") {
        val pool = pools.pool(limits(workers = 1)) { 1.0 }
        val notebook = Notebook()
        // Far more work than can be done before the word is given, however late the sink is told.
        val trials = (1L..400L).map { trial(seed = it, budget = 40_000) }
        pool.run(trials) {
            notebook.accept(it)
            if (it is Event.TrialStarted && it.key().seed == 2L) pool.windUp()
        }
        val started = notebook.events.filterIsInstance<Event.TrialStarted>().map { it.key() }
        notebook.records.keys shouldBe started.toSet()
        check(started.size in 2..399) { "${started.size} of 400 trials were begun" }
    }

    test("a sink that fails ends the run with its failure") {
        shouldThrow<IllegalStateException> {
            pools.pool(limits()) { 1.0 }.run(mixture()) { error("the disk is full") }
        }.message shouldBe "the disk is full"
    }

    test("a pool runs once") {
        val pool = pools.pool(limits()) { 1.0 }
        pool.run(emptyList()) {}
        shouldThrow<IllegalStateException> { pool.run(emptyList()) {} }
    }
}
