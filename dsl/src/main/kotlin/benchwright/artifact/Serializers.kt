package benchwright.artifact

import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.descriptors.PrimitiveKind
import kotlinx.serialization.descriptors.PrimitiveSerialDescriptor
import kotlinx.serialization.descriptors.SerialDescriptor
import kotlinx.serialization.encoding.Decoder
import kotlinx.serialization.encoding.Encoder
import kotlinx.serialization.json.JsonDecoder
import kotlinx.serialization.json.JsonEncoder
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonPrimitive

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
