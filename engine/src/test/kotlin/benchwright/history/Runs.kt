package benchwright.history

import benchwright.Bounds
import benchwright.artifact.BudgetRow
import benchwright.artifact.Circumstance
import benchwright.artifact.CodeStamp
import benchwright.artifact.CommitStamp
import benchwright.artifact.Documents
import benchwright.artifact.Duel
import benchwright.artifact.Environment
import benchwright.artifact.Failure
import benchwright.artifact.FinalValues
import benchwright.artifact.GroupRow
import benchwright.artifact.History
import benchwright.artifact.Interval
import benchwright.artifact.Manifest
import benchwright.artifact.Place
import benchwright.artifact.RankTest
import benchwright.artifact.Resources
import benchwright.artifact.Restarts
import benchwright.artifact.RunStatus
import benchwright.artifact.Standing
import benchwright.artifact.Stop
import benchwright.artifact.Summary
import benchwright.artifact.SummaryRow
import benchwright.artifact.TargetRow
import benchwright.artifact.TrialKey
import benchwright.artifact.TrialRecord
import benchwright.suite.FormulaFunction
import benchwright.suite.KnownOptimum
import benchwright.suite.MantaRay
import benchwright.suite.NamedFunction
import benchwright.suite.PerDimensionBudget
import benchwright.suite.Profile
import benchwright.suite.RandomSearch
import benchwright.suite.Suite
import benchwright.suite.Targets
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import java.nio.file.Path
import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset
import kotlin.random.Random

/** Runs for tests: small, and always the same for the same numbers. */
internal object Runs {
    val clock: Clock = Clock.fixed(Instant.parse("2026-11-20T11:45:12.345Z"), ZoneOffset.UTC)
    val resources = Resources(200_000_000, 350_000_000, 120_000_000, 40_000_000)
    private val optimizers = listOf("manta-ray", "random-search")
    private val functions = listOf("bbob-f10", "bbob-f2", "tilted")

    fun header(
        optimizers: List<String> = this.optimizers,
        functions: List<String> = this.functions,
        dimensions: List<Int> = listOf(2, 3),
        instances: IntRange = 1..2,
    ): RunHeader {
        val plan =
            optimizers.flatMap { o ->
                functions.flatMap { f ->
                    dimensions.flatMap { d -> instances.map { i -> TrialKey(o, f, d, i, 1) } }
                }
            }
        return RunHeader(
            "20261120T114512Z-quick-3f9a",
            suite(),
            "suites/quick.bench.kts",
            "ab".repeat(32),
            "quick",
            "cd".repeat(32),
            plan,
            optimizers.associateWith { optimizer(it) },
            functions.associateWith { function(it) },
            listOf("--dim", "2,3"),
            "none",
            listOf(CodeStamp("target/classes", "ef".repeat(32))),
            "/somewhere/cache/1234",
            CommitStamp("0123456789abcdef0123456789abcdef01234567", "main", true),
            Environment(
                "host",
                "Linux 6.1 amd64",
                "A CPU",
                2,
                1L shl 33,
                "17.0.15",
                "2.4.10",
                "0.1.0",
                "",
                listOf("Noisy."),
            ),
            Instant.parse("2026-11-20T11:45:12.345Z"),
        )
    }

    private fun suite(): Suite {
        val profile =
            Profile(
                listOf(
                    NamedFunction("bbob-f10"),
                    FormulaFunction("tilted", -5.0, 5.0, KnownOptimum(2e23)),
                ),
                listOf(2, 3),
                listOf(1, 2),
                listOf(1L),
                PerDimensionBudget(200),
            )
        return Suite(
            "quick",
            "Quick “look”",
            listOf(MantaRay(), RandomSearch()),
            profile,
            profile,
            Targets(),
            listOf(),
            listOf(),
        )
    }

    private fun optimizer(id: String) =
        JsonObject(
            mapOf(
                "id" to JsonPrimitive(id),
                "kind" to JsonPrimitive(id),
                "somersault" to Documents.parse("2.0E23"),
                "determinism" to JsonPrimitive("own"),
            ),
        )

    private fun function(id: String) =
        JsonObject(mapOf("id" to JsonPrimitive(id), "name" to JsonPrimitive("The function $id")))

