package benchwright.artifact

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** How a run ended. */
@Serializable
public enum class RunStatus {
    /** Every planned trial has a record, be it one of a failure. */
    @SerialName("complete")
    COMPLETE,

    /** Stopped before its end; it can be resumed. */
    @SerialName("interrupted")
    INTERRUPTED,

    /** Something other than a trial went wrong. */
    @SerialName("failed")
    FAILED,
    ;

    /** The word in the manifest: `complete`, `interrupted`, `failed`. */
    public val word: String get() = name.lowercase()
}

/** `run.json`: what was asked, where it ran, how it ended, and the digest of its results. */
@JvmRecord
@Serializable
public data class Manifest(
    @SerialName("\$schema")
    val schema: String,
    val formatVersion: Int,
    val runId: String,
    val status: RunStatus,
    /** `quick` or `full`. */
    val profile: String,
    val suite: SuiteStamp,
    /** SHA-256 over the planned trials, in hexadecimal digits. */
    val planDigest: String,
    /** Which part of the plan the run was to do; the digest is that of the whole plan. */
    val shard: Shard = Shard.WHOLE,
    /**
     * SHA-256 over the results, in hexadecimal digits; empty (in JSON: null) unless the run is complete, and where
     * time was measured, which is no result of the plan alone.
     */
    val resultsDigest: TextOrNull,
    val commit: CommitStamp,
    /** When the run began, in UTC: `2026-11-20T11:45:12.345Z`. */
    val startedAt: String,
    /** When the run ended; empty (in JSON: null) while it has not. */
    val finishedAt: TextOrNull,
    val environment: Environment,
    val totals: Totals,
    val resources: Resources,
    /** The selectors as the user wrote them, such as `--dim`, `2,10`; empty for everything. */
    val selection: List<String>,
    /** `none`, or `process` if the trials ran in worker processes. */
    val isolation: String,
    /** The code of the user's own that the suite's script saw, in the order of `--classpath`. */
    val classPath: List<CodeStamp> = emptyList(),
    /** Every file of the run but this one. */
    val files: List<ArtifactFile>,
    /** SHA-256 over all fields but this one, as canonical JSON; written with the file, so empty until then. */
    val manifestDigest: TextOrNull,
)

/** One of [count] parts of a plan, from 1 on; 1 of 1 is the whole plan. */
@JvmRecord
@Serializable
public data class Shard(
    val index: Int,
    val count: Int,
) {
    init {
        require(index in 1..count) { "a shard is 1 to its count; got $index of $count" }
    }

    /** Whether this is no part, but all. */
    public val isWhole: Boolean get() = count == 1

    /** As it is written on the command line: `2/5`. */
    override fun toString(): String = "$index/$count"

    public companion object {
        /** The whole plan. */
        @JvmField
        public val WHOLE: Shard = Shard(1, 1)
    }
}

/** A folder of classes or a jar of the user's own. */
@JvmRecord
@Serializable
public data class CodeStamp(
    /** As the user named it. */
    val path: String,
    /** SHA-256 over what lay there when the suite was compiled, in hexadecimal digits. */
    val sha256: String,
)

/** Which suite was run. */
@JvmRecord
@Serializable
public data class SuiteStamp(
    val name: String,
    val title: String,
    /** The script as the user named it; empty (in JSON: null) if there was none. */
    val file: TextOrNull,
    /** SHA-256 of the script, in hexadecimal digits; empty (in JSON: null) if there was none. */
    val sha256: TextOrNull,
)

/** Which state of the user's sources was run. */
@JvmRecord
@Serializable
public data class CommitStamp(
    /** Empty (in JSON: null) outside a repository. */
    val sha: TextOrNull,
    /** Empty (in JSON: null) outside a repository or off any branch. */
    val branch: TextOrNull,
    /** Whether files differed from the commit. */
    val dirty: Boolean,
) {
    public companion object {
        /** Of a run outside any repository. */
        @JvmField
        public val UNKNOWN: CommitStamp = CommitStamp("", "", false)
    }
}

/** The machine and the programs that ran the trials. */
@JvmRecord
@Serializable
public data class Environment(
    val host: String,
    /** Name, version and architecture: `Linux 6.1.0 amd64`. */
    val os: String,
    val cpu: String,
    val cores: Int,
    val memoryBytes: Long,
    val jvm: String,
    val kotlin: String,
    val benchwright: String,
    /** The frequency governor; empty (in JSON: null) where there is none to be seen. */
    val governor: TextOrNull,
    /** What makes measurements of time on this machine doubtful, as sentences. */
    val warnings: List<String>,
)

/** Counts over all trials, or all cases. */
@JvmRecord
@Serializable
public data class Totals
    @JvmOverloads
    constructor(
        val trials: Int,
        /** Trials and cases that failed. */
        val failed: Int,
        val evaluations: Long,
        /** The cases of a suite that measures time. */
        val timings: Int = 0,
    )

/**
 * What the run took; 0 where it is not known. A resumed run counts its last part only; of a merged run, times are those of
 * its shards added up, and peaks the largest of them.
 */
@JvmRecord
@Serializable
public data class Resources(
    val wallNanos: Long,
    val cpuNanos: Long,
    val peakRssBytes: Long,
    val peakHeapBytes: Long,
)

/** One file of a run. */
@JvmRecord
@Serializable
public data class ArtifactFile(
    /** Relative to the run directory, with slashes. */
    val path: String,
    /** SHA-256 of the file as it lies on the disk, in hexadecimal digits. */
    val sha256: String,
    /** The trials in it; 0 for a file that holds none. */
    val trials: Int,
    /** SHA-256 over the results in it, in hexadecimal digits; empty (in JSON: null) for a file that holds none. */
    val resultsDigest: TextOrNull,
)
