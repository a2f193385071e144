package benchwright.cli

import benchwright.artifact.Documents
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import java.io.File

private val RUN =
    arrayOf("run", "--function", "bbob-f1,bbob-f8", "--dim", "2,3", "--seed", "1..2") +
        arrayOf("--optimizer", "random-search", "--budget", "500", "-q", "--run-id", "a")

/** Expected running times by function, dimension, target. */
private fun times(
    desk: Desk,
    run: String,
): List<String> {
    val summary = Documents.parse(desk.type("show", run, "--json").out) as JsonObject
    return summary.getValue("rows").jsonArray.flatMap { row ->
        val fields = row.jsonObject
        (fields.getValue("targets") as JsonArray).map { target ->
            listOf(
                fields.getValue("function").jsonPrimitive.content,
                fields.getValue("dimension").jsonPrimitive.content,
                target.jsonObject
                    .getValue("target")
                    .jsonPrimitive.content,
                target.jsonObject
                    .getValue("ert")
                    .jsonPrimitive.content,
            ).joinToString(" ")
        }
    }
}

class ExportCommandSpec :
    FunSpec({
        test("a run goes to COCO's format and back with the same expected running times") {
            val desk = Desk(tempdir())
            desk.type(*RUN).code shouldBe 0
            val told = desk.type("export", "a", "--to", "coco", "--out", "exdata")
            told.code shouldBe 0
            told.out shouldBe "8 trials\nexdata\n"
            val folder = "exdata/random-search"
            desk.type("import", folder, "--from", "coco", "--out", "back").out shouldBe
                "8 trials of random-search\nback\n"
            desk.type("verify", "back").code shouldBe 0
            // Our targets are every fourth of those at which COCO's logger writes a line.
            times(desk, "back") shouldBe times(desk, "a")
        }

        test("a run goes to IOHprofiler's format and back with the same hits down to 1e-8") {
            val desk = Desk(tempdir())
            desk.type(*RUN).code shouldBe 0
            desk.type("export", "a", "--to", "iohprofiler", "--out", "ioh").code shouldBe 0
            desk
                .type("import", "ioh", "--from", "iohprofiler", "--out", "back")
                .code shouldBe 0
            times(desk, "back") shouldBe times(desk, "a")
        }

        test("a run goes to tables of comma-separated values") {
            val desk = Desk(tempdir())
            desk.type(*RUN).code shouldBe 0
            desk.type("export", "a", "--to", "csv", "--out", "tables").code shouldBe 0
            File(desk.directory, "tables/trials.csv").readLines().size shouldBe 9
        }

        test("nothing is overwritten, and what is missing is said") {
            val desk = Desk(tempdir())
            desk.type(*RUN).code shouldBe 0
            File(desk.directory, "full").mkdir()
            File(desk.directory, "full/file").writeText("mine")
            val told = desk.type("export", "a", "--to", "csv", "--out", "full")
            told.code shouldBe 2
            told.err shouldContain "full is there already, and nothing is overwritten"
            desk.type("export", "a", "--to", "csv").err shouldContain "bench export needs --out"
            desk.type("export", "a", "--out", "b").err shouldContain "bench export needs --to"
            desk.type("import", "full", "--from", "coco", "--out", "b").let {
                it.code shouldBe 5
                it.err shouldContain "full: holds no .info file, so it is no folder of COCO's"
            }
            desk.type("import", "fuul", "--from", "coco", "--out", "b").err shouldContain
                "there is no folder fuul"
        }

        test("functions outside BBOB are left out of COCO's format, and told of") {
            val desk = Desk(tempdir())
            desk
                .type(
                    *arrayOf("run", "--function", "sphere,bbob-f1", "--dim", "2", "--budget", "50"),
                    *arrayOf("--optimizer", "random-search", "-q", "--run-id", "a"),
                ).code shouldBe 0
            val told = desk.type("export", "a", "--to", "coco", "--out", "exdata", "-q")
            told.err shouldContain "warning: 1 trial left out"
            told.out shouldBe "exdata\n"
        }
    })
