package benchwright.measure

import java.nio.file.Files
import java.nio.file.Path

/** A made-up root of a file system below [root], with files as Linux has them. */
internal class FakeMachine(
    val root: Path,
) {
    fun write(
        file: String,
        text: String,
    ): FakeMachine {
        val path = root.resolve(file)
        Files.createDirectories(path.parent)
        Files.writeString(path, text + "\n")
        return this
    }

    fun read(file: String): String = Files.readString(root.resolve(file)).trim()

    /** Ticks of all processors: busy, idle, stolen. */
    fun ticks(
        busy: Long,
        idle: Long,
        stolen: Long = 0,
    ) = write("proc/stat", "cpu  $busy 0 0 $idle 0 0 0 $stolen 7 0\ncpu0 1 2 3 4 5 6 7 8 9 0")

    fun processor(
        number: Int,
        governor: String,
    ) = write("$CPU/cpu$number/cpufreq/scaling_governor", governor)

    companion object {
        const val CPU = "sys/devices/system/cpu"

        /** Bare metal with all that can be told, quiet and steady. */
        fun quiet(root: Path) =
            FakeMachine(root)
                .ticks(1000, 9000)
                .write("proc/loadavg", "0.05 0.10 0.20 1/100 4242")
                .write("proc/cpuinfo", "processor : 0\nmodel name : Fast 9000\nflags : fpu sse2")
                .write("proc/meminfo", "MemTotal: 16303412 kB")
                .write("proc/sys/kernel/randomize_va_space", "2")
                .write("proc/self/cgroup", "0::/user.slice/session")
                .write("sys/fs/cgroup/user.slice/session/cpu.max", "max 100000")
                .write("$CPU/online", "0-3")
                .write("$CPU/smt/active", "0")
                .write("$CPU/intel_pstate/no_turbo", "1")
                .write("sys/class/thermal/thermal_zone0/temp", "41000")
                .write("sys/class/thermal/thermal_zone1/temp", "52500")
                .write("sys/class/thermal/thermal_zone2/temp", "-1")
                .write("sys/class/power_supply/AC/type", "Mains")
                .write("sys/class/power_supply/AC/online", "1")
                .write("sys/class/power_supply/BAT0/type", "Battery")
                .write("sys/class/power_supply/BAT0/status", "Full")
                .write("$CPU/cpu0/thermal_throttle/core_throttle_count", "3")
                .write("$CPU/cpu1/thermal_throttle/package_throttle_count", "4")
                .processor(0, "performance")
                .processor(1, "performance")
    }
}
