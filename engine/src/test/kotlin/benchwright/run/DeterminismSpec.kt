package benchwright.run

import benchwright.RandomSource
import benchwright.artifact.TrialRecord
import benchwright.suite.CmaEs
import benchwright.suite.MantaRay
import benchwright.suite.NamedFunction
import benchwright.suite.RandomSearch
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.shouldBe
import java.security.MessageDigest
import java.util.HexFormat

/**
 * The bits of results, as JDK 17 and 25 had them, compiled and with -Xint. A function or an optimizer that
 * changes a bit on purpose changes these constants, and everybody's digests with them: the changelog says so.
 */
class DeterminismSpec :
    FunSpec({
        test("the stream of the test vector is the one that an independent program computed") {
            val stream =
                RandomSource.of(
                    "benchwright-stream-v1",
                    "quick",
                    "sphere",
                    "10",
                    "1",
                    "42",
                    "CMA-ES",
                    "optimizer",
                )
            List(3) { HexFormat.of().toHexDigits(stream.nextLong()) } shouldBe
                listOf("62a77e20f2371f4f", "73fc527d92f67a14", "fc728823a9c3515e")
        }

        context("the records of a small plan are the same on every JVM") {
            withData(
                nameFn = { it.first.id },
                RandomSearch() to
                    "3487718f6be66b7e5b9dd3556a3f90544c65747bcc2cb380bf2467c95283ee40",
                MantaRay() to "33e676ba6f7f99755f5f738834596be83576daa82318ece99540563ec6dee825",
                CmaEs() to "039494aae4596aa5fd9afb0502227fb5d9484a4fb07a4df1ded122b8e6176c53",
            ) { (optimizer, expected) ->
                val functions =
                    listOf("sphere", "rastrigin", "bbob-f8", "bbob-f10", "bbob-f15", "bbob-f21")
                val records =
                    functions.flatMap { function ->
                        listOf(2, 10).map { dimension ->
                            val trial =
                                trial(
                                    optimizer,
                                    NamedFunction(function),
                                    dimension,
                                    budget =
                                        400L * dimension,
                                )
                            runner().run(trial).record
                        }
                    }
                digest(records) shouldBe expected
            }
        }
    })

private fun digest(records: List<TrialRecord>): String {
    val sha256 = MessageDigest.getInstance("SHA-256")
    for (record in records) {
        sha256.update("${record.key} ${record.stop.word} ${record.evaluations}\n".toByteArray())
        for (k in 0 until record.history.size()) {
            val bits = record.history.value(k).toRawBits()
            sha256.update("${record.history.evaluation(k)} $bits\n".toByteArray())
        }
        sha256.update(
            record.bestPoint().joinToString(" ") { it.toRawBits().toString() }.toByteArray(),
        )
    }
    return HexFormat.of().formatHex(sha256.digest())
}
