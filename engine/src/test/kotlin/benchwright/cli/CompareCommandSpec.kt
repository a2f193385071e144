package benchwright.cli

import benchwright.artifact.Baseline
import benchwright.artifact.BaselineTrial
import benchwright.artifact.Documents
import benchwright.history.Schemas
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldBeEmpty
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldEndWith
import io.kotest.matchers.string.shouldNotContain
import io.kotest.matchers.string.shouldStartWith
import kotlinx.serialization.json.JsonObject
import java.io.File

/** So many trials that the sign test can tell something, and they take no time. */
private fun many(vararg more: String) =
    arrayOf(
        "run",
        "--function",
        "sphere",
        "--dim",
        "2",
        "--seed",
        "1..12",
        "--optimizer",
        "cma-es",
        "--budget",
        "600",
        "-q",
        *more,
    )

private fun Desk.file(name: String) = File(directory, name)

/** The baseline after [change] of each of its trials. */
private fun Desk.change(
    name: String,
    change: (BaselineTrial) -> BaselineTrial,
) {
    val file = file("benchmarks/baselines/$name.json")
    val old = Documents.baseline(file.readText())
    val run = old.run.copy(resultsDigest = "ef".repeat(32))
    val changed = old.copy(run = run, trials = old.trials.map(change))
    file.writeText(Documents.page(Documents.toJson(changed)))
}

/** What was faster by a third, so that the head is slower. */
private fun faster(trial: BaselineTrial) =
    trial.copy(
        hits = trial.hits.map { maxOf(1, it * 2 / 3) },
        evaluations = maxOf(1, trial.evaluations * 2 / 3),
    )

