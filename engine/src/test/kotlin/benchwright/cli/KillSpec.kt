package benchwright.cli

import benchwright.history.RunReader
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.io.File
import java.util.concurrent.TimeUnit
import kotlin.random.Random

/** 120 trials, in all of about the time in which the process starts. */
private val SHORT =
    arrayOf("--function", "bbob-f3,bbob-f15", "--dim", "5,20", "--seed", "1..15") +
        arrayOf("--optimizer", "random-search,manta-ray", "--budget", "1500", "--workers", "2")

/**
 * `kill -9` at random moments of a run, from its first to its last, and on with it each time. 25 kills, or as many as
 * `-Dbench.kills=100` says; a hundred take about a minute of an idle machine.
 */
class KillSpec :
    FunSpec({
        val kills = Integer.getInteger("bench.kills", 25)
        val directory = tempdir()

        fun reader(run: String) =
            RunReader.open(File(directory, "benchmarks/results/$run").toPath())

        fun begin(run: String) =
            BenchProcess(directory, "run", *SHORT, "--run-id", run, "-q", "--progress", "none")

        fun goOn(run: String) =
            BenchProcess(directory, "run", "--resume", run, "-q", "--workers", "2")

        test(
            "killed $kills times: nothing that was kept is lost, and results are those of a run never killed",
        ) {
            val start = System.nanoTime()
            begin("whole").await().code shouldBe 0
            val whole = System.nanoTime() - start
            val digest = reader("whole").manifest().resultsDigest
            val random = Random(4)
            var left = kills
            var number = 0
            var mostKept = 0
            while (left > 0) {
                val run = "run-${number++}"
                var kept = 0
                var begun = false
                var ended = false
                while (!ended) {
                    val process = if (begun) goOn(run) else begin(run)
                    // Later than the end now and then, so that the last moments are met, too.
                    val moment = if (left > 0) random.nextLong(whole * 6 / 5) else Long.MAX_VALUE
                    if (!process.process.waitFor(moment, TimeUnit.NANOSECONDS)) {
                        process.signal("KILL")
                        left--
                    }
                    val told = process.await()
                    ended = told.code == 0
                    if (!ended) {
                        withClue(told.err) { told.code shouldBe 137 }
                        // What is not there yet cannot be resumed, and is begun again.
                        begun = isThere(directory, run)
                        if (begun) {
                            val trials = reader(run).manifest().totals.trials
                            check(
                                trials >= kept,
                            ) { "of $kept trials that were kept $trials are left" }
                            kept = trials
                            mostKept = maxOf(mostKept, kept)
                        }
                    }
                }
                withClue("$run, after ${kills - left} kills") {
                    reader(run).manifest().resultsDigest shouldBe digest
                }
            }
            // Or else nothing was ever gone on with.
            check(mostKept > 0) { "no kill met a run at work" }
        }

        test("a run that was killed before it kept anything gives its place to the next") {
            val place = File(directory, "benchmarks/results/stillborn/journal").also { it.mkdirs() }
            File(place, "trials.journal").writeBytes(byteArrayOf(0x42, 0x57, 0x4a))
            BenchProcess(directory, "run", "--resume", "stillborn").await().code shouldBe 5
            begin("stillborn").await().code shouldBe 0
            begin("stillborn").await().err shouldContain "is there already"
        }
    })

/** Whether there is something to be resumed, as the program itself says. */
private fun isThere(
    directory: File,
    run: String,
): Boolean =
    try {
        RunReader.open(File(directory, "benchmarks/results/$run").toPath())
        true
    } catch (nothing: benchwright.history.HistoryFailure) {
        false
    }
