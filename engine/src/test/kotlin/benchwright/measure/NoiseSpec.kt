package benchwright.measure

import benchwright.artifact.MachineIdentity
import benchwright.artifact.NoiseFloor
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.ints.shouldBeGreaterThanOrEqual
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.time.Duration
import java.util.Optional

class NoiseSpec :
    FunSpec({
        val machine = MachineIdentity("0123456789abcdef", "Fast 9000", 4, 16, "Linux", "amd64")
        val root = FakeMachine.quiet(tempdir().toPath()).root

        fun measure(
            vararg command: String,
            cancelled: Boolean = false,
        ) = NoiseMeasurement(command.toList(), Sensors(root), Clock.systemUTC())
            .measure(machine, Duration.ofMillis(1), { cancelled }) { }

        test("the load is launched in JVMs of its own, and its figures are kept for the machine") {
            val command = NoiseMeasurement.command(Path.of(System.getProperty("java.home")))
            val outcome = measure(*command.toTypedArray()) as NoiseMeasurement.Outcome.Measured
            val floor = outcome.floor()
            floor.launches shouldBeGreaterThanOrEqual 12
            floor.command.side shouldBe 3
            check(floor.operation.median > 0 && floor.operation.median < floor.command.median)
            check(
                floor.command.block >= 0 &&
                    floor.command.detectableBy6 >= floor.command.detectableBy30,
            )
            floor.load shouldHaveSize 3
            val store = NoiseStore(tempdir().toPath())
            store.find(machine) shouldBe Optional.empty()
            store.keep(floor)
            store.keep(floor)
            store.find(machine) shouldBe Optional.of(floor)
        }

        test("a file that is no noise floor, or another machine's, is none") {
            val store = NoiseStore(tempdir().toPath())
            store.keep(NoiseFloor.unknown(machine))
            Files.writeString(store.file(machine), "{}")
            store.find(machine) shouldBe Optional.empty()
            Files.writeString(store.file(machine), "not JSON")
            store.find(machine) shouldBe Optional.empty()
        }

        test("a load that cannot be launched, fails or says nothing is told") {
            fun reason(vararg command: String) =
                (measure(*command) as NoiseMeasurement.Outcome.Failed).reason()
            reason("/no/such/program") shouldContain "could not be launched"
            reason("false") shouldContain "ended with 1"
            reason("echo", "hello") shouldContain "hello"
        }

        test("who cancels gets no figures") {
            val outcome = measure("echo", "1000 5", cancelled = true)
            outcome shouldBe NoiseMeasurement.Outcome.Failed("Interrupted.")
        }
    })
