package benchwright.cli

import benchwright.artifact.Comparison
import benchwright.artifact.Documents
import benchwright.report.SampleComparisons
import io.kotest.assertions.nondeterministic.eventually
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.io.File
import kotlin.time.Duration.Companion.minutes

/**
 * One way to an exit code.
 *
 * @property line what is typed
 * @property told what is then said, on standard error or, for results, on standard output
 * @property before makes the files that it needs
 * @property signal what the process gets while it runs
 */
private class Way(
    val code: Int,
    val line: String,
    val told: String,
    val signal: String = "",
    val before: (File) -> Unit = {},
)

private const val RUN =
    "run --function sphere --dim 2 --optimizer random-search --budget 20 --run-id r"
private const val LONG =
    "run --function bbob-f24 --dim 40 --seed 1..60 --optimizer random-search " +
        "--budget 60000 --run-id r"

private const val TOO_LONG =
    "run --function bbob-f24 --dim 40 --optimizer random-search --budget 60000000 --timeout 20ms"

private fun keep(comparison: Comparison) =
    { place: File -> File(place, "c.json").writeText(Documents.page(Documents.toJson(comparison))) }

/** Each exit code that there is, by the shortest way to it; a command that has its own way to one adds a row. */
private val WAYS =
    listOf(
        Way(0, RUN, "benchmarks/results/r"),
        Way(1, "ci summary --gate c.json", "failed", before = keep(SampleComparisons.failed)),
        Way(2, "$RUN --dimm 3", "does not know the flag --dimm"),
        Way(3, "check nowhere.bench.kts", "nowhere.bench.kts"),
        Way(4, TOO_LONG, "the trial did not end within"),
        Way(5, "show nowhere", "there is no run nowhere"),
        Way(5, "verify r", "run.json") {
            Desk(it).type(*RUN.split(" ").toTypedArray())
            File(it, "benchmarks/results/r/run.json").appendText(" x")
        },
        Way(6, "compare main r --require-baseline", "there is no run, baseline, commit or branch") {
            Desk(it).type(*RUN.split(" ").toTypedArray())
        },
        Way(
            7,
            "ci summary --gate --fail-on-undecided c.json",
            "undecided",
            before = keep(SampleComparisons.nothing),
        ),
        Way(8, "$LONG --limit 1ms", "--resume"),
        Way(130, LONG, "bench run --resume", signal = "INT"),
        Way(143, LONG, "bench run --resume", signal = "TERM"),
    )

class ExitCodesSpec :
    FunSpec({
        // To a bug of ours no way is known.
        test("the table has a way to every other code") {
            WAYS.map { it.code }.distinct() shouldContainExactlyInAnyOrder
                Exit.entries.map { it.code() } - Exit.BUG.code()
        }

        for (way in WAYS) {
            test("${way.code}: bench ${way.line} ${way.signal}".trim()) {
                val place = tempdir()
                way.before(place)
                val process = BenchProcess(place, *way.line.split(" ").toTypedArray())
                if (way.signal.isNotEmpty()) {
                    val log = File(place, "benchmarks/results/r/log.ndjson")
                    eventually(3.minutes) {
                        (log.exists() && "trial-finished" in log.readText()) shouldBe true
                    }
                    process.signal(way.signal)
                }
                val told = process.await()
                withClue(told.out + told.err) {
                    told.code shouldBe way.code
                    told.out + told.err shouldContain way.told
                }
            }
        }
    })
