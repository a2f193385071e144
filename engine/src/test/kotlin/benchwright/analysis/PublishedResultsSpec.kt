package benchwright.analysis

import benchwright.artifact.Circumstance
import benchwright.run.runner
import benchwright.run.trial
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.optional.shouldBeEmpty
import io.kotest.matchers.shouldBe

class PublishedResultsSpec :
    FunSpec({
        val published = PublishedResults.bbob2009()

        test("BFGS needed 13 evaluations on the sphere in 5-D, in all of 15 trials") {
            published.of("BFGS", 1, 5).get() shouldBe PublishedResult("BFGS", 1, 5, 13.0, 15, 15)
        }

        test("what was never reached has an infinite time") {
            val result = published.of("RANDOMSEARCH", 1, 20).get()
            result.expectedRunningTime shouldBe Double.POSITIVE_INFINITY
            result.successes shouldBe 0
        }

        test("every problem of six dimensions has a best entry") {
            for (function in 1..24) {
                for (dimension in listOf(2, 3, 5, 10, 20, 40)) {
                    published.of(PublishedResults.BEST, function, dimension).isPresent shouldBe true
                }
            }
        }

        test("who did not take part there has no result") {
            published.of("BFGS", 1, 7).shouldBeEmpty()
            published.counterpart("manta-ray").shouldBeEmpty()
            published.counterpart("bipop-cma-es").get() shouldBe "BIPOP-CMA-ES"
            published.solved("BIPOP-CMA-ES", 5).asDouble shouldBe 0.769
            published.solved("BIPOP-CMA-ES", 2).isPresent shouldBe false
        }

        test(
            "an overhead is the time outside the function, by evaluation, of trials that are long enough",
        ) {
            val overheads = Overheads()
            val long = runner().run(trial(budget = 2_000, dimension = 4)).record
            overheads.add(long, Circumstance(300_000, 100_000, 0))
            overheads.add(long, Circumstance(500_000, 100_000, 0))
            overheads.add(long, Circumstance(900_000, 100_000, 0))
            val short = runner().run(trial(budget = 999, dimension = 4)).record
            overheads.add(short, Circumstance(900_000_000, 0, 0))
            overheads.all() shouldHaveSize 1
            overheads.all().single() shouldBe Overhead("random-search", 4, 3, 200.0)
            overheads.all().single().nanosPerCoordinate() shouldBe 50.0
        }
    })
