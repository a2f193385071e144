package benchwright.plan;

import java.util.List;

/**
 * What an artifact and {@code bench list} say about an optimizer.
 *
 * @param kind the word for the algorithm, as in the suite's document
 * @param determinism {@code own}: the same bits on every JVM; {@code adapted}: pinned to a
 *     library's version; {@code script}: as deterministic as its author made it
 */
public record OptimizerEntry(
    String id, String kind, List<Parameter> parameters, String determinism) {
  public OptimizerEntry {
    parameters = List.copyOf(parameters);
  }

  /** A named number. */
  public sealed interface Parameter {
    String name();

    /** A parameter that is a whole number. */
    record Whole(String name, long value) implements Parameter {}

    /** A parameter that is a real number. */
    record Real(String name, double value) implements Parameter {}
  }
}
