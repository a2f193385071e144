package benchwright.artifact

import benchwright.suite.CmaEs
import benchwright.suite.FormulaFunction
import benchwright.suite.UnknownOptimum
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

class DocumentsSpec :
    FunSpec({
        val manifest =
            Manifest(
                Formats.MANIFEST,
                Formats.VERSION,
                "20261120T114512Z-quick-3f9a",
                RunStatus.INTERRUPTED,
                "quick",
                SuiteStamp("quick", "Quick", "", ""),
                "ab",
                Shard(2, 5),
                "",
                CommitStamp.UNKNOWN,
                "2026-11-20T11:45:12.345Z",
                "",
                Environment("h", "o", "c", 2, 1L, "j", "k", "b", "", listOf("w")),
                Totals(1, 0, 5),
                Resources(1, 2, 3, 4),
                listOf("--dim", "2"),
                "none",
                listOf(CodeStamp("target/classes", "cd")),
                listOf(ArtifactFile("a", "b", 0, "")),
                "",
            )

        test("a manifest reads back as it was written, and what is not known is null") {
            val page = Documents.page(Documents.toJson(manifest))
            Documents.manifest(page) shouldBe manifest
            page.lines().take(5) shouldBe
                listOf(
                    "{",
                    "  \"\$schema\": \"urn:benchwright:schema:run-manifest:1\",",
                    "  \"formatVersion\": 1,",
                    "  \"runId\": \"20261120T114512Z-quick-3f9a\",",
                    "  \"status\": \"interrupted\",",
                )
            page.contains(
                "\"commit\": {\"sha\": null, \"branch\": null, \"dirty\": false}",
            ) shouldBe
                true
            page.contains("\"resultsDigest\": null") shouldBe true
        }

        test("a reader ignores fields that it does not know") {
            val text =
                Documents
                    .text(
                        Documents.toJson(manifest),
                    ).replaceFirst("{", "{\"later\":[1],")
            Documents.manifest(text) shouldBe manifest
        }

        test("optimizers and functions name their kind and spell their numbers our way") {
            Documents.text(Documents.toJson(CmaEs("cma", 2e23))) shouldBe
                """{"kind":"cma-es","id":"cma","sigma":2.0E23}"""
            Documents.text(
                Documents.toJson(FormulaFunction("f", -5.0, 1e-7, UnknownOptimum)),
            ) shouldBe
                """{"kind":"formula","id":"f","lower":-5.0,"upper":1.0E-7,"optimum":{"kind":"unknown"}}"""
        }

        test(
            "canonical text has no white space, keeps the order of fields and whole numbers as they are",
        ) {
            Documents.text(
                Documents.parse(
                    """ { "b" : [ 1 , 2.50 , -0.0, 1e3 , true, null ], "a" : "x\u0001\"é/" } """,
                ),
            ) shouldBe
                """{"b":[1,2.5,-0.0,1000.0,true,null],"a":"x\u0001\"é/"}"""
        }

        test("a summary reads back as it was written, infinite and undefined values too") {
            val nowhere = Interval(Double.NaN, Double.NaN)
            val summary =
                Summary.of(
                    "r",
                    listOf(
                        SummaryRow(
                            "o",
                            "f",
                            2,
                            3,
                            0,
                            0,
                            Double.NaN,
                            nowhere,
                            nowhere,
                            9,
                            listOf(
                                TargetRow(1e-8, Double.POSITIVE_INFINITY, 0),
                                TargetRow(1.0, 7.5, 2),
                            ),
                            FinalValues(
                                1.0,
                                2.0,
                                Double.NaN,
                                Double.NEGATIVE_INFINITY,
                                Double.POSITIVE_INFINITY,
                            ),
                            0.5,
                        ),
                    ),
                )
            val text = Documents.text(Documents.toJson(summary))
            text.contains("\"target\":1.0E-8,\"ert\":null") shouldBe true
            text.contains("\"standardDeviation\":\"NaN\",\"best\":\"-Infinity\"") shouldBe true
            Documents.summary(text) shouldBe summary
        }
    })
