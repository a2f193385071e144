package benchwright.measure

import benchwright.artifact.Environment
import benchwright.artifact.MachineState
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Files

class SensorsSpec :
    FunSpec({
        fun machine() = FakeMachine.quiet(Files.createTempDirectory(tempdir().toPath(), "m"))

        fun FakeMachine.glance() = Sensors(root).glance()

        fun FakeMachine.state() = glance().state()

        /** How the machine was while [during] happened. */
        fun FakeMachine.meanwhile(during: FakeMachine.() -> Unit): MachineState {
            val before = glance()
            during()
            return glance().since(before)
        }

        test("all that a machine tells is read") {
            val state = machine().meanwhile { ticks(1020, 9970, 10) }
            state shouldBe
                MachineState(
                    4,
                    0.05,
                    0.02,
                    0.01,
                    "performance",
                    "off",
                    "full",
                    52.5,
                    0,
                    "mains",
                    Double.NaN,
                    "",
                    "off",
                )
        }

        test("a machine that tells nothing is unknown, and nothing is held against it") {
            val state =
                Sensors(
                    Files.createTempDirectory(tempdir().toPath(), "none"),
                ).glance().state()
            state.load.isNaN() shouldBe true
            state.governor shouldBe ""
            state.turbo shouldBe ""
            state.processors shouldBe Runtime.getRuntime().availableProcessors()
        }

        test("the least quota counts: of the group itself, of those above it, of version 1") {
            val machine = machine()
            machine.write("sys/fs/cgroup/user.slice/cpu.max", "300000 100000")
            machine.state().quota shouldBe 3.0
            machine.write("sys/fs/cgroup/user.slice/session/cpu.max", "150000 100000")
            machine.state().quota shouldBe 1.5
            machine.write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "50000")
            machine.write("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000")
            machine.state().quota shouldBe 0.5
            machine.write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1")
            machine.state().quota shouldBe 1.5
        }

        test("turbo is told by Intel's switch or by the other, which means the opposite") {
            val machine = machine().write("${FakeMachine.CPU}/intel_pstate/no_turbo", "0")
            machine.state().turbo shouldBe "on"
            Files.delete(machine.root.resolve("${FakeMachine.CPU}/intel_pstate/no_turbo"))
            machine.write("${FakeMachine.CPU}/cpufreq/boost", "0")
            machine.state().turbo shouldBe "off"
        }

        test("processors online are counted over ranges") {
            Sensors.count("0-3,8,10-11") shouldBe 7
            Sensors.count("0") shouldBe 1
            Sensors.count("") shouldBe 0
        }

        test("a quiet machine is fit") {
            val quietness = Quietness.of(machine().meanwhile { ticks(1020, 9980) })
            quietness.remarks().shouldBeEmpty()
            quietness.isFit shouldBe true
        }

        fun grave(change: FakeMachine.() -> Unit): String {
            val machine = machine()
            val state =
                machine.meanwhile {
                    ticks(1020, 9980)
                    change()
                }
            val quietness = Quietness.of(state)
            quietness.isFit shouldBe false
            quietness.reasons() shouldHaveSize 1
            return quietness.reasons().single().text
        }

        test("each thing that makes a machine unfit is a sentence of its own") {
            grave { ticks(1500, 9500) } shouldBe "Other programs use 50 % of the processors."
            grave { ticks(1020, 9930, 50) } shouldBe
                "Other virtual machines take 5.0 % of the processor time."
            grave { processor(1, "powersave") } shouldContain "performance,powersave"
            grave { write("sys/class/thermal/thermal_zone1/temp", "93000") } shouldContain "93 °C"
            grave {
                write(
                    "${FakeMachine.CPU}/cpu0/thermal_throttle/core_throttle_count",
                    "5",
                )
            } shouldContain
                "slowed down for heat"
            grave {
                write("sys/class/power_supply/AC/online", "0")
                write("sys/class/power_supply/BAT0/status", "Discharging")
            } shouldBe "It runs on its battery."
            grave { write("${FakeMachine.CPU}/online", "0") } shouldContain "one processor"
            grave {
                write(
                    "sys/fs/cgroup/user.slice/session/cpu.max",
                    "150000 100000",
                )
            } shouldContain
                "1.50 processors"
        }

        test("what only may disturb is a note, and the machine stays fit") {
            fun note(change: FakeMachine.() -> Unit): String {
                val state =
                    machine().meanwhile {
                        ticks(1020, 9980)
                        change()
                    }
                val quietness = Quietness.of(state)
                quietness.isFit shouldBe true
                return quietness.remarks().single().text
            }
            note { write("proc/loadavg", "2.50 1 1 1/1 1") } shouldContain
                "load of the last minute is 2.5"
            note { write("${FakeMachine.CPU}/intel_pstate/no_turbo", "0") } shouldContain "Turbo"
            note { write("${FakeMachine.CPU}/smt/active", "1") } shouldContain "share a core"
            note { write("proc/cpuinfo", "flags : fpu hypervisor sse") } shouldContain
                "virtual machine"
            note {
                write(
                    "sys/fs/cgroup/user.slice/session/cpu.max",
                    "250000 100000",
                )
            } shouldContain
                "2.50 processors"
        }

        test("where nobody watched for a while, the load decides") {
            val state =
                machine().write("proc/loadavg", "2.50 1 1 1/1 1").state()
            Quietness.of(state).isFit shouldBe false
        }

        test("what was measured says what it was measured under") {
            val machine = machine()
            val before = machine.glance()
            machine.ticks(1900, 10_000, 100).write("proc/loadavg", "1.90 1 1 1/1 1")
            val conditions = machine.glance().conditionsSince(before, "2,3")
            conditions.loadBefore shouldBe 0.05
            conditions.loadAfter shouldBe 1.9
            conditions.stealShare shouldBe (0.05 plusOrMinus 1e-12)
            conditions.pinned shouldBe "2,3"
            conditions.governor shouldBe "performance"
            conditions.aslr shouldBe "full"
            conditions.warnings shouldBe
                listOf("Other virtual machines took 5.0 % of the processor time.")
        }

        fun environment(
            cpu: String = "Fast 9000",
            memory: Long = 16_693_694_464,
            host: String = "a",
        ) = Environment(host, "Debian 12, Linux 6.1", cpu, 4, memory, "j", "k", "b", "", listOf())

        test("the fingerprint is the same as long as the machine is") {
            fun of(environment: Environment) =
                MachineFingerprint.of(environment, 4, "Linux", "amd64")
            val here = of(environment())
            here.memoryGib shouldBe 16
            here.fingerprint.length shouldBe 16
            MachineFingerprint.gib(541_000_000_000) shouldBe 512
            of(environment(host = "b")).fingerprint shouldBe here.fingerprint
            // The kernel keeps another share of the memory for itself.
            of(environment(memory = 16_600_000_000)).fingerprint shouldBe here.fingerprint
            of(environment(cpu = "Fast 9001")).fingerprint shouldNotBe here.fingerprint
            of(environment(memory = 33_000_000_000)).fingerprint shouldNotBe here.fingerprint
            MachineFingerprint.of(environment(), 2, "Linux", "amd64").fingerprint shouldNotBe
                here.fingerprint
        }
    })
