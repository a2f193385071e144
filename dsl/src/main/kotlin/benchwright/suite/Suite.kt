package benchwright.suite

import kotlinx.serialization.EncodeDefault
import kotlinx.serialization.ExperimentalSerializationApi
import kotlinx.serialization.Serializable

/** What is asked for: everything that a `.bench.kts` file says, as plain data. */
@JvmRecord
@Serializable
public data class Suite
    @JvmOverloads
    constructor(
        /** The name of the file without `.bench.kts`. */
        val name: String,
        val title: String,
        val optimizers: List<OptimizerSpec>,
        /** What a run does unless it is asked to be quick. */
        val full: Profile,
        /** What `--quick` runs; equal to [full] where the suite has no quick block. */
        val quick: Profile,
        val targets: Targets,
        val thresholds: List<Threshold>,
        val publications: List<Publication>,
        /** What is measured: a suite has either optimizers, or this; only then it stands in the JSON. */
        @OptIn(ExperimentalSerializationApi::class)
        @EncodeDefault(EncodeDefault.Mode.NEVER)
        val speed: Speed = Speed.NONE,
        /** The document that specifies the suite, as a path in its project; empty if there is none. */
        @OptIn(ExperimentalSerializationApi::class)
        @EncodeDefault(EncodeDefault.Mode.NEVER)
        val spec: String = "",
    )

/** One extent of a suite: which trials, and how long each may go on. */
@JvmRecord
@Serializable
public data class Profile
    @JvmOverloads
    constructor(
        val functions: List<FunctionSpec>,
        val dimensions: List<Int>,
        val instances: List<Int>,
        val seeds: List<Long>,
        val budget: Budget,
        /** After so many seconds no further trial is begun; 0 for no limit. */
        val limitSeconds: Long = 0,
    )
