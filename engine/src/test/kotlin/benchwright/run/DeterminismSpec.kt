package benchwright.run

import benchwright.RandomSource
import benchwright.artifact.TrialRecord
import benchwright.suite.BipopCmaEs
import benchwright.suite.CmaEs
import benchwright.suite.DifferentialEvolution
import benchwright.suite.GeneticAlgorithm
import benchwright.suite.IpopCmaEs
import benchwright.suite.LShade
import benchwright.suite.MantaRay
import benchwright.suite.NamedFunction
import benchwright.suite.OnePlusOneEs
import benchwright.suite.ParticleSwarm
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
                MantaRay() to "c7acaff1ca27efcb6aec34b4d585df66b8d2ff782175b758eba59fe91e5bb0d2",
                OnePlusOneEs() to
                    "058fe6bfdf6eef85dcf721b7fe0125a717064dfe8bbd97b8ed96271ce3f4730b",
                CmaEs() to "5aacfbb999a56a0808feeb840d260bae0ef60a3ae461d8eaaf22bab15c5344dc",
                IpopCmaEs() to "74f83d1c5a62071c4bb813acb023f376ed2846bd427281051739a36634d061ad",
                BipopCmaEs() to "b6559828add81904ee342d711b6e2710014b5bf4eebd0f7da1d85487aa5d9a08",
                DifferentialEvolution() to
                    "b819993bab3f68d39b36760cc41d5df77be4d3b24de749d9cab9fa8268aa034a",
                LShade() to "3c29844c67148722e6b40d772a981239518f61242a2c60e08deee2c563e85666",
                ParticleSwarm() to
                    "dbe9cab4d13fefeba13c190b33647f52d37f14f630a8a071810f6ccebb44cf33",
                GeneticAlgorithm() to
                    "f96eebfa3881b4032fe0801bf944e8154791e91244e757a1ef8aaebf7e3cf889",
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
