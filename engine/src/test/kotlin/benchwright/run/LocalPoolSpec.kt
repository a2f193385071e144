package benchwright.run

import benchwright.artifact.Stop
import benchwright.hostile.releaseHostileTrials
import benchwright.plan.Catalogue
import benchwright.script.Bodies
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import java.time.Duration
import java.util.concurrent.atomic.AtomicInteger

class LocalPoolSpec :
    FunSpec({
        afterSpec { releaseHostileTrials() }

        include(
            poolContract(
                Duration.ofSeconds(2),
            ) { limits, cost -> LocalPool(runner(), cost, limits) },
        )

        test("a thread that cannot be stopped is told as abandoned") {
            val notebook = Notebook()
            val pool =
                LocalPool(
                    runner(),
                    { 1.0 },
                    limits(1, Duration.ofMillis(200), Duration.ofMillis(100)),
                )
            pool.run(listOf(trial(hostile("spins"))), notebook)
            notebook.events.filterIsInstance<Event.WorkerLost>().map {
                it.loss()
            } shouldContainExactly
                listOf(Event.Loss.ABANDONED)
        }

        test("a trial that was robbed of its memory is repeated alone and succeeds") {
            val calls = AtomicInteger()
            val bodies =
                object : Bodies by benchwright.hostile.HostileBodies() {
                    override fun optimizer(id: String) =
                        benchwright.Optimizer { problem, _ ->
                            if (calls.incrementAndGet() == 1) throw OutOfMemoryError()
                            problem.evaluate(DoubleArray(3))
                        }
                }
            val notebook = Notebook()
            LocalPool(runner(Catalogue { bodies }), { 1.0 }, limits())
                .run(listOf(trial(hostile("robbed")), trial()), notebook)
            notebook.events
                .filterIsInstance<Event.TrialSetAside>()
                .single()
                .key() shouldBe
                trial(hostile("robbed")).key()
            notebook.records.getValue(trial(hostile("robbed")).key()).stop shouldBe Stop.OPTIMIZER
            notebook.records.size shouldBe 2
        }

        test("a trial that needs too much memory even alone is to blame") {
            val bodies =
                object : Bodies by benchwright.hostile.HostileBodies() {
                    override fun optimizer(id: String) =
                        benchwright.Optimizer { _, _ -> throw OutOfMemoryError() }
                }
            val notebook = Notebook()
            LocalPool(runner(Catalogue { bodies }), { 1.0 }, limits())
                .run(listOf(trial(hostile("greedy")), trial()), notebook)
            notebook.records
                .getValue(trial(hostile("greedy")).key())
                .failure.kind shouldBe
                "out-of-memory"
        }

        context("a shutdown hook can ask which trial called exit") {
            withData("exits" to "exits/sphere/d3/i1/s1", "quits" to "nobody") { (optimizer, told) ->
                val process =
                    ProcessBuilder(
                        "${System.getProperty("java.home")}/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ExitingMain::class.java.name,
                        optimizer,
                    ).redirectError(ProcessBuilder.Redirect.DISCARD).start()
                process.inputReader().readText().trim() shouldBe told
            }
        }
    })
