package benchwright.optimizer

import benchwright.artifact.TrialRecord
import benchwright.plan.Catalogue
import benchwright.run.runner
import benchwright.run.trial
import benchwright.script.Bodies
import benchwright.suite.BipopCmaEs
import benchwright.suite.CmaEs
import benchwright.suite.IpopCmaEs
import benchwright.suite.NamedFunction
import benchwright.suite.OnePlusOneEs
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.shouldBe

class EvolutionStrategiesSpec :
    FunSpec({
        context("no function of the catalogue breaks them") {
            withData(
                nameFn = { it.id },
                OnePlusOneEs(),
                CmaEs(),
                IpopCmaEs(),
                BipopCmaEs(),
            ) { optimizer ->
                val runner = runner()
                for (family in Catalogue { Bodies.none() }.functions()) {
                    for (dimension in listOf(family.smallestDimension(), 5, 20)) {
                        val spec = NamedFunction(family.id())
                        val record =
                            runner
                                .run(
                                    trial(optimizer, spec, dimension, budget = 1_500),
                                ).record
                        withClue("${family.id()} in $dimension-D") {
                            record.failure shouldBe TrialRecord.NO_FAILURE
                        }
                    }
                }
            }
        }
    })
