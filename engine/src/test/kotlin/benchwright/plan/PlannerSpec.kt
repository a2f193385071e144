package benchwright.plan

import benchwright.script.Bodies
import benchwright.suite.BipopCmaEs
import benchwright.suite.CmaEs
import benchwright.suite.CommonsBobyqa
import benchwright.suite.FixedBudget
import benchwright.suite.FormulaFunction
import benchwright.suite.GeneticAlgorithm
import benchwright.suite.IpopCmaEs
import benchwright.suite.KnownOptimum
import benchwright.suite.LShade
import benchwright.suite.MantaRay
import benchwright.suite.NamedFunction
import benchwright.suite.OnePlusOneEs
import benchwright.suite.PerDimensionBudget
import benchwright.suite.Profile
import benchwright.suite.RandomSearch
import benchwright.suite.Suite
import benchwright.suite.Targets
import benchwright.suite.UnknownOptimum
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.matchers.types.shouldBeInstanceOf
import io.kotest.property.Arb
import io.kotest.property.arbitrary.int
import io.kotest.property.arbitrary.list
import io.kotest.property.arbitrary.long
import io.kotest.property.checkAll
import java.util.Optional

private val PROFILE =
    Profile(
        functions =
            listOf(
                NamedFunction("sphere"),
                NamedFunction("bbob-f10"),
                NamedFunction("bbob-f15"),
            ),
        dimensions = listOf(2, 10),
        instances = listOf(1, 2, 3),
        seeds = listOf(1L, 42L),
        budget = PerDimensionBudget(200),
    )
private val SUITE =
    Suite(
        name = "little",
        title = "A little suite",
        optimizers = listOf(RandomSearch(), MantaRay(), CmaEs()),
        full = PROFILE,
        quick = PROFILE.copy(dimensions = listOf(2), budget = FixedBudget(50)),
        targets = Targets(),
        thresholds = listOf(),
        publications = listOf(),
    )

internal fun littleSuite(): Suite = SUITE

