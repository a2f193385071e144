package benchwright.export

import benchwright.artifact.CaseKey
import benchwright.artifact.CaseStatus
import benchwright.artifact.CommitStamp
import benchwright.artifact.Conditions
import benchwright.artifact.Formats
import benchwright.artifact.Harness
import benchwright.artifact.Metric
import benchwright.artifact.Samples
import benchwright.artifact.Start
import benchwright.artifact.Steady
import benchwright.artifact.SuiteStamp
import benchwright.artifact.TimedCase
import benchwright.artifact.TimingStatistics
import benchwright.artifact.Timings
import benchwright.suite.Implementation
import benchwright.suite.Operation
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.doubleOrNull
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.openjdk.jmh.annotations.Mode
import org.openjdk.jmh.infra.BenchmarkParams
import org.openjdk.jmh.infra.IterationParams
import org.openjdk.jmh.results.AverageTimeResult
import org.openjdk.jmh.results.BenchmarkResult
import org.openjdk.jmh.results.IterationResult
import org.openjdk.jmh.results.IterationResultMetaData
import org.openjdk.jmh.results.ResultRole
import org.openjdk.jmh.results.RunResult
import org.openjdk.jmh.results.format.ResultFormatFactory
import org.openjdk.jmh.results.format.ResultFormatType
import org.openjdk.jmh.runner.IterationType
import org.openjdk.jmh.runner.WorkloadParams
import org.openjdk.jmh.runner.options.TimeValue
import java.io.ByteArrayOutputStream
import java.io.File
import java.io.PrintStream
import java.util.concurrent.TimeUnit

private val FORKS = listOf(listOf(100L, 110L, 120L), listOf(131L, 90L, 105L))

/** What JMH writes of these times. */
private fun byJmh(): JsonObject {
    fun iterations(
        type: IterationType,
        count: Int,
        millis: Long,
    ) = IterationParams(type, count, TimeValue.milliseconds(millis), 1)
    val warmup = iterations(IterationType.WARMUP, 3, 200)
    val measurement = iterations(IterationType.MEASUREMENT, 3, 100)
    val workload = WorkloadParams()
    workload.put("size", "10", 0)
    val params =
        BenchmarkParams(
            "benchwright.speed.sort",
            "sort",
            true,
            2,
            intArrayOf(1),
            listOf(),
            2,
            0,
            warmup,
            measurement,
            Mode.AverageTime,
            workload,
            TimeUnit.NANOSECONDS,
            1,
            "java",
            listOf("-Xmx200m"),
            "17.0.15",
            "OpenJDK 64-Bit Server VM",
            "17.0.15+6",
            "1.37",
            TimeValue.minutes(10),
        )
    val forks =
        FORKS.map { times ->
            val results =
                times.map { nanos ->
                    IterationResult(params, measurement, IterationResultMetaData(1, 1)).apply {
                        addResult(
                            AverageTimeResult(
                                ResultRole.PRIMARY,
                                "sort",
                                1.0,
                                nanos,
                                TimeUnit.NANOSECONDS,
                            ),
                        )
                    }
                }
            BenchmarkResult(params, results)
        }
    val bytes = ByteArrayOutputStream()
    PrintStream(bytes).use { out ->
        ResultFormatFactory
            .getInstance(ResultFormatType.JSON, out)
            .writeOut(listOf(RunResult(params, forks)))
    }
    return Json
        .parseToJsonElement(bytes.toString())
        .jsonArray
        .single()
        .jsonObject
}

private fun timings(
    implementation: Implementation,
    vararg cases: TimedCase,
) = Timings(
    Formats.TIMINGS,
    Formats.VERSION,
    "run",
    SuiteStamp("speed", "Speed", "speed.bench.kts", "0".repeat(64)),
    CommitStamp("", "", false),
    implementation,
    cases.asList(),
)

