package benchwright.measure

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Files

class TuningSpec :
    FunSpec({
        val turbo = "${FakeMachine.CPU}/intel_pstate/no_turbo"

        fun governor(number: Int) = "${FakeMachine.CPU}/cpu$number/cpufreq/scaling_governor"

        fun lively(): FakeMachine =
            FakeMachine
                .quiet(Files.createTempDirectory(tempdir().toPath(), "m"))
                .processor(0, "powersave")
                .processor(1, "schedutil")
                .write(turbo, "0")
                .write("run/keep", "")

        test("tuning sets all processors, and restoring puts back each as it was") {
            val machine = lively()
            val tuning = Tuning(machine.root)
            tuning.tune().done() shouldHaveSize 3
            machine.read(governor(0)) shouldBe "performance"
            machine.read(governor(1)) shouldBe "performance"
            machine.read(turbo) shouldBe "1"
            tuning.isTuned shouldBe true
            tuning.restore().refused().shouldBeEmpty()
            machine.read(governor(0)) shouldBe "powersave"
            machine.read(governor(1)) shouldBe "schedutil"
            machine.read(turbo) shouldBe "0"
            tuning.isTuned shouldBe false
            tuning.restore() shouldBe Tuning.Outcome(listOf(), listOf(), listOf())
        }

        test("who tunes twice gets back what was there at first") {
            val machine = lively()
            Tuning(machine.root).tune()
            // Somebody, or a hotplug, has changed one in between.
            machine.processor(0, "ondemand")
            Tuning(machine.root).tune()
            Tuning(machine.root).restore()
            machine.read(governor(0)) shouldBe "powersave"
            machine.read(turbo) shouldBe "0"
        }

        test("nothing is set that could not be put back") {
            val machine = lively()
            Files.delete(machine.root.resolve("run/keep"))
            Files.delete(machine.root.resolve("run"))
            val outcome = Tuning(machine.root).tune()
            outcome.done().shouldBeEmpty()
            outcome.refused().single() shouldContain "Nothing was set"
            machine.read(governor(0)) shouldBe "powersave"
        }

        test("what is refused is told, the rest is set and can be put back") {
            val machine = lively()
            Files.delete(machine.root.resolve(governor(1)))
            Files.createDirectory(machine.root.resolve(governor(1)))
            val outcome = Tuning(machine.root).tune()
            outcome.done() shouldHaveSize 2
            outcome.refused().single() shouldContain governor(1)
            Tuning(machine.root).restore().refused().shouldBeEmpty()
            machine.read(governor(0)) shouldBe "powersave"
        }

        test("the other switch of turbo is the other way round") {
            val machine = lively()
            Files.delete(machine.root.resolve(turbo))
            machine.write("${FakeMachine.CPU}/cpufreq/boost", "1")
            Tuning(machine.root).tune()
            machine.read("${FakeMachine.CPU}/cpufreq/boost") shouldBe "0"
        }

        test("a machine without switches is told so, and nothing is kept") {
            val root = Files.createTempDirectory(tempdir().toPath(), "m")
            val outcome = Tuning(root).tune()
            outcome.absent() shouldHaveSize 2
            outcome.refused().shouldBeEmpty()
            Tuning(root).isTuned shouldBe false
        }

        test("restoring writes to nothing but switches, whatever the kept file says") {
            val machine =
                lively()
                    .write(
                        "etc/passwd",
                        "root",
                    ).write("run/benchwright-tune", "etc/passwd x")
            val outcome = Tuning(machine.root).restore()
            machine.read("etc/passwd") shouldBe "root"
            outcome.refused() shouldContain "Nothing of ours: etc/passwd x"
            machine.write(
                "run/benchwright-tune",
                "${FakeMachine.CPU}/cpu0/../../../../../etc/passwd x",
            )
            Tuning(machine.root).restore()
            machine.read("etc/passwd") shouldBe "root"
        }
    })