class CompareCommandSpec :
    FunSpec({
        val desk =
            Desk(
                tempdir(),
                mapOf(
                    "GITHUB_SHA" to "0123456789abcdef0123456789abcdef01234567",
                    "GITHUB_REF_NAME" to "main",
                ),
            )
        desk.type(*many("--run-id", "one")).code shouldBe 0
        desk.type("baseline", "save", "good", "one").code shouldBe 0
        desk.type("baseline", "save", "was-faster", "one").code shouldBe 0
        desk.change("was-faster", ::faster)
        desk.type("baseline", "save", "two-trials", "one").code shouldBe 0
        desk.file("benchmarks/baselines/two-trials.json").let { file ->
            val old: Baseline = Documents.baseline(file.readText())
            val run = old.run.copy(resultsDigest = "ef".repeat(32))
            val few = old.copy(run = run, trials = old.trials.take(2).map(::faster))
            file.writeText(Documents.page(Documents.toJson(few)))
        }

        test("a run is identical to itself, and to a baseline of it, and ends with 0") {
            val told = desk.type("compare", "one", "one", "--require-identical")
            told.code shouldBe 0
            told.out shouldStartWith
                "passed: identical, bit for bit\n" +
                "base  one, commit 0123456 on main, 2026-11-20 11:45 UTC, 0 minutes old,"
            told.out.lines().forEach { (it.length <= 80) shouldBe true }
            desk.type("compare", "good", "one", "-q").out shouldBe
                "passed: identical, bit for bit\n"
        }

        test("what became worse ends with 1, and the text says what, by how much, and how surely") {
            val told = desk.type("compare", "was-faster", "one")
            told.code shouldBe 1
            told.err.shouldBeEmpty()
            told.out shouldStartWith
                "failed: 2 of 4 rows crossed a threshold, by more than chance explains\n"
            told.out shouldContain "\nbase  was-faster, run one, commit 0123456 on main"
            told.out shouldContain
                "cma-es, expected runtime: 51 % worse, and 10 % is allowed, p < 0.001 by the"
            told.out shouldContain "\nregressed"
            told.out shouldContain "cma-es     sphere d2  ERT 1e-08"
            told.out shouldContain
                "  cma-es: all 12 trials differ, so the code that they run has changed.\n"
            told.out.lines().forEach { (it.length <= 80) shouldBe true }
        }

        test("too few trials are undecided: 0, and 7 with --fail-on-undecided") {
            val told = desk.type("compare", "two-trials", "one")
            told.code shouldBe 0
            told.out shouldStartWith "undecided: "
            told.out shouldEndWith "give both sides more trials: seeds(1..10)\n"
            desk.type("compare", "two-trials", "one", "--fail-on-undecided").code shouldBe 7
        }

        test("results that differ end with 1 where they were required to be the same") {
            val told = desk.type("compare", "two-trials", "one", "--require-identical")
            told.code shouldBe 1
            told.err shouldBe "error: the results are not the same, bit for bit\n"
        }

        test("a threshold of the command line overrules, and is read strictly") {
            fun with(vararg limits: String) =
                limits.flatMap { listOf("--threshold", it) }.let {
                    desk.type("compare", "was-faster", "one", "-q", *it.toTypedArray())
                }
            with("expected-runtime:60%").code shouldBe 0
            with("time:10%", "expected-runtime:60%").code shouldBe 0
            val warned = with("expected-runtime:9.5%:warn")
            warned.code shouldBe 0
            warned.out shouldBe "passed: no threshold is crossed, in 4 rows; 2 warnings\n"
            for (
            (given, said) in
            mapOf(
                "time" to "--threshold takes a measure and a limit; got \"time\"",
                "speed:10%" to "--threshold: there is no measure \"speed\"",
                "time:10" to "--threshold time:10: the limit is a percentage, 10% or 2.5%;",
                "time:10%:maybe" to
                    "--threshold time:10%:maybe: after the limit stands fail or warn;",
            )
            ) {
                val told = desk.type("compare", "one", "one", "--threshold", given)
                told.code shouldBe 2
                told.err shouldStartWith "error: $said"
            }
        }

        test("--json and --format json print the comparison, valid by its schema") {
            val told = desk.type("compare", "was-faster", "one", "--json")
            told.code shouldBe 1
            Schemas().validate("comparison.json", told.out).shouldBeEmpty()
            Documents.comparison(told.out).rows.size shouldBe 4
            desk.type("compare", "was-faster", "one", "--format", "json").out shouldBe told.out
            desk
                .type("compare", "was-faster", "one", "--format", "json", "--out", "out/")
                .code shouldBe 1
            desk.file("out/comparison.json").readText() shouldBe told.out
            desk.type("compare", "one", "one", "--format", "yaml").code shouldBe 2
        }

        test("a branch and the beginning of a commit mean their newest run") {
            desk.type("compare", "one", "main", "-q").out shouldBe
                "passed: identical, bit for bit\n"
            desk.type("compare", "01234567", "one", "-q").code shouldBe 5
            desk.type(*many("--run-id", "two")).code shouldBe 0
            val told = desk.type("compare", "0123456", "two")
            told.out shouldContain "base  0123456, run one, "
        }

        test("a base that is not there ends with 5, and with 6 where one is required") {
            val told = desk.type("compare", "nowhere", "one")
            told.code shouldBe 5
            told.err shouldStartWith
                "error: there is no run, baseline, commit or branch nowhere"
            desk.type("compare", "nowhere", "one", "--require-baseline").code shouldBe 6
            desk.type("compare", "one", "nowhere", "--require-baseline").code shouldBe 5
        }

        test("a damaged baseline, one of a later version, and one of another schema end with 5") {
            val text = desk.file("benchmarks/baselines/good.json").readText()
            for (
            (name, content, said) in
            listOf(
                Triple("cut", text.take(500), "ends in the middle"),
                Triple(
                    "later",
                    text.replaceFirst("\"formatVersion\": 1", "\"formatVersion\": 2"),
                    "is 2, and this version of Benchwright reads formats up to 1",
                ),
                Triple(
                    "other",
                    text.replaceFirst("schema:baseline:1", "schema:suite:1"),
                    "must be urn:benchwright:schema:baseline:1",
                ),
                Triple("lacking", text.replaceFirst("\"name\": \"good\",", ""), "name"),
            )
            ) {
                desk.file("benchmarks/baselines/$name.json").writeText(content)
                val told = desk.type("compare", name, "one")
                told.code shouldBe 5
                told.err shouldContain said
                desk.type("baseline", "rm", name).code shouldBe 0
            }
        }

        test("run --compare-to ends with the verdict, keeps it, and the run stays sound") {
            val told = desk.type(*many("--run-id", "three", "--compare-to", "was-faster"))
            told.code shouldBe 1
            told.out shouldBe "benchmarks/results/three\n"
            told.err shouldStartWith "failed: 2 of 4 rows"
            desk.type("verify", "three").code shouldBe 0
            val kept = desk.file("benchmarks/results/three/comparison.json").readText()
            Schemas().validate("comparison.json", kept).shouldBeEmpty()
            val json = desk.type(*many("--run-id", "four", "--compare-to", "good", "--json"))
            json.code shouldBe 0
            (Documents.parse(json.out) as JsonObject).keys shouldBe
                setOf("run", "manifest", "summary", "comparison")
            val lines =
                desk.type(*many("--run-id", "lines", "--compare-to", "was-faster", "--ndjson"))
            lines.code shouldBe 1
            val (compared, finished) =
                lines.out
                    .trim()
                    .lines()
                    .takeLast(2)
            finished shouldContain "\"event\":\"run-finished\""
            compared shouldContain
                "\"event\":\"run-compared\",\"run\":\"benchmarks/results/lines\"," +
                "\"status\":\"failed\",\"message\":\"failed: 2 of 4 rows"
        }

        test("a run without a baseline is undecided; where one is required, nothing is run") {
            val told = desk.type(*many("--run-id", "five", "--compare-to", "nowhere"))
            told.code shouldBe 0
            told.err shouldStartWith
                "undecided: no baseline: there is no run, baseline, commit or branch nowhere"
            desk.type(*many("--compare-to", "nowhere", "--fail-on-undecided")).code shouldBe 7
            val required =
                desk.type(
                    *many("--run-id", "six", "--compare-to", "nowhere", "--require-baseline"),
                )
            required.code shouldBe 6
            desk.file("benchmarks/results/six").exists() shouldBe false
            desk.type(*many("--require-baseline")).code shouldBe 2
        }
    })

