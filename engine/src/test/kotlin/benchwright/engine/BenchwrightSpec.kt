package benchwright.engine

import benchwright.artifact.Stop
import benchwright.cli.engineAt
import benchwright.plan.Planning
import benchwright.plan.Range
import benchwright.plan.Selection
import benchwright.run.Event
import benchwright.suite.FixedBudget
import benchwright.suite.NamedFunction
import benchwright.suite.PerDimensionBudget
import benchwright.suite.Profile
import benchwright.suite.RandomSearch
import benchwright.suite.Suite
import benchwright.suite.Targets
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.types.shouldBeInstanceOf
import java.util.Optional

private fun suite(vararg functions: String): Suite {
    val profile =
        Profile(
            functions.map { NamedFunction(it) },
            listOf(2),
            listOf(1),
            listOf(1, 2, 3),
            PerDimensionBudget(10),
        )
    return Suite(
        "mine",
        "Mine",
        listOf(RandomSearch()),
        profile,
        profile,
        Targets(),
        listOf(),
        listOf(),
    )
}

class BenchwrightSpec :
    FunSpec({
        fun options() = RunOptions.defaults().withOutputDirectory(tempdir().toPath())

        test("a program runs a suite, hears of every trial, and reads summary and records") {
            var heard = 0
            val listener =
                object : Listener {
                    override fun happened(event: Event) {
                        if (event is Event.TrialFinished) heard++
                    }
                }
            val outcome =
                Benchwright.run(
                    suite("sphere", "bbob-f3"),
                    Selection.everything(),
                    options(),
                    listener,
                )
            val finished = outcome.shouldBeInstanceOf<RunOutcome.Finished>()
            heard shouldBe 6
            finished.manifest.totals.trials shouldBe 6
            finished.summary.rows shouldHaveSize 2
            finished.summary.runId shouldBe finished.manifest.runId
            finished.failures.shouldBeEmpty()
            val stops = mutableListOf<Stop>()
            finished.forEachRecord { stops.add(it.stop) }
            stops shouldBe List(6) { Stop.BUDGET }
        }

        test("the part that is run does not change what its trials give") {
            val whole =
                Benchwright.run(
                    suite("sphere", "bbob-f3"),
                    Selection.everything(),
                    options().withWorkers(2),
                    Listener.none(),
                ) as RunOutcome.Finished
            val part =
                Benchwright.run(
                    suite("bbob-f3"),
                    Selection.everything(),
                    options().withWorkers(1),
                    Listener.none(),
                ) as RunOutcome.Finished
            part.summary.rows.single() shouldBe whole.summary.rows.last()
        }

        test("what cannot be run is a value, not an exception") {
            val outcome =
                Benchwright.run(
                    suite("shpere"),
                    Selection.everything(),
                    options(),
                    Listener.none(),
                )
            outcome.shouldBeInstanceOf<RunOutcome.Rejected>().problems.single() shouldContain
                "sphere"
        }

        test("a cancelled run is interrupted, and can be resumed") {
            val engine = engineAt(tempdir())
            val source = Source.of(suite("sphere", "bbob-f3"))
            val plan =
                (Engine.plan(source, Selection.everything()) as Planning.Planned).plan
            val run = engine.begin(source, plan, listOf(), RunOptions.defaults().withWorkers(1))
            val outcome =
                run.carryOut(
                    object : Listener {
                        override fun happened(event: Event) {
                            if (event is Event.TrialFinished) run.cancel()
                        }
                    },
                )
            val place = outcome.shouldBeInstanceOf<RunOutcome.Interrupted>().run
            val resumed = engine.resume(place, RunOptions.defaults())
            val rest = resumed.shouldBeInstanceOf<Resumption.Resumed>().run
            (rest.open().size < 6) shouldBe true
            rest.carryOut(Listener.none()).shouldBeInstanceOf<RunOutcome.Finished>()
        }

        test("selectors are read as they are written") {
            val selection =
                Selection(
                    "quick",
                    listOf("sphere", "bbob-*"),
                    listOf("manta-?"),
                    listOf(2, 10),
                    listOf(Range(1, 3), Range.of(7)),
                    listOf(Range.of(-5)),
                    Optional.of(FixedBudget(20_000)),
                )
            val words = Selectors.write(selection)
            words.joinToString(" ") shouldBe
                "--quick --function sphere,bbob-* --dim 2,10 --instance 1..3,7 --seed -5 " +
                "--optimizer manta-? --budget 20000"
            Selectors.read(words) shouldBe Selectors.Reading.Selected(selection)
            Selectors.write(Selection.everything()).shouldBeEmpty()
            Selectors
                .read(listOf("--budget", "200.perDimension"))
                .shouldBeInstanceOf<Selectors.Reading.Selected>()
                .selection
                .budget
                .get() shouldBe PerDimensionBudget(200)
        }

        test("all that is wrong with selectors is told at once") {
            Selectors
                .read(listOf("--dim", "0", "--instance", "x", "--budget", "0"))
                .shouldBeInstanceOf<Selectors.Reading.Misread>()
                .problems shouldHaveSize 3
        }
    })