class PlannerSpec :
    FunSpec({
        val planner = Planner(Catalogue { Bodies.none() })

        fun selection(
            functions: List<String> = listOf(),
            optimizers: List<String> = listOf(),
            dimensions: List<Int> = listOf(),
            instances: List<Range> = listOf(),
            seeds: List<Range> = listOf(),
            profile: String = "full",
        ) = Selection(
            profile,
            functions,
            optimizers,
            dimensions,
            instances,
            seeds,
            Optional.empty(),
        )

        fun plan(
            suite: Suite = SUITE,
            selection: Selection = Selection.everything(),
        ): Plan = planner.plan(suite, selection).shouldBeInstanceOf<Planning.Planned>().plan()

        fun problems(
            suite: Suite = SUITE,
            selection: Selection = Selection.everything(),
        ): List<String> =
            planner.plan(suite, selection).shouldBeInstanceOf<Planning.Rejected>().problems()

        test("trials stand in the order optimizer × function × dimension × instance × seed") {
            val ids = plan().trials().map { it.toString() }
            ids shouldHaveSize 3 * 3 * 2 * 3 * 2
            ids.take(3) shouldContainExactly
                listOf(
                    "random-search/sphere/d2/i1/s1",
                    "random-search/sphere/d2/i1/s42",
                    "random-search/sphere/d2/i2/s1",
                )
            ids[12] shouldBe "random-search/bbob-f10/d2/i1/s1"
            ids.last() shouldBe "cma-es/bbob-f15/d10/i3/s42"
        }

        test("a trial carries its budget in evaluations and the suite's hardest target") {
            val trial = plan().trials().last()
            trial.budget() shouldBe 2_000
            trial.finalTarget().asDouble shouldBe 1e-8
        }

        test("a function whose optimum nobody knows has no target") {
            val unknown = FormulaFunction("mine", -1.0, 1.0, UnknownOptimum)
            val known = FormulaFunction("yours", -1.0, 1.0, KnownOptimum(0.0))
            val suite = SUITE.copy(full = PROFILE.copy(functions = listOf(unknown, known)))
            plan(suite).trials().map { it.finalTarget().isPresent }.distinct() shouldContainExactly
                listOf(false, true)
        }

        test("the digest of the little suite is the same on every JVM and in every version") {
            plan().digest() shouldBe
                "b68b2cc0e9721f4ca903b6b3b0cef3a6034006e63c84f3d574ff0aa1d064fd85"
        }

        test(
            "the digest covers all that decides a result, and not the suite's name and title",
        ) {
            plan(SUITE.copy(name = "other", title = "Other")).digest() shouldBe plan().digest()
            val others =
                listOf(
                    SUITE.copy(
                        optimizers = listOf(RandomSearch(), MantaRay(population = 49), CmaEs()),
                    ),
                    SUITE.copy(optimizers = listOf(RandomSearch(), MantaRay(), CmaEs(sigma = 1.0))),
                    SUITE.copy(optimizers = SUITE.optimizers.reversed()),
                    SUITE.copy(targets = Targets(to = 1e-7)),
                    SUITE.copy(full = PROFILE.copy(budget = PerDimensionBudget(201))),
                    SUITE.copy(full = PROFILE.copy(seeds = listOf(1L, 43L))),
                )
            (others.map { plan(it).digest() } + plan().digest()).distinct() shouldHaveSize
                others.size + 1
        }

        test("the same suite and selection make the same plan") {
            checkAll(
                Arb.list(Arb.int(1..40), 1..4),
                Arb.list(Arb.int(1..99), 1..4),
                Arb.list(Arb.long(), 1..4),
            ) { dimensions, instances, seeds ->
                fun suite() =
                    SUITE.copy(
                        full =
                            PROFILE.copy(
                                functions = listOf(NamedFunction("sphere")),
                                dimensions = dimensions.distinct(),
                                instances = instances.distinct(),
                                seeds = seeds.distinct(),
                            ),
                    )
                val first = plan(suite())
                Planner(Catalogue { Bodies.none() }).plan(suite(), Selection.everything()) shouldBe
                    Planning.Planned(first)
                first.trials().map { it.key() }.distinct() shouldHaveSize first.trials().size
            }
        }

        test("a selection picks by globs, dimensions and ranges, and keeps the suite's order") {
            val selected =
                plan(
                    selection =
                        selection(
                            functions = listOf("bbob-*", "s?here"),
                            optimizers = listOf("cma*", "random-search"),
                            dimensions = listOf(10),
                            instances = listOf(Range(2, 9)),
                            seeds = listOf(Range.of(42)),
                        ),
                ).trials().map { it.toString() }
            selected shouldHaveSize 2 * 3 * 1 * 2 * 1
            selected.first() shouldBe "random-search/sphere/d10/i2/s42"
            selected.last() shouldBe "cma-es/bbob-f15/d10/i3/s42"
        }

        test("the quick profile is the suite's own, and a budget can be replaced") {
            plan(
                selection = selection(profile = "quick"),
            ).trials().map { it.budget() }.distinct() shouldBe
                listOf(50L)
            val budget = Selection.everything().withBudget(FixedBudget(7))
            plan(selection = budget).trials().map { it.budget() }.distinct() shouldBe listOf(7L)
        }

        test("a trial of a plan is what it would be in a plan of its own") {
            val alone =
                plan(selection = selection(listOf("bbob-f15"), listOf("cma-es"), listOf(10)))
            plan().trials().takeLast(6) shouldBe alone.trials()
        }

        context("what matches nothing is refused in a sentence that says what there is") {
            data class Case(
                val selection: Selection,
                val problem: String,
            )
            withData(
                nameFn = { it.problem },
                Case(
                    selection(functions = listOf("bbob-f1")),
                    "No function of the suite matches \"bbob-f1\"; did you mean bbob-f10 or bbob-f15?",
                ),
                Case(
                    selection(optimizers = listOf("sgd*")),
                    "No optimizer of the suite matches \"sgd*\"; there is random-search, manta-ray, cma-es.",
                ),
                Case(
                    selection(dimensions = listOf(10, 3)),
                    "The suite has no dimension 3; it has 2, 10.",
                ),
                Case(
                    selection(instances = listOf(Range(4, 9))),
                    "The suite has no instance 4..9; it has 1, 2, 3.",
                ),
                Case(
                    selection(seeds = listOf(Range.of(7))),
                    "The suite has no seed 7; it has 1, 42.",
                ),
                Case(
                    selection(profile = "fast"),
                    "There is no profile \"fast\"; there is full and quick.",
                ),
            ) {
                problems(selection = it.selection) shouldContainExactly listOf(it.problem)
            }
        }

        context("a suite that cannot be run is refused in a sentence that says why") {
            data class Case(
                val suite: Suite,
                val problem: String,
            )

            fun with(profile: Profile) = SUITE.copy(full = profile)
            withData(
                nameFn = { it.problem },
                Case(
                    with(PROFILE.copy(functions = listOf(NamedFunction("rosenbrok")))),
                    "There is no function \"rosenbrok\"; did you mean rosenbrock?",
                ),
                Case(
                    with(
                        PROFILE.copy(
                            dimensions = listOf(1, 2),
                            functions = listOf(NamedFunction("bbob-f8")),
                        ),
                    ),
                    "The function \"bbob-f8\" is defined for dimensions 2 to 1000; dimension 1 is outside.",
                ),
                Case(
                    with(
                        PROFILE.copy(
                            functions = listOf(FormulaFunction("mine", 1.0, 1.0, UnknownOptimum)),
                        ),
                    ),
                    "The function \"mine\" needs a finite box with lower < upper; the suite says [1.0, 1.0].",
                ),
                Case(
                    with(
                        PROFILE.copy(
                            functions = listOf(FormulaFunction("../etc", 0.0, 1.0, UnknownOptimum)),
                        ),
                    ),
                    "An id is made of a-z, 0-9 and -, at most 100 of them; the suite names the function \"../etc\".",
                ),
                Case(
                    with(PROFILE.copy(seeds = listOf())),
                    "The suite names no seed; it needs at least one.",
                ),
                Case(
                    with(PROFILE.copy(instances = listOf(0, 1))),
                    "Every instance is at least 1; the suite says 0.",
                ),
                Case(
                    with(PROFILE.copy(seeds = listOf(4L, 4L))),
                    "The suite names the seed \"4\" twice; once is enough.",
                ),
                Case(
                    SUITE.copy(optimizers = listOf(MantaRay(population = 1))),
                    "The optimizer \"manta-ray\" needs a population of at least 2; the suite says 1.",
                ),
                Case(
                    SUITE.copy(optimizers = listOf(LShade(history = 0))),
                    "The optimizer \"l-shade\" needs a history of at least 1; the suite says 0.",
                ),
                Case(
                    SUITE.copy(optimizers = listOf(GeneticAlgorithm(crossoverIndex = 0.0))),
                    "The optimizer \"genetic-algorithm\" needs a positive crossover index; the suite says 0.0.",
                ),
                Case(
                    SUITE.copy(optimizers = listOf(CmaEs(sigma = 0.0))),
                    "The optimizer \"cma-es\" needs a positive sigma; the suite says 0.0.",
                ),
                Case(
                    SUITE.copy(optimizers = listOf(OnePlusOneEs(sigma = -1.0))),
                    "The optimizer \"one-plus-one-es\" needs a positive sigma; the suite says -1.0.",
                ),
                Case(
                    SUITE.copy(optimizers = listOf(IpopCmaEs(sigma = Double.NaN))),
                    "The optimizer \"ipop-cma-es\" needs a positive sigma; the suite says NaN.",
                ),
                Case(
                    SUITE.copy(optimizers = listOf(IpopCmaEs(growth = 0.5))),
                    "The optimizer \"ipop-cma-es\" needs a growth of at least 1; the suite says 0.5.",
                ),
                Case(
                    SUITE.copy(optimizers = listOf(BipopCmaEs(sigma = 0.0))),
                    "The optimizer \"bipop-cma-es\" needs a positive sigma; the suite says 0.0.",
                ),
                Case(
                    with(
                        PROFILE.copy(
                            functions = listOf(NamedFunction("sphere")),
                            dimensions = listOf(1, 2),
                        ),
                    ).copy(optimizers = listOf(CommonsBobyqa())),
                    "The optimizer \"commons-bobyqa\" works from dimension 2; dimension 1 is outside.",
                ),
                Case(
                    with(PROFILE.copy(budget = FixedBudget(0))),
                    "A budget is at least 1 evaluation; it would be 0 in dimension 2.",
                ),
                Case(
                    with(PROFILE.copy(budget = PerDimensionBudget(Long.MAX_VALUE))),
                    "The budget in dimension 2 is more evaluations than can be counted; 10000.perDimension is a large one.",
                ),
                Case(
                    SUITE.copy(targets = Targets(to = 0.0)),
                    "The hardest target must be a positive number; the suite says 0.0.",
                ),
                Case(
                    with(PROFILE.copy(seeds = (1L..1_000_000L).toList())),
                    "This would be 54000000 trials; a run holds at most 5000000. Select a part of it, such as --instance 1..5.",
                ),
            ) {
                problems(it.suite) shouldContainExactly listOf(it.problem)
            }
        }

        test("all problems are told at once") {
            val suite = SUITE.copy(optimizers = listOf(MantaRay(population = 0), CmaEs(), CmaEs()))
            problems(
                suite,
                selection(functions = listOf("nope"), seeds = listOf(Range.of(9))),
            ) shouldHaveSize
                4
        }

        test("expected costs grow with the budget, the dimension and the function") {
            fun cost(
                function: String,
                dimension: Int,
                optimizer: String = "cma-es",
            ) = plan(
                SUITE.copy(
                    full =
                        PROFILE.copy(
                            functions = listOf(NamedFunction(function)),
                            dimensions = listOf(dimension),
                        ),
                ),
                selection(optimizers = listOf(optimizer)),
            ).trials().first().let { planner.expectedCost(it) }

            cost("bbob-f15", 20) shouldBeGreaterThan cost("bbob-f15", 10)
            cost("bbob-f23", 10) shouldBeGreaterThan cost("bbob-f1", 10)
            cost("bbob-f1", 10) shouldBeGreaterThan cost("bbob-f1", 10, "random-search")
        }

        test("what the catalogue names, it can make") {
            val catalogue = Catalogue { Bodies.none() }
            for (family in catalogue.functions()) {
                val spec = NamedFunction(family.id())
                catalogue.objective(spec, family.smallestDimension(), 1).id() shouldBe family.id()
                catalogue.entry(spec).name() shouldBe family.name()
            }
            for (spec in catalogue.optimizers()) {
                catalogue.optimizer(spec) shouldNotBe null
                catalogue.entry(spec).id() shouldBe spec.id
            }
            catalogue.entry(NamedFunction("bbob-f10")).number().asInt shouldBe 10
            catalogue.entry(NamedFunction("sphere")).suite().get() shouldBe "classics"
            catalogue.entry(CmaEs()).determinism() shouldBe "own"
        }
    })
