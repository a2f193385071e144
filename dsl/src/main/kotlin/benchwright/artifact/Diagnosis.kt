package benchwright.artifact

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** `bench doctor --json`: a machine, and whether it is fit to measure on. */
@JvmRecord
@Serializable
public data class Diagnosis(
    @SerialName("\$schema")
    val schema: String,
    val formatVersion: Int,
    /** UTC with milliseconds. */
    val at: String,
    val machine: MachineIdentity,
    val state: MachineState,
    val fit: Boolean,
    val remarks: List<Remark>,
    /** What its own noise was found to be; an empty one (in JSON: `launches` 0) if nobody measured it. */
    val noise: NoiseFloor,
)

/** What stays the same as long as a machine is the same. */
@JvmRecord
@Serializable
public data class MachineIdentity(
    /** 16 hexadecimal digits over all that follows. */
    val fingerprint: String,
    val cpu: String,
    /** How many processors are online. */
    val processors: Int,
    /** What is built in, rounded up; of more than 31 GiB to a sixteenth. */
    val memoryGib: Long,
    /** `Linux`, without a version. */
    val os: String,
    val architecture: String,
)

/** How a machine is at one moment; empty texts (in JSON: null) and NaN where it does not tell. */
@JvmRecord
@Serializable
public data class MachineState(
    /** How many processors are online. */
    val processors: Int,
    /** Runnable processes in the last minute. */
    val load: Decimal,
    /** The share of processor time that was used while somebody looked, by whomever. */
    val busyShare: Decimal,
    /** The share that other virtual machines took meanwhile. */
    val stealShare: Decimal,
    /** The frequency governors in use, with commas. */
    val governor: TextOrNull,
    /** `on` or `off`. */
    val turbo: TextOrNull,
    /** Address-space layout randomization: `full`, `partial` or `off`. */
    val aslr: TextOrNull,
    /** Of the hottest zone. */
    val celsius: Decimal,
    /** How often processors were slowed down for heat: meanwhile, or since the start if nobody looked before. */
    val throttlings: Long,
    /** `mains` or `battery`. */
    val power: TextOrNull,
    /** How many processors the control group may use at most. */
    val quota: Decimal,
    /** `virtual machine`, `container`, or both with a comma; what was seen, which need not be all. */
    val virtualization: TextOrNull,
    /** Simultaneous multithreading, two threads to a core: `on` or `off`. */
    val smt: TextOrNull,
)

/** Something that makes a machine a poor place to measure, and what to do about it. */
@JvmRecord
@Serializable
public data class Remark(
    /** Whether the machine is unfit for it. */
    val grave: Boolean,
    /** A sentence. */
    val text: String,
    /** A command, or a sentence. */
    val advice: String,
)

/** How different the same thing looks on one machine from launch to launch. */
@JvmRecord
@Serializable
public data class NoiseFloor(
    @SerialName("\$schema")
    val schema: String,
    val formatVersion: Int,
    /** UTC with milliseconds; empty (in JSON: null) if it was not measured. */
    val at: TextOrNull,
    val machine: MachineIdentity,
    /** How long was measured, in seconds. */
    val seconds: Decimal,
    val launches: Int,
    /** Of a program, from its start to its end. */
    val command: NoiseFigures,
    /** Of a loop inside the program, after a warm-up. */
    val operation: NoiseFigures,
    /** Before, during and after. */
    val load: List<Decimal>,
    val stealShare: Decimal,
) {
    public companion object {
        /** Of a machine that nobody has measured. */
        @JvmStatic
        public fun unknown(machine: MachineIdentity): NoiseFloor =
            NoiseFloor(
                Formats.NOISE,
                Formats.VERSION,
                "",
                machine,
                0.0,
                0,
                NoiseFigures.NONE,
                NoiseFigures.NONE,
                listOf(),
                Double.NaN,
            )
    }
}

/** What launches of identical code show; shares such as 0.05, NaN with too few launches. */
@JvmRecord
@Serializable
public data class NoiseFigures(
    /** Of the launches, in nanoseconds. */
    val median: Decimal,
    /** The standard deviation between launches over their mean. */
    val spread: Decimal,
    /** How many launches of each side the two designs below compare. */
    val side: Int,
    /** The largest false difference of medians if one side is measured after the other. */
    val block: Decimal,
    /** The largest false difference if they take turns, A B B A, by the median of the pairs' ratios. */
    val paired: Decimal,
    /** The smallest slowdown that six pairs find four times in five, with confidence 95 %. */
    val detectableBy6: Decimal,
    val detectableBy10: Decimal,
    val detectableBy30: Decimal,
) {
    public companion object {
        /** Of too few launches. */
        @JvmField
        public val NONE: NoiseFigures =
            NoiseFigures(
                Double.NaN,
                Double.NaN,
                0,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
            )
    }
}
