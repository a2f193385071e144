package benchwright.suite

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.arbitrary
import io.kotest.property.arbitrary.boolean
import io.kotest.property.arbitrary.choice
import io.kotest.property.arbitrary.enum
import io.kotest.property.arbitrary.int
import io.kotest.property.arbitrary.list
import io.kotest.property.arbitrary.long
import io.kotest.property.arbitrary.map
import io.kotest.property.arbitrary.numericDouble
import io.kotest.property.arbitrary.string
import io.kotest.property.checkAll

private val numbers = Arb.numericDouble()

private val optimizers: Arb<OptimizerSpec> =
    Arb.choice(
        Arb.string().map { RandomSearch(it) },
        arbitrary { MantaRay(Arb.string().bind(), Arb.int().bind(), numbers.bind()) },
        arbitrary { CmaEs(Arb.string().bind(), numbers.bind()) },
        arbitrary {
            val restarts = Arb.int().bind()
            NelderMead(Arb.string().bind(), numbers.bind(), restarts, reshape = numbers.bind())
        },
        arbitrary { Bfgs(Arb.string().bind(), numbers.bind()) },
        arbitrary {
            CommonsPowell(Arb.string().bind(), numbers.bind(), Arb.string().bind())
        },
        arbitrary { HipparchusCmaEs(Arb.string().bind(), numbers.bind()) },
        arbitrary {
            val size = Arb.int().bind()
            DifferentialEvolution(Arb.string().bind(), size, numbers.bind(), numbers.bind())
        },
        arbitrary {
            val size = Arb.int().bind()
            ParticleSwarm(Arb.string().bind(), size, -size, numbers.bind(), numbers.bind())
        },
        arbitrary {
            val size = Arb.int().bind()
            LShade(Arb.string().bind(), size, -size, numbers.bind(), numbers.bind())
        },
        arbitrary {
            val four = List(4) { numbers.bind() }
            GeneticAlgorithm(
                Arb.string().bind(),
                Arb.int().bind(),
                four[0],
                four[1],
                four[2],
                four[3],
            )
        },
        arbitrary {
            val words = Arb.list(Arb.string(), 0..3).bind()
            Program(Arb.string().bind(), Arb.string().bind(), words, Arb.string().bind(), 7)
        },
        Arb.string().map { ScriptOptimizer(it) },
    )

private val functions: Arb<FunctionSpec> =
    Arb.choice(
        Arb.string().map { NamedFunction(it) },
        arbitrary {
            val optimum =
                if (Arb.boolean().bind()) KnownOptimum(numbers.bind()) else UnknownOptimum
            FormulaFunction(Arb.string().bind(), numbers.bind(), numbers.bind(), optimum)
        },
    )

private val profiles: Arb<Profile> =
    arbitrary {
        val evaluations = Arb.long().bind()
        Profile(
            Arb.list(functions, 0..5).bind(),
            Arb.list(Arb.int(), 0..5).bind(),
            Arb.list(Arb.int(), 0..5).bind(),
            Arb.list(Arb.long(), 0..5).bind(),
            if (Arb.boolean().bind()) PerDimensionBudget(evaluations) else FixedBudget(evaluations),
        )
    }

private val suites: Arb<Suite> =
    arbitrary {
        Suite(
            Arb.string().bind(),
            Arb.string().bind(),
            Arb.list(optimizers, 0..5).bind(),
            profiles.bind(),
            profiles.bind(),
            Targets(numbers.bind(), numbers.bind(), Arb.int().bind()),
            Arb
                .list(
                    arbitrary {
                        Threshold(
                            Arb.enum<Measure>().bind(),
                            numbers.bind(),
                            Arb.enum<Severity>().bind(),
                            Arb.list(Arb.string(), 0..3).bind(),
                        )
                    },
                    0..3,
                ).bind(),
            Arb
                .list(
                    arbitrary {
                        Publication(
                            Arb.enum<PublicationKind>().bind(),
                            Arb.enum<Measure>().bind(),
                            Arb.string().bind(),
                        )
                    },
                    0..3,
                ).bind(),
        )
    }

