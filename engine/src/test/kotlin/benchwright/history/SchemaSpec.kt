package benchwright.history

import benchwright.analysis.ComparedSides
import benchwright.analysis.PairedCases
import benchwright.analysis.TimedCases
import benchwright.artifact.Documents
import benchwright.artifact.Formats
import benchwright.artifact.KnownChange
import benchwright.artifact.KnownChanges
import benchwright.cli.diagnosis
import com.networknt.schema.InputFormat
import com.networknt.schema.Schema
import com.networknt.schema.SchemaLocation
import com.networknt.schema.SchemaRegistry
import com.networknt.schema.SpecificationVersion
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.collections.shouldNotBeEmpty
import io.kotest.matchers.shouldBe
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonObject
import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.GZIPOutputStream
import kotlin.io.path.readText

class SchemaSpec :
    FunSpec({
        val schemas = Schemas()
        val dir = tempdir().toPath()
        val header = Runs.header(dimensions = listOf(2), instances = 1..3)
        val run = Runs.write(dir, header)
        val registry =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12) { builder ->
                builder.schemas(
                    Schemas.list().associate {
                        "urn:benchwright:schema:$it:1" to
                            Schemas.text(it)
                    },
                )
            }
        val second: Map<String, Schema> =
            Schemas.list().associate {
                val id = "urn:benchwright:schema:$it:1"
                id to registry.getSchema(SchemaLocation.of(id))
            }

        /** The other validator's opinion. */
        fun isValid(
            schema: String,
            document: JsonElement,
        ): Boolean =
            second
                .getValue(schema)
                .validate(Documents.text(document), InputFormat.JSON)
                .isEmpty()

        fun names(folder: Path): List<String> =
            Files.list(folder).use { files -> files.map { it.fileName.toString() }.toList() }

        val suite =
            JsonObject(
                mapOf(
                    "\$schema" to JsonPrimitive(Formats.SUITE),
                    "formatVersion" to JsonPrimitive(1),
                ) +
                    Documents.toJson(header.suite()),
            )
        val plan =
            Documents.parse(
                """{"${'$'}schema":"${Formats.PLAN}","formatVersion":1,"suite":"quick","profile":"quick",
                "planDigest":"${"ab".repeat(
                    32,
                )}","count":1,"trials":[{"id":"o/f/d2/i1/s-1","optimizer":"o",
                "function":"f","dimension":2,"instance":1,"seed":-1,"budget":400}]}""",
            ) as JsonObject
        val problems =
            Documents.parse(
                """{"${'$'}schema":"${Formats.PROBLEMS}","formatVersion":1,"problems":[
                {"file":"a.bench.kts","line":1,"column":2,"text":"What?","remedy":"That."}]}""",
            ) as JsonObject
        val pair = "histories/manta-ray/bbob-f2.json.gz"
        val failed =
            header
                .planOrder()
                .first {
                    Runs
                        .record(it)
                        .failure.kind
                        .isNotEmpty()
                }.let {
                    "histories/${it.optimizer}/${it.function}.json.gz"
                }
        val documents =
            mapOf(
                Formats.MANIFEST to listOf(Runs.json(run.resolve("run.json"))),
                Formats.SUMMARY to
                    listOf(Runs.json(run.resolve("summary.json")), TimedCases.summaryDocument()),
                Formats.HISTORIES to
                    listOf(Runs.json(run.resolve(pair)), Runs.json(run.resolve(failed))),
                Formats.DIAGNOSIS to listOf(Documents.toJson(diagnosis())),
                Formats.NOISE to listOf(Documents.toJson(diagnosis().noise)),
                Formats.SUITE to
                    listOf(suite, Runs.json(TimedRuns.write(dir).resolve("suite.json"))),
                Formats.TIMINGS to
                    RunReader
                        .open(dir.resolve(TimedRuns.header().runId()))
                        .timings()
                        .map { Documents.toJson(it) } + TimedCases.timingsDocument(),
                Formats.PAIRS to
                    listOf(
                        PairedCases.pairs(
                            PairedCases.command(110.0, 120.0),
                            PairedCases.operation(0.0, 24.0, 1),
                        ),
                    ).map { Documents.toJson(it) },
                Formats.PLAN to listOf(plan),
                Formats.COMPARISON to listOf(Documents.toJson(ComparedSides.comparison())),
                Formats.BASELINE to
                    listOf(Documents.toJson(ComparedSides.baseline(Runs.summary(header)))),
                Formats.PROBLEMS to listOf(problems),
                Formats.REPORT to
                    listOf("runs").map {
                        Documents
                            .parse(Path.of("src/test/resources/reports/$it.json").readText())
                            .jsonObject
                    },
                Formats.TREND to
                    listOf(
                        Documents
                            .parse(Path.of("src/test/resources/reports/trend.json").readText())
                            .jsonObject,
                    ),
                Formats.KNOWN_CHANGES to
                    listOf(
                        Documents.toJson(
                            KnownChanges(
                                changes =
                                    listOf(KnownChange("2026-11-20", "0123456", "A new machine.")),
                            ),
                        ),
                    ),
                Formats.PROGRAM_MESSAGE to
                    listOf(
                        """{"hello":{"protocol":1,"name":"es","version":"1"}}""",
                        """{"problem":{"dimension":1,"lower":[-5.0],"upper":[5.0],"budget":9,"seed":7}}""",
                        """{"ask":[[1.5],["NaN"]]}""",
                        """{"ask":["3ff8000000000000"]}""",
                        """{"tell":[2.25,"Infinity"]}""",
                        """{"tell":["4002000000000000"]}""",
                        """{"done":"target"}""",
                    ).map { Documents.parse(it).jsonObject },
                Formats.LOG to
                    Files
                        .readAllLines(
                            run.resolve("log.ndjson"),
                        ).map { Documents.parse(it).jsonObject },
            )

        test("every schema lies in the repository under its name, and no other") {
            names(Path.of("../schemas")) shouldContainExactlyInAnyOrder
                Schemas.list().map { "$it-schema.json" }
            documents.keys shouldContainExactlyInAnyOrder
                Schemas.list().map { "urn:benchwright:schema:$it:1" }
        }

        test("every file of a run is valid, says the first validator") {
            Files.walk(run).use { walk ->
                walk
                    .filter {
                        Files.isRegularFile(
                            it,
                        )
                    }.forEach { schemas.validate(it).shouldBeEmpty() }
            }
        }

        test("every document is valid, say both validators") {
            for ((schema, examples) in documents) {
                for (document in examples) {
                    schemas.check("x", "", schema, document).shouldBeEmpty()
                    isValid(schema, document) shouldBe true
                }
            }
        }

        /** Every document that lacks one field, at any depth, or holds a value of another type there. */
        fun broken(element: JsonElement): Sequence<Pair<String, JsonElement>> =
            sequence {
                if (element is JsonObject) {
                    for ((name, value) in element) {
                        yield("/$name missing" to JsonObject(element - name))
                        yield(
                            "/$name wrong" to
                                JsonObject(
                                    element + (name to JsonArray(listOf(JsonArray(listOf())))),
                                ),
                        )
                        for ((what, part) in broken(value)) {
                            yield("/$name$what" to JsonObject(element + (name to part)))
                        }
                    }
                }
                if (element is JsonArray && element.isNotEmpty()) {
                    yield(
                        "/0 wrong" to
                            JsonArray(
                                listOf(JsonArray(listOf(JsonPrimitive(true)))) + element.drop(1),
                            ),
                    )
                    for ((what, part) in broken(element[0])) {
                        yield("/0$what" to JsonArray(listOf(part) + element.drop(1)))
                    }
                }
            }

        // What a reader may do without, and what only the writer of an optimizer or function knows.
        val free =
            Regex(
                "(/implementation/[b-hj-mo-z]).*|" +
                    "(/optimizer/somersault|/optimizers/0/(population|somersault)).*" +
                    "|/(\\\$schema|formatVersion|worker|status) missing|/status wrong" +
                    "|(/summary)?/(standings|growth|equivalence) missing" +
                    "|/(classPath|shard|totals/timings) missing" +
                    "|/(classPath|shard|standings|growth|equivalence|totals/timings) missing" +
                    "|/changes/0/(date|commit|series|kind) missing" +
                    "|/speed missing|/speed/implementations/0/result missing" +
                    "|.*(limitSeconds|harness|budgets|restarts|interval|bestOf2009) missing" +
                    "|.*/conditions/(governor|turbo|aslr|celsius|throttlings) missing" +
                    "|.*/harness/.* missing",
            )

        test(
            "a document that lacks a field or holds a value of another type is invalid, say both validators",
        ) {
            for ((schema, examples) in documents) {
                for (document in examples) {
                    for ((what, bad) in broken(document)) {
                        val first = schemas.check("x", "", schema, bad).isEmpty()
                        check(
                            first == isValid(schema, bad),
                        ) { "$schema $what: the validators differ" }
                        if (!free.matches(what)) check(!first) { "$schema $what: passed" }
                    }
                }
            }
        }

        test("a file that names no schema, or one that nobody knows, is refused") {
            schemas.validate("x", "{}").single().field() shouldBe "/\$schema"
            schemas
                .validate(
                    "x",
                    """{"${'$'}schema":"urn:benchwright:schema:dreams:1"}""",
                ).single()
                .text() shouldBe
                "names a schema that is not known: urn:benchwright:schema:dreams:1"
            schemas.validate("x", "{").single().text() shouldBe "ends in the middle; it was cut off"
            schemas.validate(dir.resolve("none.json")).single().text() shouldBe "is missing"
        }

        test("a fault says where it is") {
            val text = Runs.text(run.resolve(pair)).replaceFirst("\"budget\":400", "\"budget\":0")
            val faults = schemas.validate("x.json", text)
            faults.shouldNotBeEmpty()
            faults.map { it.field() } shouldContain "/trials/0/budget"
        }

        test("a line of a log that is wrong is named by its number") {
            schemas
                .validate(
                    "log.ndjson",
                    "{\"at\":\"now\",\"event\":\"x\"}\n",
                ).single()
                .field() shouldBe
                "line 1 /at"
        }

        test("a log is checked as a file, too, compressed or not, to its last line") {
            val line = "{\"at\":\"2026-11-20T11:45:12.000Z\",\"event\":\"x\"}\n"
            val file = tempdir().toPath().resolve("log.ndjson")
            Files.writeString(file, line + line)
            schemas.validate(file).shouldBeEmpty()
            GZIPOutputStream(Files.newOutputStream(file)).use { it.write(line.toByteArray()) }
            schemas.validate(file).shouldBeEmpty()
            Files.writeString(file, line + line.dropLast(5))
            schemas.validate(file).single().text() shouldBe "is cut off"
        }
    })
