package benchwright.history

import benchwright.artifact.CommitStamp
import benchwright.report.SampleRuns
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.shouldBe
import java.nio.file.Path
import java.time.LocalDate
import java.util.Optional

class RetentionSpec :
    FunSpec({
        fun run(
            day: LocalDate,
            hour: Int = 3,
            sha: String = "",
        ): StoredRun {
            val id = "$day-$hour"
            val manifest =
                SampleRuns.manifest().copy(
                    runId = id,
                    startedAt = "${day}T0$hour:00:00.000Z",
                    commit = CommitStamp(sha, "main", false),
                )
            return StoredRun(Path.of("store", id), Optional.of(manifest), 10, "")
        }

        fun kept(
            retention: Retention,
            runs: List<StoredRun>,
        ) = retention.fates(runs).filter { it.kept() }.map { it.run().name() }

        val monday = LocalDate.parse("2026-11-02")
        val nightly =
            (0L until 28).flatMap {
                listOf(run(monday.plusDays(it)), run(monday.plusDays(it), 5))
            }

        test("of each of the newest days the newest run stays, and one of each week before") {
            kept(Retention(3, 4, setOf(), setOf()), nightly) shouldBe
                listOf(
                    "2026-11-08-5",
                    "2026-11-15-5",
                    "2026-11-22-5",
                    "2026-11-27-5",
                    "2026-11-28-5",
                    "2026-11-29-5",
                )
        }

        test("runs of tagged commits and of baselines stay, as does what nobody can read") {
            val old = run(monday.minusYears(3), 3, "a".repeat(40))
            val named = run(monday.minusYears(2))
            val damaged = StoredRun(Path.of("store", "x"), Optional.empty(), 1, "cut off")
            val retention = Retention(1, 1, setOf("a".repeat(40)), setOf(named.name()))
            kept(retention, listOf(old, named, damaged) + nightly) shouldBe
                listOf(old.name(), named.name(), "x", "2026-11-29-5")
        }

        test("thinning twice removes nothing the second time") {
            val retention = Retention(5, 3, setOf(), setOf())
            val once = retention.fates(nightly).filter { it.kept() }.map { it.run() }
            retention.fates(once).filter { !it.kept() }.shouldBeEmpty()
        }
    })
