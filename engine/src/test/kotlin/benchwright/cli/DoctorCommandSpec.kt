package benchwright.cli

import benchwright.artifact.Diagnosis
import benchwright.artifact.Documents
import benchwright.artifact.Formats
import benchwright.artifact.MachineIdentity
import benchwright.artifact.MachineState
import benchwright.artifact.NoiseFigures
import benchwright.artifact.NoiseFloor
import benchwright.artifact.Remark
import benchwright.history.Schemas
import benchwright.report.DoctorText
import benchwright.report.Palette
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldBeIn
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain

/** A machine made up for tests, of which everything is known. */
internal fun diagnosis(noise: Boolean = true): Diagnosis {
    val machine = MachineIdentity("0123456789abcdef", "Fast 9000", 4, 16, "Linux", "amd64")
    val state =
        MachineState(
            4,
            0.5,
            0.31,
            0.0,
            "powersave",
            "on",
            "full",
            52.4,
            0,
            "mains",
            2.5,
            "container",
            "on",
        )
    val figures = NoiseFigures(6.1e7, 0.021, 10, 0.034, 0.012, 0.061, 0.04, 0.015)
    val floor =
        NoiseFloor(
            Formats.NOISE,
            Formats.VERSION,
            "2026-11-20T11:45:12.345Z",
            machine,
            30.2,
            240,
            figures,
            NoiseFigures(2.1e6, 0.008, 10, 0.011, 0.004, 0.02, 0.014, 0.005),
            listOf(0.5, 0.9, 1.1),
            0.0,
        )
    return Diagnosis(
        Formats.DIAGNOSIS,
        Formats.VERSION,
        "2026-11-20T12:00:00.000Z",
        machine,
        state,
        false,
        listOf(Remark(true, "It hums.", "Stop it."), Remark(false, "It is old.", "Wait.")),
        if (noise) floor else NoiseFloor.unknown(machine),
    )
}

class DoctorCommandSpec :
    FunSpec({
        val desk = Desk(tempdir())

        test("bench doctor --json is valid by its schema, whatever this machine is") {
            val told = desk.type("doctor", "--json")
            told.code shouldBe 0
            Schemas().validate("doctor.json", told.out).shouldBeEmpty()
        }

        test("unfit is an exit code of its own, but only where it is asked for") {
            val told = desk.type("doctor", "--require-quiet")
            told.code shouldBeIn listOf(0, 6)
            told.out shouldContain (if (told.code == 0) "\nfit to measure on" else "not fit to")
        }

        test("tuning and restoring at once, and a time without a unit, are wrong usage") {
            desk.type("doctor", "--tune", "--restore").code shouldBe 2
            desk.type("doctor", "--noise", "30").let {
                it.code shouldBe 2
                it.err shouldContain "for example --noise 30s"
            }
        }

        test("the text tells the machine, its noise and what to do") {
            DoctorText.render(diagnosis(), Palette.PLAIN) shouldBe
                """
                |  machine      Fast 9000, 4 processors, 16 GiB, Linux amd64
                |  fingerprint  0123456789abcdef
                |  load         0.50
                |  busy         31 % by other programs, 0.0 % by other virtual machines
                |  governor     powersave
                |  turbo        on
                |  heat         52 °C
                |  power        mains
                |  quota        2.50 processors for this control group
                |  virtual      container
                |  smt          on
                |  aslr         full
                |
                |noise of identical code, 240 launches in 30 s on 2026-11-20, steal 0.0 %
                |                         spread  block  paired  by 6 pairs  by 10  by 30
                |a program, start to end   2.1 %  3.4 %   1.2 %       6.1 %  4.0 %  1.5 %
                |a loop inside it          0.8 %  1.1 %   0.4 %       2.0 %  1.4 %  0.5 %
                |
                |not fit to measure on
                |  unfit  It hums.
                |         Stop it.
                |  note   It is old.
                |         Wait.
                |
                """.trimMargin()
        }

        test("a machine whose noise nobody measured says how to") {
            DoctorText.render(diagnosis(noise = false), Palette.PLAIN) shouldContain
                "noise: not measured; to measure it: bench doctor --noise 30s\n"
        }

        test("both documents read back as they were written, and are valid") {
            val noise = diagnosis().noise
            Documents.noise(Documents.page(Documents.toJson(noise))) shouldBe noise
            for (each in listOf(true, false)) {
                val text = Documents.page(Documents.toJson(diagnosis(each)))
                Schemas().validate("x", text).shouldBeEmpty()
            }
        }
    })
