package benchwright.export

import benchwright.Bounds
import benchwright.artifact.Circumstance
import benchwright.artifact.History
import benchwright.artifact.Stop
import benchwright.artifact.TrialKey
import benchwright.artifact.TrialRecord
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.io.File

private val NOTHING = Circumstance(5, 3, 7)

private fun record(
    function: String = "bbob-f8",
    dimension: Int = 2,
    instance: Int = 1,
    seed: Long = 1,
    optimum: Double = 100.0,
    history: List<Pair<Long, Double>> = listOf(1L to 150.0, 7L to 100.5, 40L to 100.000000003),
    evaluations: Long = 50,
) = TrialRecord(
    TrialKey("one, \"two\"".filter { it.isLetter() }, function, dimension, instance, seed),
    Bounds.cube(dimension, -5.0, 5.0),
    200,
    optimum,
    evaluations,
    if (history.isEmpty()) Stop.OPTIMIZER else Stop.TARGET,
    TrialRecord.NO_FAILURE,
    History(
        history.map { it.first }.toLongArray(),
        history.map { it.second }.toDoubleArray(),
    ),
    DoubleArray(if (history.isEmpty()) 0 else dimension) { 0.5 },
)

class ExportSpec :
    FunSpec({
        fun write(
            export: Export,
            vararg records: TrialRecord,
        ): Export {
            records.forEach { export.add(it, NOTHING) }
            export.finish()
            return export
        }

        test("numbers are those of C's printf, to the digit") {
            CNumbers.exponent(0.012412, 1) shouldBe "1.2e-02"
            CNumbers.exponent(0.0, 1) shouldBe "0.0e+00"
            CNumbers.exponent(79.48, 12) shouldBe "7.948000000000e+01"
            CNumbers.signed(2.5e100, 0) shouldBe "+2e+100"
            CNumbers.signed(-9.96, 1) shouldBe "-1.0e+01"
            CNumbers.signed(Double.POSITIVE_INFINITY, 9) shouldBe "+inf"
        }

        test("COCO: an entry for each dimension, its trials in order, four files each") {
            val folder = tempdir()
            val export =
                write(
                    CocoExport(folder.toPath(), "0.1.0"),
                    record(),
                    record(instance = 2, optimum = -3.0, history = listOf(1L to 0.0, 2L to -1.0)),
                    record(dimension = 5),
                    record(function = "sphere"),
                    record(function = "bbob-f10", history = listOf()),
                )
            export.leftOut() shouldBe 2
            File(folder, "onetwo/bbobexp_f8.info").readText() shouldBe
                listOf(2 to "1:50|3.0e-09, 2:50|2.0e+00", 5 to "1:50|3.0e-09")
                    .joinToString("\n") { (dimension, trials) ->
                        "suite = 'bbob', funcId = 8, DIM = $dimension, Precision = 1.000e-08, " +
                            "algId = 'onetwo', coco_version = 'benchwright 0.1.0', " +
                            "logger = 'bbob', data_format = 'bbob-new2', settings = ''\n" +
                            "% exported by benchwright 0.1.0\n" +
                            "data_f8/bbobexp_f8_DIM$dimension.dat, $trials"
                    }
            File(folder, "onetwo/data_f8/bbobexp_f8_DIM2.dat").readLines().take(5) shouldBe
                listOf(
                    "% f evaluations | g evaluations | best noise-free fitness - Fopt " +
                        "(1.000000000000e+02) + sum g_i+ | measured fitness | best measured " +
                        "fitness or single-digit g-values | x1 | x2...",
                    "1 0 +5.000000000e+01 +1.500000000e+02 +1.500000000e+02",
                    "7 0 +5.000000000e-01 +1.005000000e+02 +1.005000000e+02",
                    "40 0 +2.999996696e-09 +1.000000000e+02 +1.000000000e+02",
                    "50 0 +2.999996696e-09 +1.000000000e+02 +1.000000000e+02",
                )
            File(folder, "onetwo/data_f8").list().orEmpty().sorted() shouldBe
                listOf("DIM2.dat", "DIM2.mdat", "DIM2.rdat", "DIM2.tdat")
                    .plus(listOf("DIM5.dat", "DIM5.mdat", "DIM5.rdat", "DIM5.tdat"))
                    .map { "bbobexp_f8_$it" }
        }

        test("what was written for COCO reads back with the same hits") {
            val folder = tempdir()
            val originals =
                listOf(record(), record(seed = 2), record(instance = 3), record(dimension = 5))
            write(CocoExport(folder.toPath(), "0.1.0"), *originals.toTypedArray())
            val run = CocoImport.read(folder.toPath())
            val back = mutableListOf<TrialRecord>()
            run.source().forEach { back += it }
            back.map { it.key } shouldBe originals.map { it.key }
            run.keys() shouldBe originals.map { it.key }
            for ((ours, theirs) in originals.zip(back)) {
                theirs.evaluations shouldBe ours.evaluations
                for (target in listOf(49.0, 1.0, 1e-8)) {
                    theirs.history.firstAtMost(target) shouldBe
                        ours.history.firstAtMost(100.0 + target)
                }
                theirs.stop shouldBe Stop.TARGET
            }
        }

        test("the format of 2009 reads as well") {
            val folder = tempdir()
            File(folder, "bbobexp_f1.info").writeText(
                "funcId = 1, DIM = 2, Precision = 1.000e-08, algId = 'Old One'\n" +
                    "% a comment\ndata_f1\\bbobexp_f1_DIM2.dat, 1:12|-4.0e-09, 1:9|2.0e-01\n",
            )
            File(folder, "data_f1").mkdir()
            File(folder, "data_f1/bbobexp_f1_DIM2.dat").writeText(
                "% function evaluation | noise-free fitness - Fopt (7.9e+01) | best ...\n" +
                    "1 +5.0e+00 +5.0e+00 +8.4e+01 +8.4e+01 +1.0 +2.0\n" +
                    "12 -4.0e-09 -4.0e-09 +7.9e+01 +7.9e+01\n" +
                    "% function evaluation | ...\n" +
                    "1 inf inf inf inf\n9 +2.0e-01 +2.0e-01 +8.0e+01 +8.0e+01\n",
            )
            val run = CocoImport.read(folder.toPath())
            run.algorithms() shouldBe listOf(ForeignRun.Algorithm("old-one", "Old One"))
            run.keys().map { it.toString() } shouldBe
                listOf("old-one/bbob-f1/d2/i1/s1", "old-one/bbob-f1/d2/i1/s2")
            val back = mutableListOf<TrialRecord>()
            run.source().forEach { back += it }
            back[0].history.firstAtMost(1e-8) shouldBe 12
            back[1].history.value(0) shouldBe 0.2
            back[1].stop shouldBe Stop.BUDGET
        }

        test("a folder that is not COCO's, or is damaged, is told with file and line") {
            val empty = tempdir()
            shouldThrow<ForeignFormatException> { CocoImport.read(empty.toPath()) }
                .message shouldContain "holds no .info file"
            File(empty, "a.info")
                .writeText("suite = 'bbob-biobj', funcId = 1, DIM = 2\n%\nx, 1:1|1")
            shouldThrow<ForeignFormatException> { CocoImport.read(empty.toPath()) }
                .message shouldContain "only bbob can be imported"
            File(empty, "a.info").writeText("funcId = 1, DIM = 2, algId = 'a'\n%\nx.dat, 1:1|1")
            File(empty, "x.dat").writeText("% header\n1 0\n")
            val run = CocoImport.read(empty.toPath())
            shouldThrow<ForeignFormatException> { run.source().forEach { } }
                .message shouldContain "line 2 should begin with three numbers"
        }

        test("IOHprofiler: what was written reads back, to its ten decimals") {
            val folder = tempdir()
            write(IohExport(folder.toPath()), record(), record(seed = 2), record("sphere"))
            val json = File(folder, "onetwo/IOHprofiler_f8_bbob-f8.json").readText()
            json shouldContain "\"function_id\": 8"
            json shouldContain "{\"instance\": 1, \"evals\": 50, \"best\": {\"evals\": 40, \"y\": "
            File(folder, "onetwo/IOHprofiler_f1001_sphere.json").exists() shouldBe true
            val dat = File(folder, "onetwo/data_f8_bbob-f8/IOHprofiler_f8_DIM2.dat")
            dat.readLines().take(5) shouldBe
                listOf(
                    "evaluations raw_y",
                    "1 50.0000000000",
                    "7 0.5000000000",
                    "40 0.0000000030",
                    "50 0.0000000030",
                )
            File(folder, "onetwo/IOHprofiler_f1001_sphere.json").delete()
            val run = IohImport.read(folder.toPath())
            val back = mutableListOf<TrialRecord>()
            run.source().forEach { back += it }
            back.map { it.key.toString() } shouldBe
                listOf("onetwo/bbob-f8/d2/i1/s1", "onetwo/bbob-f8/d2/i1/s2")
            back[0].history.value(1) shouldBe (0.5 plusOrMinus 1e-10)
            back[0].evaluations shouldBe 50
        }

        test("CSV: a line for each trial, a line for each improvement") {
            val folder = tempdir()
            write(CsvExport(folder.toPath()), record(), record("sphere", optimum = Double.NaN))
            File(folder, "trials.csv").readText() shouldBe
                "optimizer,function,dimension,instance,seed,budget,evaluations,stop,failure," +
                "optimum,bestEvaluation,bestValue,runtimeNanos,evaluationNanos,peakBytes\r\n" +
                "onetwo,bbob-f8,2,1,1,200,50,target,,100.0,40,100.000000003,5,3,7\r\n" +
                "onetwo,sphere,2,1,1,200,50,target,,,40,100.000000003,5,3,7\r\n"
            File(folder, "histories.csv").readLines().size shouldBe 7
        }
    })
