package benchwright.measure.command;

import benchwright.artifact.Documents;
import benchwright.measure.Reading.Figure;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import kotlinx.serialization.json.JsonElement;
import kotlinx.serialization.json.JsonObject;
import kotlinx.serialization.json.JsonPrimitive;
import org.jspecify.annotations.Nullable;

/**
 * The lines in which a program says something of itself: {@code {"metric": "images", "value": 3.5,
 * "unit": "1/s"}} and {@code {"stage": "load", "seconds": 1.5}}, with all of these fields and no
 * others, in any order.
 *
 * <p>Of a metric that is told several times the last value holds; of a stage all times add up.
 */
final class Messages {
  private static final int MOST_NAMES = 100;
  private static final String SECONDS = "s";
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

  private final Map<String, Figure> metrics = new LinkedHashMap<>();
  private final Map<String, Figure> stages = new LinkedHashMap<>();

  List<Figure> metrics() {
    return List.copyOf(metrics.values());
  }

  List<Figure> stages() {
    return List.copyOf(stages.values());
  }

  /** False if the line is none of these, but ordinary output. */
  boolean take(byte[] line) {
    JsonElement element;
    try {
      element = Documents.parse(new String(line, StandardCharsets.UTF_8));
    } catch (RuntimeException noJson) {
      return false;
    }
    if (!(element instanceof JsonObject fields)) {
      return false;
    }
    OptionalDouble value = number(fields.get("value"));
    Optional<String> metric = text(fields.get("metric")).filter(name -> !name.isBlank());
    Optional<String> unit = text(fields.get("unit"));
    if (fields.size() == 3 && metric.isPresent() && unit.isPresent() && value.isPresent()) {
      add(metrics, new Figure(metric.get(), unit.get(), value.getAsDouble()), (old, now) -> now);
      return true;
    }
    OptionalDouble seconds = number(fields.get("seconds"));
    Optional<String> stage = text(fields.get("stage")).filter(name -> !name.isBlank());
    if (fields.size() == 2 && stage.isPresent() && seconds.isPresent()) {
      add(stages, new Figure(stage.get(), SECONDS, seconds.getAsDouble()), Messages::sum);
      return true;
    }
    return false;
  }

  private static Figure sum(Figure one, Figure other) {
    return new Figure(one.name(), one.unit(), one.value() + other.value());
  }

  private static void add(Map<String, Figure> to, Figure figure, BinaryOperator<Figure> joined) {
    if (to.size() < MOST_NAMES || to.containsKey(figure.name())) {
      to.merge(figure.name(), figure, joined);
    }
  }

  private static Optional<String> text(@Nullable JsonElement element) {
    return element instanceof JsonPrimitive primitive && primitive.isString()
        ? Optional.of(primitive.getContent())
        : Optional.empty();
  }

  private static OptionalDouble number(@Nullable JsonElement element) {
    if (!(element instanceof JsonPrimitive primitive)
        || primitive.isString()
        || !NUMBER.matcher(primitive.getContent()).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(primitive.getContent());
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
