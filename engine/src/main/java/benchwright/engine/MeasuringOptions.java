package benchwright.engine;

import java.util.List;

/**
 * How time is measured.
 *
 * @param processors what is measured is held to these, counted from 0; empty for all
 * @param niceness 0 leaves priorities as they are; up to 19 what is measured gets less, down to -20
 *     more than others, where that is allowed
 * @param profilers of JMH, for operations, by their names
 */
public record MeasuringOptions(List<Integer> processors, int niceness, List<String> profilers) {
  /** On all processors, on any machine, without profilers. */
  public static final MeasuringOptions DEFAULTS = new MeasuringOptions(List.of(), 0, List.of());

  /**
   * @throws IllegalArgumentException if the niceness is none
   */
  public MeasuringOptions {
    if (niceness < -20 || niceness > 19) {
      throw new IllegalArgumentException("a niceness is -20 to 19; got " + niceness);
    }
    processors = List.copyOf(processors);
    profilers = List.copyOf(profilers);
  }
}
