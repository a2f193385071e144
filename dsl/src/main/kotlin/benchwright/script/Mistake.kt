package benchwright.script

import kotlinx.serialization.Serializable

/** What a script did wrong, where, and what to write instead. */
@JvmRecord
@Serializable
public data class Mistake(
    /** Counted from 1. */
    val line: Int,
    /** Counted from 1. */
    val column: Int,
    /** One sentence without a full stop: what was read and what is allowed. */
    val text: String,
    /** What to write instead; empty if the text says it all. */
    val remedy: String,
)