class SuiteJsonSpec :
    FunSpec({
        test("every suite comes back from its JSON") {
            checkAll(500, suites) { suite -> SuiteJson.read(SuiteJson.write(suite)) shouldBe suite }
        }

        test("kinds are named, and defaults are written out") {
            val suite =
                Suite(
                    "quick",
                    "Quick",
                    listOf(MantaRay()),
                    profile(FormulaFunction("tilted", -5.0, 5.0, UnknownOptimum)),
                    profile(NamedFunction("sphere")),
                    Targets(),
                    listOf(Threshold(Measure.SUCCESS_RATE, 5.0, Severity.WARN, listOf())),
                    listOf(Publication(PublicationKind.TABLE, Measure.TIME, "a.md#b")),
                )
            val expected =
                """
                {"name":"quick","title":"Quick",
                "optimizers":[{"kind":"manta-ray","id":"manta-ray",
                "population":50,"somersault":2.0}],
                "full":{"functions":[{"kind":"formula","id":"tilted",
                "lower":-5.0,"upper":5.0,"optimum":{"kind":"unknown"}}],
                "dimensions":[2],"instances":[1],"seeds":[1],
                "budget":{"kind":"per-dimension","evaluations":7},"limitSeconds":0},
                "quick":{"functions":[{"kind":"named","id":"sphere"}],
                "dimensions":[2],"instances":[1],"seeds":[1],
                "budget":{"kind":"per-dimension","evaluations":7},"limitSeconds":0},
                "targets":{"from":100.0,"to":1.0E-8,"perDecade":5},
                "thresholds":[{"measure":"success-rate",
                "worseByPercent":5.0,"severity":"warn","of":[]}],
                "publications":[{"kind":"table","measure":"time","to":"a.md#b"}]}
                """
            SuiteJson.write(suite) shouldBe expected.trimIndent().replace("\n", "")
        }

        test("what is measured comes back from its JSON, and is not there if nothing is measured") {
            val timing = Timing(1, 2, 3, 4, 0.5, 60, 30)
            val profile = SpeedProfile(listOf(Size("tiny", 10)), listOf(1, 2), timing)
            val command =
                Command(
                    "c-o3",
                    "c -O3",
                    ".",
                    listOf("make"),
                    listOf("rm out"),
                    "./c {size}",
                    listOf(),
                    "out",
                    mapOf("A" to "1"),
                    true,
                )
            val speed =
                Speed(listOf(Operation("add", "add"), command), profile, profile, Within(1e-6))
            val suite = suite().copy(speed = speed)
            SuiteJson.read(SuiteJson.write(suite)) shouldBe suite
            SuiteJson.write(suite()).contains("speed") shouldBe false
            SuiteJson.write(suite).contains(""""kind":"command","id":"c-o3"""") shouldBe true
        }

        test("what a later version adds is passed over") {
            val text = SuiteJson.write(suite()).replaceFirst("{", """{"mood":"cheerful",""")
            SuiteJson.read(text) shouldBe suite()
        }

        test("what is no suite is refused as an illegal argument") {
            shouldThrow<IllegalArgumentException> { SuiteJson.read("{}") }
            shouldThrow<IllegalArgumentException> { SuiteJson.read("[1") }
        }

        test("a budget per dimension grows with the dimension, a fixed one does not") {
            PerDimensionBudget(200).evaluations(10) shouldBe 2000
            FixedBudget(200).evaluations(10) shouldBe 200
            shouldThrow<ArithmeticException> { PerDimensionBudget(Long.MAX_VALUE).evaluations(2) }
        }
    })

private fun profile(function: FunctionSpec) =
    Profile(listOf(function), listOf(2), listOf(1), listOf(1), PerDimensionBudget(7))

private fun suite() =
    Suite(
        "quick",
        "quick",
        listOf(RandomSearch()),
        profile(NamedFunction("sphere")),
        profile(NamedFunction("sphere")),
        Targets(),
        listOf(),
        listOf(),
    )
