package benchwright.artifact

import benchwright.suite.FunctionSpec
import benchwright.suite.OptimizerSpec
import benchwright.suite.Suite
import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.descriptors.PrimitiveKind
import kotlinx.serialization.descriptors.PrimitiveSerialDescriptor
import kotlinx.serialization.descriptors.SerialDescriptor
import kotlinx.serialization.encoding.Decoder
import kotlinx.serialization.encoding.Encoder
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonDecoder
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonEncoder
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive

/** Documents from JSON and to JSON, always in the same spelling. */
public object Documents {
    /** Names the kind of a value under `kind`, writes all fields, ignores unknown ones. */
    @JvmField
    public val json: Json =
        Json {
            classDiscriminator = "kind"
            encodeDefaults = true
            ignoreUnknownKeys = true
        }

    @JvmStatic
    public fun toJson(manifest: Manifest): JsonObject =
        json.encodeToJsonElement(Manifest.serializer(), manifest) as JsonObject

    @JvmStatic
    public fun toJson(summary: Summary): JsonObject =
        json.encodeToJsonElement(Summary.serializer(), summary) as JsonObject

    @JvmStatic
    public fun toJson(suite: Suite): JsonObject =
        json.encodeToJsonElement(Suite.serializer(), suite) as JsonObject

    /** `{"kind", "id", …parameters}`. */
    @JvmStatic
    public fun toJson(optimizer: OptimizerSpec): JsonObject =
        json.encodeToJsonElement(OptimizerSpec.serializer(), optimizer) as JsonObject

    /** `{"kind", "id", …}`. */
    @JvmStatic
    public fun toJson(function: FunctionSpec): JsonObject =
        json.encodeToJsonElement(FunctionSpec.serializer(), function) as JsonObject

    /** @throws kotlinx.serialization.SerializationException if [text] is no manifest. */
    @JvmStatic
    public fun manifest(text: String): Manifest = json.decodeFromString(Manifest.serializer(), text)

    /** @throws kotlinx.serialization.SerializationException if [text] is no summary. */
    @JvmStatic
    public fun summary(text: String): Summary = json.decodeFromString(Summary.serializer(), text)

    /** @throws kotlinx.serialization.SerializationException if [text] is no suite. */
    @JvmStatic
    public fun suite(text: String): Suite = json.decodeFromString(Suite.serializer(), text)

    /** @throws kotlinx.serialization.SerializationException if [text] is not JSON. */
    @JvmStatic
    public fun parse(text: String): JsonElement = json.parseToJsonElement(text)

    /**
     * The canonical text of [element]: no white space, fields in their order, whole numbers as they are, all other
     * numbers as [Decimals] spells them.
     */
    @JvmStatic
    public fun text(element: JsonElement): String =
        StringBuilder().also { append(element, it, -1) }.toString()

    /** As [text], but for people: a field of the document a line, an object of a list in it a line. */
    @JvmStatic
    public fun page(element: JsonElement): String =
        StringBuilder().also { append(element, it, 0) }.append('\n').toString()

    private fun append(
        element: JsonElement,
        to: StringBuilder,
        depth: Int,
    ) {
        when (element) {
            is JsonNull -> to.append("null")
            is JsonPrimitive -> append(element, to)
            is JsonObject -> append(element, to, depth)
            is JsonArray -> append(element, to, depth)
        }
    }

    private fun append(
        fields: JsonObject,
        to: StringBuilder,
        depth: Int,
    ) {
        val lines = depth == 0 && fields.isNotEmpty()
        var separator = if (lines) "\n  " else ""
        to.append('{')
        for ((name, value) in fields) {
            to.append(separator)
            quote(name, to)
            to.append(if (depth < 0) ":" else ": ")
            append(value, to, if (depth < 0) depth else depth + 1)
            separator =
                if (lines) {
                    ",\n  "
                } else if (depth < 0) {
                    ","
                } else {
                    ", "
                }
        }
        to.append(if (lines) "\n}" else "}")
    }

    private fun append(
        items: JsonArray,
        to: StringBuilder,
        depth: Int,
    ) {
        val lines = depth == 1 && items.any { it is JsonObject }
        var separator = if (lines) "\n    " else ""
        to.append('[')
        for (item in items) {
            to.append(separator)
            append(item, to, if (depth < 0) depth else depth + 1)
            separator =
                if (lines) {
                    ",\n    "
                } else if (depth < 0) {
                    ","
                } else {
                    ", "
                }
        }
        to.append(if (lines) "\n  ]" else "]")
    }