class BaselineCommandSpec :
    FunSpec({
        val desk = Desk(tempdir())
        desk.type(*many("--run-id", "one")).code shouldBe 0

        test("save keeps the newest run, valid by its schema, and never overwrites") {
            val told = desk.type("baseline", "save", "main")
            told.code shouldBe 0
            told.out shouldBe "benchmarks/baselines/main.json is run one\n"
            val file = desk.file("benchmarks/baselines/main.json")
            Schemas().validate(file.toPath()).shouldBeEmpty()
            val again = desk.type("baseline", "save", "main")
            again.code shouldBe 2
            again.err shouldBe
                "error: benchmarks/baselines/main.json exists already\n" +
                "  to replace it: bench baseline promote main RUN\n"
            desk.directory
                .walk()
                .filter { it.name.endsWith(".partial") }
                .toList()
                .shouldBeEmpty()
        }

        test("list and show name suite, age, commit and machine; rm removes") {
            desk.type("baseline", "save", "old", "one").code shouldBe 0
            val list = desk.type("baseline", "list").out
            list shouldStartWith
                "baseline  suite         age            commit   machine\nmain      single, full  "
            list shouldContain "\nold       single, full  0 minutes old  unknown  "
            desk.type("baseline", "show", "old").out shouldContain "\n  holds     12 trials\n"
            val json = desk.type("baseline", "show", "old", "--json").out
            Schemas().validate("x", json).shouldBeEmpty()
            desk.type("baseline", "list", "--json").out shouldStartWith
                "[{\"\$schema\":\"urn:benchwright:schema:baseline:1\""
            desk.type("baseline", "rm", "old").out shouldBe
                "removed benchmarks/baselines/old.json\n"
            desk.type("baseline", "rm", "old").code shouldBe 5
            desk.type("baseline", "show", "mian").err shouldContain "did you mean main?"
        }

        test("promote refuses what is worse, and keeps the name of what it replaces") {
            desk.type("baseline", "save", "strict", "one").code shouldBe 0
            desk.change("strict", ::faster)
            val refused = desk.type("baseline", "promote", "strict", "one")
            refused.code shouldBe 1
            refused.out shouldStartWith "failed: "
            refused.err shouldContain "to make it the baseline all the same: --force\n"
            val forced = desk.type("baseline", "promote", "strict", "one", "--force")
            forced.code shouldBe 0
            forced.out shouldEndWith "strict.json is run one now, in place of one\n"
            val kept = desk.file("benchmarks/baselines/strict.json").readText()
            Documents.baseline(kept).replaces shouldBe "one"
            desk.type("baseline", "promote", "strict", "one").code shouldBe 0
        }

        test("a run with failures is refused, unless it is forced") {
            desk
                .type(desk.suite("villains"), "--optimizer", "thrower", "--run-id", "thrown", "-q")
                .code shouldBe 4
            val refused = desk.type("baseline", "save", "thrown", "thrown")
            refused.code shouldBe 5
            refused.err shouldStartWith "error: benchmarks/results/thrown has failures"
            desk.type("baseline", "save", "thrown", "thrown", "--force").code shouldBe 0
            desk.type("baseline", "save", "../up", "one").code shouldBe 2
            desk.type("baseline", "save", "none", "nowhere").code shouldBe 5
            desk.type("baseline", "save").err shouldStartWith
                "error: bench baseline save: NAME is missing\n"
            desk.type("baseline", "list", "main").code shouldBe 2
            desk.type("baseline", "keep", "x").code shouldBe 2
        }

        test("a run too large for a repository is kept by its place, which must be there") {
            val large =
                arrayOf(
                    *"run --function sphere --dim 2 --seed 1..2001 --budget 1"
                        .split(
                            " ",
                        ).toTypedArray(),
                    *"--optimizer random-search -q --run-id large".split(" ").toTypedArray(),
                )
            desk.type(*large).code shouldBe 0
            val told = desk.type("baseline", "save", "large", "large")
            told.out shouldContain ", of which it keeps the place alone: do not delete the run\n"
            desk.file("benchmarks/baselines/large.json").readText() shouldNotContain "\"instance\""
            desk.type("compare", "large", "large", "-q").out shouldContain "passed"
            desk.type("compare", "benchmarks/baselines/large.json", "one", "-q").code shouldBe 0
            desk.file("benchmarks/results/large").renameTo(desk.file("benchmarks/results/moved"))
            val lost = desk.type("compare", "large", "one")
            lost.code shouldBe 5
            lost.err shouldContain "that is not at benchmarks/results/large any more"
        }
    })
