package benchwright.artifact

import benchwright.suite.FunctionSpec
import benchwright.suite.Implementation
import benchwright.suite.OptimizerSpec
import benchwright.suite.Suite
import benchwright.suite.SuiteJson
import benchwright.suite.Timing
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject

/** Documents from JSON and to JSON, always in the same spelling. */
public object Documents {
    /** Names the kind of a value under `kind`, writes all fields, ignores unknown ones. */
    @JvmField
    public val json: Json = SuiteJson.json

    @JvmStatic
    public fun toJson(manifest: Manifest): JsonObject =
        json.encodeToJsonElement(Manifest.serializer(), manifest) as JsonObject

    @JvmStatic
    public fun toJson(summary: Summary): JsonObject =
        json.encodeToJsonElement(Summary.serializer(), summary) as JsonObject

    @JvmStatic
    public fun toJson(row: TimingRow): JsonObject =
        json.encodeToJsonElement(TimingRow.serializer(), row) as JsonObject

    @JvmStatic
    public fun toJson(row: GrowthRow): JsonObject =
        json.encodeToJsonElement(GrowthRow.serializer(), row) as JsonObject

    @JvmStatic
    public fun toJson(row: EquivalenceRow): JsonObject =
        json.encodeToJsonElement(EquivalenceRow.serializer(), row) as JsonObject

    @JvmStatic
    public fun toJson(diagnosis: Diagnosis): JsonObject =
        json.encodeToJsonElement(Diagnosis.serializer(), diagnosis) as JsonObject

    @JvmStatic
    public fun toJson(noise: NoiseFloor): JsonObject =
        json.encodeToJsonElement(NoiseFloor.serializer(), noise) as JsonObject

    @JvmStatic
    public fun toJson(comparison: Comparison): JsonObject =
        json.encodeToJsonElement(Comparison.serializer(), comparison) as JsonObject

    @JvmStatic
    public fun toJson(baseline: Baseline): JsonObject =
        json.encodeToJsonElement(Baseline.serializer(), baseline) as JsonObject

    @JvmStatic
    public fun toJson(pairs: Pairs): JsonObject =
        json.encodeToJsonElement(Pairs.serializer(), pairs) as JsonObject

    @JvmStatic
    public fun toJson(trend: Trend): JsonObject =
        json.encodeToJsonElement(Trend.serializer(), trend) as JsonObject

    @JvmStatic
    public fun toJson(changes: KnownChanges): JsonObject =
        json.encodeToJsonElement(KnownChanges.serializer(), changes) as JsonObject

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

    /** `{"kind", "id", …}`. */
    @JvmStatic
    public fun toJson(implementation: Implementation): JsonObject =
        json.encodeToJsonElement(Implementation.serializer(), implementation) as JsonObject

    @JvmStatic
    public fun toJson(timing: Timing): JsonObject =
        json.encodeToJsonElement(Timing.serializer(), timing) as JsonObject

    @JvmStatic
    public fun toJson(timings: Timings): JsonObject =
        json.encodeToJsonElement(Timings.serializer(), timings) as JsonObject

    @JvmStatic
    public fun toJson(case: TimedCase): JsonObject =
        json.encodeToJsonElement(TimedCase.serializer(), case) as JsonObject

    /** @throws kotlinx.serialization.SerializationException if [text] is no manifest. */
    @JvmStatic
    public fun manifest(text: String): Manifest = json.decodeFromString(Manifest.serializer(), text)

    /** @throws kotlinx.serialization.SerializationException if [text] is no summary. */
    @JvmStatic
    public fun summary(text: String): Summary = json.decodeFromString(Summary.serializer(), text)

    /** @throws kotlinx.serialization.SerializationException if [text] is no noise floor. */
    @JvmStatic
    public fun noise(text: String): NoiseFloor =
        json.decodeFromString(NoiseFloor.serializer(), text)

    /** @throws kotlinx.serialization.SerializationException if [text] is no comparison. */
    @JvmStatic
    public fun comparison(text: String): Comparison =
        json.decodeFromString(Comparison.serializer(), text)

    /** @throws kotlinx.serialization.SerializationException if [text] is no baseline. */
    @JvmStatic
    public fun baseline(text: String): Baseline = json.decodeFromString(Baseline.serializer(), text)

    /** @throws kotlinx.serialization.SerializationException if [text] holds no pairs. */
    @JvmStatic
    public fun pairs(text: String): Pairs = json.decodeFromString(Pairs.serializer(), text)

    /** @throws kotlinx.serialization.SerializationException if [text] is no trend. */
    @JvmStatic
    public fun trend(text: String): Trend = json.decodeFromString(Trend.serializer(), text)

    /** @throws kotlinx.serialization.SerializationException if [text] is none. */
    @JvmStatic
    public fun knownChanges(text: String): KnownChanges =
        json.decodeFromString(KnownChanges.serializer(), text)

    /** @throws kotlinx.serialization.SerializationException if [text] is no suite. */
    @JvmStatic
    public fun suite(text: String): Suite = json.decodeFromString(Suite.serializer(), text)

    /** @throws kotlinx.serialization.SerializationException if [text] is no optimizer. */
    @JvmStatic
    public fun optimizer(text: String): OptimizerSpec =
        json.decodeFromString(OptimizerSpec.serializer(), text)

    /** @throws kotlinx.serialization.SerializationException if [text] is none. */
    @JvmStatic
    public fun timings(text: String): Timings = json.decodeFromString(Timings.serializer(), text)

    /** @throws kotlinx.serialization.SerializationException if [text] is none. */
    @JvmStatic
    public fun timedCase(text: String): TimedCase =
        json.decodeFromString(TimedCase.serializer(), text)

    /** @throws kotlinx.serialization.SerializationException if [text] is not JSON. */
    @JvmStatic
    public fun parse(text: String): JsonElement = json.parseToJsonElement(text)

    /**
     * The canonical text of [element]: no white space, fields in their order, whole numbers as they are, all other
     * numbers as [Decimals] spells them.
     */
    @JvmStatic
    public fun text(element: JsonElement): String = JsonText(lines = false).of(element)

    /** As [text], but for people: a field of the document a line, an object of a list in it a line. */
    @JvmStatic
    public fun page(element: JsonElement): String = JsonText(lines = true).of(element) + "\n"
}