    fun record(
        key: TrialKey,
        seed: Int = key.hashCode(),
    ): TrialRecord {
        val random = Random(seed)
        val size = random.nextInt(0, 40)
        var evaluation = 0L
        var value = random.nextDouble() * 1e6
        val evaluations = LongArray(size)
        val values = DoubleArray(size)
        for (k in 0 until size) {
            evaluation += 1 + random.nextLong(0, 20)
            value -= random.nextDouble() * Math.abs(value) + 1e-9
            evaluations[k] = evaluation
            values[k] = value
        }
        val failed = key.instance % 4 == 3
        return TrialRecord(
            key,
            Bounds.cube(key.dimension, -5.0, 5.0),
            200L * key.dimension,
            if (random.nextBoolean()) random.nextDouble() else Double.NaN,
            evaluation + random.nextInt(5),
            if (failed) Stop.FAILED else Stop.BUDGET,
            if (failed) {
                Failure(
                    "exception",
                    "Ein „Fehler“\n\tin \\ here 😀 \u0001",
                )
            } else {
                TrialRecord.NO_FAILURE
            },
            History(evaluations, values),
            DoubleArray(if (size == 0) 0 else key.dimension) { random.nextDouble(-5.0, 5.0) },
        )
    }

    fun circumstance(key: TrialKey) = Circumstance(1_000_000L + key.dimension, 500_000, 1L shl 27)

    /** Writes a complete run, its trials in the order that [order] gives them. */
    fun write(
        output: Path,
        header: RunHeader = header(),
        order: (List<TrialKey>) -> List<TrialKey> = { it },
    ): Path {
        RunWriter.create(output, header, clock).use { writer ->
            order(header.planOrder()).forEach { writer.append(record(it), circumstance(it)) }
            complete(writer)
            return writer.directory()
        }
    }

    fun complete(writer: RunWriter): Manifest =
        writer.complete(
            RunStatus.COMPLETE,
            Instant.parse("2026-11-20T11:45:13.000Z"),
            resources,
            summary(writer.header()),
        )

    fun summary(header: RunHeader): Summary = summary(header, rows(header))

    /** With all that a summary can hold of optimizers. */
    private fun summary(
        header: RunHeader,
        rows: List<SummaryRow>,
    ): Summary =
        Summary.of(header.runId(), rows).withResults(
            rows,
            rows.map {
                GroupRow(it.optimizer, "all", 0, 2, 1, 8, 0, 2, 800, 0.5, 0.25, Double.NaN, 1.5)
            },
            listOf(
                Standing(
                    2,
                    1,
                    rows.map { Place(it.optimizer, 1.5, 1, 1500.0, 350.0, 0.06) },
                    RankTest(1.0, 0.5, 1.0, 0.5, Double.POSITIVE_INFINITY, Double.NaN),
                    1.96,
                    listOf(Duel(rows[0].optimizer, "other", 1, 2, 3, 0.75, 1e-3, 2e-3)),
                ),
            ),
        )

    /** The first with all its measures, the others as a quick run has them. */
    private fun rows(header: RunHeader): List<SummaryRow> =
        plainRows(header).mapIndexed { i, row ->
            if (i > 0) {
                row
            } else {
                row.withMeasures(
                    row.targets.map {
                        TargetRow(it.target, it.ert, it.successes, Interval(1.0, 2.0), 12.0)
                    },
                    listOf(BudgetRow(2, 4.0, 3.0, 2.0, Double.NaN, 1.0, 5.0)),
                    Restarts(10.0, 20.0, 30.0),
                )
            }
        }

    private fun plainRows(header: RunHeader): List<SummaryRow> =
        header.optimizers().keys.map { optimizer ->
            SummaryRow(
                optimizer,
                "bbob-f10",
                2,
                4,
                0,
                1,
                0.25,
                Interval(0.01, 0.9),
                Interval(Double.NaN, 1.0),
                800,
                listOf(
                    TargetRow(100.0, 12.5, 4),
                    TargetRow(1e-8, Double.POSITIVE_INFINITY, 0),
                ),
                FinalValues(1.0, 2e23, Double.NaN, 4.9E-324, Double.POSITIVE_INFINITY),
                0.5,
            )
        }

    fun text(file: Path): String = RunReader.text(file)

    fun json(file: Path): JsonObject = Documents.parse(text(file)) as JsonObject
}