    private fun append(
        value: JsonPrimitive,
        to: StringBuilder,
    ) {
        val content = value.content
        when {
            value.isString -> quote(content, to)
            content == "true" || content == "false" -> to.append(content)
            content.all { it == '-' || it in '0'..'9' } -> to.append(content)
            else -> to.append(Decimals.json(Decimals.parse(content)))
        }
    }

    /** Text that is not well-formed UTF-16 has no place in a file: half of a pair becomes U+FFFD. */
    private fun quote(
        text: String,
        to: StringBuilder,
    ) {
        to.append('"')
        for (i in text.indices) {
            val c = text[i]
            when {
                c == '"' || c == '\\' -> to.append('\\').append(c)
                c >= ' ' -> to.append(if (isHalf(text, i)) '\uFFFD' else c)
                c == '\n' -> to.append("\\n")
                c == '\r' -> to.append("\\r")
                c == '\t' -> to.append("\\t")
                c == '\b' -> to.append("\\b")
                c == '\u000C' -> to.append("\\f")
                else -> to.append("\\u00").append(HEX[c.code shr 4]).append(HEX[c.code and 15])
            }
        }
        to.append('"')
    }

    private fun isHalf(
        text: String,
        i: Int,
    ): Boolean =
        when {
            text[i].isHighSurrogate() -> i + 1 == text.length || !text[i + 1].isLowSurrogate()
            text[i].isLowSurrogate() -> i == 0 || !text[i - 1].isHighSurrogate()
            else -> false
        }

    private const val HEX = "0123456789abcdef"
}

/** A double in JSON, as [Decimals] spells it. */
public typealias Decimal =
    @Serializable(with = DecimalSerializer::class)
    Double

/** A double in JSON, as [Decimals] spells it; infinity is null. */
public typealias DecimalOrNull =
    @Serializable(with = DecimalOrNullSerializer::class)
    Double

/** A text in JSON; the empty text is null. */
public typealias TextOrNull =
    @Serializable(with = TextOrNullSerializer::class)
    String

/** Numbers as [Decimals] spells them; what JSON has no number for as a string. */
public object DecimalSerializer : KSerializer<Double> {
    override val descriptor: SerialDescriptor =
        PrimitiveSerialDescriptor("benchwright.Decimal", PrimitiveKind.DOUBLE)

    override fun serialize(
        encoder: Encoder,
        value: Double,
    ) {
        // The number keeps the JVM's spelling here; Documents.text and .page spell it anew.
        (encoder as JsonEncoder).encodeJsonElement(
            if (value.isFinite()) JsonPrimitive(value) else JsonPrimitive(Decimals.text(value)),
        )
    }

    override fun deserialize(decoder: Decoder): Double =
        Decimals.parse(((decoder as JsonDecoder).decodeJsonElement() as JsonPrimitive).content)
}

/** As [DecimalSerializer], with null for infinity. */
public object DecimalOrNullSerializer : KSerializer<Double> {
    override val descriptor: SerialDescriptor =
        PrimitiveSerialDescriptor("benchwright.DecimalOrNull", PrimitiveKind.DOUBLE)

    override fun serialize(
        encoder: Encoder,
        value: Double,
    ) {
        if (value == Double.POSITIVE_INFINITY) {
            (encoder as JsonEncoder).encodeJsonElement(JsonNull)
        } else {
            DecimalSerializer.serialize(encoder, value)
        }
    }

    override fun deserialize(decoder: Decoder): Double {
        val element = (decoder as JsonDecoder).decodeJsonElement() as JsonPrimitive
        return if (element is JsonNull) {
            Double.POSITIVE_INFINITY
        } else {
            Decimals.parse(
                element.content,
            )
        }
    }
}

/** Null for the empty text. */
public object TextOrNullSerializer : KSerializer<String> {
    override val descriptor: SerialDescriptor =
        PrimitiveSerialDescriptor("benchwright.TextOrNull", PrimitiveKind.STRING)

    override fun serialize(
        encoder: Encoder,
        value: String,
    ) {
        (encoder as JsonEncoder).encodeJsonElement(
            if (value.isEmpty()) JsonNull else JsonPrimitive(value),
        )
    }

    override fun deserialize(decoder: Decoder): String {
        val element = (decoder as JsonDecoder).decodeJsonElement() as JsonPrimitive
        return if (element is JsonNull) "" else element.content
    }
}
