package benchwright.report

import benchwright.analysis.Recommendations
import benchwright.analysis.RunVerdict
import benchwright.artifact.CommitStamp
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldBeSorted
import io.kotest.matchers.collections.shouldHaveAtMostSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain

private fun texts(findings: Findings) = findings.recommendations().map { it.text }

class RecommendationsSpec :
    FunSpec({
        val clean =
            SampleRuns.manifest("Clean").let {
                it.copy(
                    commit = CommitStamp("ab".repeat(20), "main", false),
                    environment = it.environment.copy(warnings = listOf()),
                )
            }
        val alpha = SampleRuns.records().filter { it.key.optimizer == "alpha" }

        test("a run of which nothing can be said asks for nothing, and passes") {
            val findings = SampleRuns.optimizers(clean, alpha)
            texts(findings).shouldBeEmpty()
            findings.verdict() shouldBe RunVerdict(RunVerdict.State.PASSED, listOf())
        }

        test("failed trials come first, with the flags that run one of them alone") {
            val findings = SampleRuns.optimizers()
            val first = findings.recommendations()[0]
            first.text shouldContain "beta failed in 2 trials (exception)"
            first.text shouldContain
                "--optimizer beta --function sphere --dim 2 --instance 3 --seed 1"
            findings.verdict().state shouldBe RunVerdict.State.FAILED
            findings.recommendations().map { -it.weight }.shouldBeSorted()
        }

        test("what another optimizer solves is told apart from what nobody solves") {
            val both = texts(SampleRuns.optimizers(clean)).joinToString("\n")
            both shouldContain
                "Problems on which no trial came within 1e-8 of the optimum: beta (2 of 2)"
            both shouldContain "alpha got there in every trial"
            both shouldNotContain "--budget"
            val beta = SampleRuns.records().filter { it.key.optimizer == "beta" }
            texts(SampleRuns.optimizers(clean, beta)).joinToString("\n") shouldContain
                "try a larger --budget"
        }

        test("three trials are too few to tell two optimizers apart; four could do") {
            texts(SampleRuns.optimizers(clean)).joinToString("\n") shouldContain
                "With 3 trials on a problem no difference between two optimizers can be significant"
            texts(SampleRuns.optimizers(clean, alpha)).shouldBeEmpty()
        }

        test("a run of which a part is missing is not finished, and says how to go on") {
            val findings = SampleRuns.optimizers(clean, alpha, planned = 20)
            findings.verdict() shouldBe
                RunVerdict(
                    RunVerdict.State.UNFINISHED,
                    listOf("8 of the 20 that were planned are missing"),
                )
            texts(findings)[0] shouldContain "bench run --resume results/a run"
        }

        test("a damaged file fails a run whose trials are all well") {
            SampleRuns.optimizers(clean, alpha, listOf("x: is missing")).verdict().state shouldBe
                RunVerdict.State.FAILED
        }

        test(
            "of what was timed: failures, other results, what was left out; never more than seven",
        ) {
            val findings = SampleRuns.timed()
            val all = texts(findings)
            all shouldHaveAtMostSize 7
            all[0] shouldContain
                "1 of 2 results differs from what another implementation gives, such as fast size=small"
            all[1] shouldContain "1 of 7 cases failed, such as fast size=large"
            all[2] shouldContain "1 of 7 cases left out"
            findings.verdict().reasons.joinToString() shouldContain "1 of 7 cases failed"
            Recommendations
                .of(findings.review, listOf(), 0, "")
                .none { "cases" in it.text } shouldBe true
        }
    })
