package benchwright.report

import benchwright.analysis.Overhead
import benchwright.analysis.PublishedResults
import benchwright.artifact.FinalValues
import benchwright.artifact.Formats
import benchwright.artifact.Interval
import benchwright.artifact.Manifest
import benchwright.artifact.RunStatus
import benchwright.artifact.Shard
import benchwright.artifact.SuiteStamp
import benchwright.artifact.Summary
import benchwright.artifact.SummaryRow
import benchwright.artifact.TargetRow
import benchwright.artifact.Totals
import benchwright.history.Runs
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.nio.file.Path
import kotlin.io.path.readText
import kotlin.io.path.writeText

private fun row(
    optimizer: String,
    function: String,
    dimension: Int,
    ert: Double,
    successes: Int,
) = SummaryRow(
    optimizer,
    function,
    dimension,
    15,
    0,
    successes,
    successes / 15.0,
    Interval(0.0, 1.0),
    Interval(0.0, 1.0),
    12_000,
    listOf(TargetRow(0.1, 300.0, 15), TargetRow(0.03, 900.0, 15), TargetRow(1e-8, ert, successes)),
    FinalValues(0.0, 0.0, 0.0, 0.0, 0.0),
    0.5,
)

private fun manifest(): Manifest {
    val header = Runs.header()
    return Manifest(
        Formats.MANIFEST,
        Formats.VERSION,
        header.runId,
        RunStatus.COMPLETE,
        "full",
        SuiteStamp("known-results", "Known results", "suites/known-results.bench.kts", ""),
        "ab",
        Shard.WHOLE,
        "cd".repeat(32),
        header.commit,
        "2026-11-20T11:45:12.345Z",
        "2026-11-20T11:55:12.345Z",
        header.environment,
        Totals(90, 0, 1_234_567),
        Runs.resources,
        listOf(),
        "none",
        listOf(),
        listOf(),
        "",
    )
}

class KnownResultsPageSpec :
    FunSpec({
        test(
            "the page sets ours beside theirs, with ratios, shares, the closed form and overheads",
        ) {
            val never = Double.POSITIVE_INFINITY
            val summary =
                Summary.of(
                    "r",
                    listOf(
                        row("random-search", "bbob-f1", 2, never, 0),
                        row("bfgs", "bbob-f1", 5, 13.0, 15),
                        row("bfgs", "bbob-f8", 5, 1230.8, 15),
                        row("bfgs", "bbob-f10", 5, 4.0e5, 3),
                        row("bfgs", "sphere", 5, 11.0, 15),
                        row("manta-ray", "bbob-f24", 2, never, 0),
                    ),
                )
            val page =
                KnownResultsPage(
                    manifest(),
                    summary,
                    PublishedResults.bbob2009(),
                    listOf(Overhead("manta-ray", 5, 15, 32.4), Overhead("bfgs", 5, 15, 300.0)),
                ).render()
            val golden = Path.of("src/test/resources/pages/known-results.md")
            if (System.getProperty("golden.update") == "true") golden.writeText(page)
            page shouldBe golden.readText()
        }
    })
