package benchwright.plan

import benchwright.script.Bodies
import benchwright.script.Command
import benchwright.suite.FixedBudget
import benchwright.suite.Implementation
import benchwright.suite.NoTolerance
import benchwright.suite.Operation
import benchwright.suite.Profile
import benchwright.suite.Size
import benchwright.suite.Speed
import benchwright.suite.SpeedProfile
import benchwright.suite.Suite
import benchwright.suite.Targets
import benchwright.suite.Timing
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.matchers.types.shouldBeInstanceOf
import java.util.Optional

private val timing = Timing(1, 2, 3, 2, 2.0, 0, 60)
private val operation = Operation("add", "add")
private val sorted = Operation("sort", "sort", true, true)
private val c = Command("c -O3", run = "./c {size} {workers}", vanilla = true)
private val python = Command("Python", run = "python3 p.py {size} {workers}")
private val plain = Command("plain", run = "./plain")

private fun suite(
    implementations: List<Implementation>,
    sizes: List<Size> = listOf(Size("tiny", 10), Size("small", 100)),
    workers: List<Int> = listOf(1, 2),
): Suite {
    val nothing = Profile(listOf(), listOf(), listOf(1), listOf(1), FixedBudget(1))
    val quick = SpeedProfile(listOf(Size("tiny", 10)), listOf(1), timing.copy(warmups = 0))
    return Suite(
        "speed",
        "Speed",
        listOf(),
        nothing,
        nothing,
        Targets(),
        listOf(),
        listOf(),
        Speed(implementations, SpeedProfile(sizes, workers, timing), quick, NoTolerance),
    )
}

private fun selected(
    profile: String = Selection.FULL,
    implementations: List<String> = listOf(),
    size: String? = null,
    workers: List<Int> = listOf(),
    devices: List<String> = listOf(),
    vanilla: Boolean = false,
) = Selection
    .everything()
    .withProfile(profile)
    .withTiming(
        TimingSelection(implementations, Optional.ofNullable(size), workers, devices, vanilla),
    )

class TimingPlannerSpec :
    FunSpec({
        val planner = Planner(Catalogue { Bodies.none() })

        fun plan(
            suite: Suite,
            selection: Selection,
        ) = planner.plan(suite, selection).shouldBeInstanceOf<Planning.Timed>().plan()

        fun ids(
            suite: Suite,
            selection: Selection,
        ) = plan(suite, selection).cases().map { it.id() }

        fun problems(
            suite: Suite,
            selection: Selection,
        ) = planner.plan(suite, selection).shouldBeInstanceOf<Planning.Rejected>().problems()

        test(
            "a case is an implementation with a size and a number of workers, if it asks for them",
        ) {
            ids(suite(listOf(operation, c)), selected()) shouldContainExactly
                listOf(
                    "add",
                    "c-o3 size=tiny",
                    "c-o3 size=tiny workers=2",
                    "c-o3 size=small",
                    "c-o3 size=small workers=2",
                )
            ids(suite(listOf(sorted)), selected()).size shouldBe 4
        }

        test("cases with the same to do take turns") {
            plan(suite(listOf(operation, plain, c, python)), selected()).turns().map { turn ->
                turn.map { it.id() }
            } shouldContainExactly
                listOf(
                    listOf("add"),
                    listOf("plain"),
                    listOf("c-o3 size=tiny", "python size=tiny"),
                    listOf("c-o3 size=tiny workers=2", "python size=tiny workers=2"),
                    listOf("c-o3 size=small", "python size=small"),
                    listOf("c-o3 size=small workers=2", "python size=small workers=2"),
                )
        }

        test("the quick profile has its own sizes, workers and timing") {
            val plan = plan(suite(listOf(c)), selected(Selection.QUICK))
            plan.cases().map { it.id() } shouldContainExactly listOf("c-o3 size=tiny")
            plan.timing().warmups shouldBe 0
        }

        test(
            "implementations are chosen by id or by name, and the vanilla one comes along if it is wanted",
        ) {
            val suite = suite(listOf(c, python, plain), workers = listOf(1))
            ids(
                suite,
                selected(implementations = listOf("Pyth*"), size = "tiny"),
            ) shouldContainExactly
                listOf("python size=tiny")
            ids(
                suite,
                selected(implementations = listOf("python"), size = "tiny", vanilla = true),
            ) shouldContainExactly listOf("c-o3 size=tiny", "python size=tiny")
            problems(suite, selected(implementations = listOf("phyton"))) shouldContainExactly
                listOf(
                    "No implementation of the suite matches \"phyton\"; did you mean python?",
                )
            problems(
                suite(listOf(python)),
                selected(implementations = listOf("python"), vanilla = true),
            ) shouldContainExactly
                listOf(
                    "No implementation of the suite is vanilla; write vanilla = true in its Command(…).",
                )
        }

        test("a size is one of the suite's, or a number instead of all of them") {
            val suite = suite(listOf(c), workers = listOf(1))
            ids(suite, selected(size = "small")) shouldContainExactly listOf("c-o3 size=small")
            plan(
                suite,
                selected(size = "77"),
            ).cases().map { it.key().sizeValue } shouldContainExactly
                listOf(77L)
            problems(suite, selected(size = "smal")) shouldContainExactly
                listOf("The suite has no size \"smal\"; did you mean small?")
            problems(suite, selected(size = "0")).size shouldBe 1
            problems(
                suite(listOf(plain), sizes = listOf()),
                selected(size = "small"),
            ) shouldContainExactly
                listOf("The suite has no sizes, so --data-size small selects nothing.")
        }

        test("a number of workers replaces those of the suite") {
            ids(suite(listOf(c)), selected(size = "tiny", workers = listOf(4))) shouldContainExactly
                listOf("c-o3 size=tiny workers=4")
        }

        test("devices are offered one at a time more, to commands alone") {
            ids(
                suite(listOf(operation, plain)),
                selected(devices = listOf("0", "3")),
            ) shouldContainExactly listOf("add", "plain gpus=1", "plain gpus=2")
        }

        test(
            "a selection of trials is refused, and so is one of measurements where there are trials",
        ) {
            val trials =
                Selection(
                    Selection.FULL,
                    listOf("sphere"),
                    listOf(),
                    listOf(),
                    listOf(),
                    listOf(),
                    Optional.empty(),
                )
            problems(suite(listOf(c)), trials) shouldContainExactly
                listOf(
                    "The suite speed measures time: it has no functions, dimensions, instances, " +
                        "seeds or optimizers to choose from. Choose with --implementation, " +
                        "--data-size or --workers.",
                )
            val optimizers = suite(listOf())
            problems(optimizers, selected(size = "tiny")).first() shouldBe
                "The suite speed runs optimizers: it measures no implementations, sizes or " +
                "devices. Choose with --optimizer, --function or --dim."
        }

        test("plans that measure the same in the same way have the same digest, and no others") {
            val plans =
                listOf(
                    plan(suite(listOf(c)), selected()),
                    plan(suite(listOf(c, python)), selected()),
                    plan(suite(listOf(c)), selected(workers = listOf(3))),
                    plan(suite(listOf(c)), selected(Selection.QUICK)),
                    plan(suite(listOf(c.copy(run = "./d {size} {workers}"))), selected()),
                )
            plans.map { it.digest() }.toSet().size shouldBe plans.size
            plan(suite(listOf(c)), selected()).digest() shouldBe plans[0].digest()
            plans[0].digest() shouldNotBe ""
        }
    })
