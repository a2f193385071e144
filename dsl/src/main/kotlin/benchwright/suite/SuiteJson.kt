package benchwright.suite

import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.Json

/** The suite as JSON: every value written out, kinds under `kind`, unknown keys ignored when read. */
public object SuiteJson {
    internal val json: Json =
        Json {
            classDiscriminator = "kind"
            encodeDefaults = true
            ignoreUnknownKeys = true
        }

    /** The text of [suite], in one line; the same text for equal suites. */
    @JvmStatic
    public fun write(suite: Suite): String = json.encodeToString(Suite.serializer(), suite)

    /**
     * The suite that [text] describes.
     *
     * @throws IllegalArgumentException if it describes none.
     */
    @JvmStatic
    @Throws(IllegalArgumentException::class)
    public fun read(text: String): Suite =
        try {
            json.decodeFromString(Suite.serializer(), text)
        } catch (e: SerializationException) {
            throw IllegalArgumentException("not a suite: ${e.message}", e)
        }
}
