package benchwright.suite

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/**
 * A program in any language that optimizes by talking over its standard input and output, as docs/programs.md says.
 *
 * Commands are lists of words, split at spaces and never handed to a shell: what needs a shell stands in a script of
 * its own. All of them are carried out in [directory].
 */
@JvmRecord
@Serializable
@SerialName("program")
public data class Program(
    override val id: String,
    /** Where its commands are carried out: relative to the directory in which `bench` is started. */
    val directory: String,
    /** The steps that build it, in their order; none if there is nothing to be built. */
    val build: List<String> = listOf(),
    /** The command that starts it; it is started anew for each trial. */
    val run: String,
    /** For how many seconds it may be silent between two messages, 1 to 86,400; then the trial has failed. */
    val patienceSeconds: Int = 60,
) : OptimizerSpec {
    public companion object {
        /** No program may be silent for longer, in seconds. */
        public const val LONGEST_PATIENCE: Int = 86_400

        /** The words of [command]: split at spaces, whatever stands between them. */
        @JvmStatic
        public fun words(command: String): List<String> =
            command.split(' ').filter { it.isNotEmpty() }
    }
}