private fun case(
    status: CaseStatus = CaseStatus.MEASURED,
    metrics: List<Metric> = listOf(),
) = TimedCase(
    CaseKey("tiny", 10, 2, 0),
    status,
    "",
    "ns",
    Start.WARM,
    3,
    Steady.YES,
    Samples(
        FORKS.flatten().map { it.toDouble() },
        listOf(1, 1, 1, 2, 2, 2),
        listOf(),
        listOf(),
        listOf(),
        listOf(16.0, 24.0),
        listOf(1.0, 3.0),
        listOf(2e6, 4e6),
    ),
    TimingStatistics.NONE,
    metrics,
    listOf(),
    listOf(),
    Conditions.UNKNOWN,
    Harness("jmh 1.37", "compiler", listOf("-Xmx200m"), 200, 100),
)

private fun same(
    ours: JsonElement,
    jmhs: JsonElement,
    path: String,
) {
    when (jmhs) {
        is JsonObject -> {
            (path to ours.jsonObject.keys) shouldBe (path to jmhs.keys)
            jmhs.forEach { (key, value) ->
                same(ours.jsonObject.getValue(key), value, "$path.$key")
            }
        }

        is JsonArray -> {
            (path to ours.jsonArray.size) shouldBe (path to jmhs.size)
            jmhs.forEachIndexed { i, value -> same(ours.jsonArray[i], value, "$path[$i]") }
        }

        is JsonPrimitive -> {
            val number = jmhs.doubleOrNull
            if (number == null) {
                (path to ours) shouldBe (path to jmhs)
            } else {
                ours.jsonPrimitive.doubleOrNull!! shouldBe (number plusOrMinus 1e-9 * number)
            }
        }
    }
}

class JmhExportSpec :
    FunSpec({
        val jvm = "OpenJDK 64-Bit Server VM 17.0.15+6"

        fun written(
            folder: File,
            export: JmhExport,
        ): List<JsonObject> {
            export.write(folder.toPath())
            val text = File(folder, "jmh-result.json").readText()
            return Json.parseToJsonElement(text).jsonArray.map { it.jsonObject }
        }

        test("an operation is written as JMH writes it: keys, statistics and raw data") {
            val export = JmhExport(jvm)
            export.add(timings(Operation("sort", "sort"), case()))
            val ours = written(tempdir(), export).single()
            same(
                JsonObject(ours - "secondaryMetrics"),
                JsonObject(byJmh() - "secondaryMetrics"),
                "",
            )
        }

        test("allocation, collections and what profilers found are secondary metrics") {
            val export = JmhExport(jvm)
            val found = Metric("cycles", "#/op", listOf(300.0, 320.0))
            export.add(timings(Operation("sort", "sort"), case(metrics = listOf(found))))
            val metrics =
                written(tempdir(), export).single().getValue("secondaryMetrics").jsonObject
            metrics.mapValues { (_, metric) ->
                val score =
                    metric.jsonObject
                        .getValue("score")
                        .jsonPrimitive.content
                val unit =
                    metric.jsonObject
                        .getValue("scoreUnit")
                        .jsonPrimitive.content
                "$score $unit"
            } shouldBe
                mapOf(
                    "gc.alloc.rate.norm" to "20.0 B/op",
                    "gc.count" to "4.0 counts",
                    "gc.time" to "6.0 ms",
                    "cycles" to "310.0 #/op",
                )
        }

        test("programs, and cases that were not measured, are left out and counted") {
            val export = JmhExport(jvm)
            export.add(timings(Operation("sort", "sort"), case(CaseStatus.FAILED), case()))
            val program =
                benchwright.suite.Command(
                    "c",
                    "c",
                    ".",
                    listOf(),
                    listOf(),
                    "./c",
                    listOf(),
                    "",
                    mapOf(),
                    false,
                )
            export.add(timings(program, case()))
            export.taken() shouldBe 1
            export.leftOut() shouldBe 2
        }
    })
