package benchwright.history

import benchwright.Bounds
import benchwright.artifact.Failure
import benchwright.artifact.History
import benchwright.artifact.Stop
import benchwright.artifact.TrialKey
import benchwright.artifact.TrialRecord
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.property.Arb
import io.kotest.property.arbitrary.arbitrary
import io.kotest.property.arbitrary.boolean
import io.kotest.property.arbitrary.element
import io.kotest.property.arbitrary.int
import io.kotest.property.arbitrary.list
import io.kotest.property.arbitrary.long
import io.kotest.property.arbitrary.numericDouble
import io.kotest.property.arbitrary.string
import io.kotest.property.checkAll

class TrialTextSpec :
    FunSpec({
        fun encode(record: TrialRecord): String =
            JsonBytes(16).also { TrialText.encode(record, it) }.toText()

        fun scan(text: String) = JsonScanner(text.byteInputStream())

        fun decode(text: String) = TrialText.decode("o", "f", scan(text))

        val anyDouble = Arb.long().let { longs -> arbitrary { Double.fromBits(longs.bind()) } }
        val records =
            arbitrary {
                val dimension = Arb.int(1, 6).bind()
                val values =
                    Arb
                        .list(anyDouble, 0..30)
                        .bind()
                        .filter { !it.isNaN() }
                        .distinctBy { it + 0.0 }
                        .sortedDescending()
                val stop = Arb.element(Stop.entries).bind()
                val first = Arb.long(1, 1L shl 40).bind()
                val message =
                    Arb
                        .string(
                            0..40,
                        ).bind()
                        .let { String(it.toByteArray(), Charsets.UTF_8) }
                TrialRecord(
                    TrialKey(
                        "o",
                        "f",
                        dimension,
                        Arb.int(0, Int.MAX_VALUE).bind(),
                        Arb.long().bind(),
                    ),
                    Bounds(
                        DoubleArray(dimension) { -Arb.numericDouble(1e-9, 1e9).bind() },
                        DoubleArray(dimension) { Arb.numericDouble(1e-9, 1e9).bind() },
                    ),
                    Arb.long(1, Long.MAX_VALUE).bind(),
                    if (Arb.boolean().bind()) {
                        Double.NaN
                    } else {
                        anyDouble.bind().let {
                            if (it.isNaN()) 0.0 else it
                        }
                    },
                    Arb.long(0, Long.MAX_VALUE).bind(),
                    stop,
                    if (stop ==
                        Stop.FAILED
                    ) {
                        Failure("exception", message)
                    } else {
                        TrialRecord.NO_FAILURE
                    },
                    History(LongArray(values.size) { first + 3 * it }, values.toDoubleArray()),
                    DoubleArray(if (values.isEmpty()) 0 else dimension) {
                        anyDouble.bind().let { x -> if (x.isNaN()) Double.NaN else x }
                    },
                )
            }

        test(
            "a record that is written and read is the same record, and written again the same bytes",
        ) {
            checkAll(2000, records) { record ->
                val text = encode(record)
                val read = decode(text)
                read shouldBe record
                encode(read) shouldBe text
            }
        }

        test("the text is spelled as the documentation says") {
            encode(
                TrialRecord(
                    TrialKey("o", "f", 2, 3, -1),
                    Bounds.cube(2, -5.0, 5.0),
                    400,
                    Double.NaN,
                    17,
                    Stop.FAILED,
                    Failure("exception", "a \"b\" \\ \n\u0001 ü"),
                    History(longArrayOf(1, 5), doubleArrayOf(Double.POSITIVE_INFINITY, 1e-7)),
                    doubleArrayOf(-0.0, Double.NaN),
                ),
            ) shouldBe
                listOf(
                    """{"dimension":2,"instance":3,"seed":-1,""",
                    """"bounds":{"lower":[-5.0,-5.0],"upper":[5.0,5.0]},""",
                    """"budget":400,"optimum":null,"evaluations":17,"stop":"failed",""",
                    """"failure":{"kind":"exception","message":"a \"b\" \\ \n\u0001 ü"},""",
                    """"best":{"evaluation":5,"value":1.0E-7,"point":[-0.0,"NaN"]},""",
                    """"history":{"evaluations":[1,5],"values":["Infinity",1.0E-7]}}""",
                ).joinToString("")
        }

        test("half of a surrogate pair becomes the character for what is none") {
            JsonBytes(4).value("a\uD83Db").toText() shouldBe "\"a\uFFFDb\""
            JsonBytes(4).value("\uDE00").toText() shouldBe "\"\uFFFD\""
        }

        test("whole numbers are written to the last digit") {
            for (n in listOf(0L, 7L, -7L, 10L, 1234567890123L, Long.MAX_VALUE, Long.MIN_VALUE)) {
                JsonBytes(1).value(n).toText() shouldBe n.toString()
            }
        }

        test("what a reader may not know is passed over") {
            val text = encode(Runs.record(TrialKey("o", "f", 2, 1, 1), 5))
            val more = """{"new":{"a":[1,{"b":null}],"c":"]}"},${text.drop(
                1,
            ).dropLast(1)},"later":[true,false]}"""
            decode(more) shouldBe decode(text)
        }

        test("a field that is missing, of a wrong type or contradicts another is named") {
            val text = encode(Runs.record(TrialKey("o", "f", 2, 1, 1), 5))
            for ((from, to, pointer) in listOf(
                Triple("\"dimension\":2,", "", "/dimension"),
                Triple("\"seed\":1,", "", "/seed"),
                Triple("\"seed\":1,", "\"seed\":1.5,", "/seed"),
                Triple("\"seed\":1,", "\"seed\":\"1\",", "/seed"),
                Triple("\"instance\":1,", "\"instance\":-1,", "/instance"),
                Triple("\"lower\":[-5.0,", "\"lower\":[", "/bounds/lower"),
                Triple("\"lower\":[-5.0,", "\"lower\":[6.0,", "/bounds"),
                Triple("\"stop\":\"budget\"", "\"stop\":\"bored\"", "/stop"),
                Triple("\"stop\":\"budget\"", "\"stop\":\"failed\"", "/failure"),
                Triple(",\"value\":", ",\"value\":1", "/best/value"),
                Triple(
                    "\"best\":{\"evaluation\":",
                    "\"best\":{\"evaluation\":1",
                    "/best/evaluation",
                ),
                Triple(
                    "\"history\":{\"evaluations\":[",
                    "\"history\":{\"evaluations\":[0,",
                    "/history",
                ),
            )) {
                check(from in text) { "$from is not in $text" }
                val error = shouldThrow<JsonError> { decode(text.replace(from, to)) }
                error.`in`("x").field() shouldBe pointer
            }
        }

        test("text that is not JSON is refused where it goes wrong") {
            for ((text, words) in listOf(
                "{\"a\":1,}" to "comma",
                "[1 2]" to "comma",
                "{\"a\" 1}" to "colon",
                "[01]" to "no number",
                "[1.]" to "no number",
                "[.5]" to "value",
                "[1e]" to "no number",
                "[tru]" to "true",
                "[\"\\x\"]" to "escape",
                "[\"a\nb\"]" to "control",
                "[\"\u00e4"
                    .toByteArray(
                        Charsets.UTF_8,
                    ).let { String(it, Charsets.ISO_8859_1) }
                    .dropLast(1) to
                    "cut off",
                "{\"a\":[1,2" to "cut off",
                "[".repeat(80) to "nested",
                "[NaN]" to "value",
                "[1] 2" to "after its end",
            )) {
                val error =
                    shouldThrow<JsonError> {
                        val scanner = JsonScanner(text.byteInputStream(Charsets.ISO_8859_1))
                        scanner.skip()
                        scanner.finish()
                    }
                error.`in`("x").text() shouldContain words
            }
        }

        test("what is kept of a value is the value without white space") {
            val scanner = scan(" { \"a\" : [ 1 , \"x y\" , { } ] , \"b\" : -1.5e3 } ")
            scanner.keep(1000)
            scanner.skip()
            scanner.kept().toText() shouldBe """{"a":[1,"x y",{}],"b":-1.5e3}"""
        }
    })
