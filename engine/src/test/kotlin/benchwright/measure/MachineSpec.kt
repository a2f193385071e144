package benchwright.measure

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.longs.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith
import java.io.File

class MachineSpec :
    FunSpec({
        fun root(vararg files: Pair<String, String>) =
            tempdir().also { root ->
                for ((path, text) in files) {
                    File(root, path).also { it.parentFile.mkdirs() }.writeText(text)
                }
            }

        val linux =
            arrayOf(
                "proc/cpuinfo" to "processor\t: 0\nmodel name\t: Fast One @ 3 GHz\nflags\t: fpu\n",
                "proc/meminfo" to "MemTotal:       24105 kB\nMemFree: 7 kB\n",
                "proc/sys/kernel/hostname" to "sealion\n",
                "etc/os-release" to "NAME=x\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\n",
                "proc/loadavg" to "0.00 0.01 0.05 1/100 4242\n",
            )

        test("the machine is read from /proc") {
            val environment = Machine(root(*linux).toPath()).environment("1.2.3")
            environment.host shouldBe "sealion"
            environment.cpu shouldBe "Fast One @ 3 GHz"
            environment.memoryBytes shouldBe 24105L * 1024
            environment.os shouldStartWith "Debian GNU/Linux 12 (bookworm), "
            environment.benchwright shouldBe "1.2.3"
            environment.governor shouldBe ""
            environment.warnings.shouldBeEmpty()
        }

        test("a busy machine and a saving governor are told") {
            val environment =
                Machine(
                    root(
                        *linux,
                        "proc/loadavg" to "900.25 1.00 1.00 1/100 4242\n",
                        "sys/devices/system/cpu/cpu0/cpufreq/scaling_governor" to "powersave\n",
                    ).toPath(),
                ).environment("1")
            environment.governor shouldBe "powersave"
            environment.warnings[0] shouldContain "load 900.25"
            environment.warnings[1] shouldContain "powersave"
        }

        test("a machine without /proc is asked by other means") {
            val environment = Machine(root().toPath()).environment("1")
            environment.memoryBytes shouldBeGreaterThan 0
            environment.cores shouldBe Runtime.getRuntime().availableProcessors()
        }

        test("peak and processor time come from status and stat, whatever the process is called") {
            val machine =
                Machine(
                    root(
                        "proc/self/status" to "Name:\tjava\nVmHWM:\t  1000 kB\nVmRSS:\t 900 kB\n",
                        "proc/self/stat" to "1 (a ) b) S 1 2 3 4 5 6 7 8 9 10 200 30 4 1 20 0 11\n",
                    ).toPath(),
                )
            machine.peakResidentBytes() shouldBe 1000L * 1024
            machine.cpuNanos() shouldBe 235L * 10_000_000
        }

        test("this very process has a peak") {
            if (File("/proc/self/status").exists()) {
                Machine(File("/").toPath()).peakResidentBytes() shouldBeGreaterThan 10_000_000
            }
        }
    })
