package benchwright.engine;

import java.util.List;

/**
 * How time is measured.
 *
 * @param processors what is measured is held to these, counted from 0; empty for all
 * @param profilers of JMH, for operations, by their names
 */
public record MeasuringOptions(List<Integer> processors, List<String> profilers) {
  /** On all processors, on any machine, without profilers. */
  public static final MeasuringOptions DEFAULTS = new MeasuringOptions(List.of(), List.of());

  public MeasuringOptions {
    processors = List.copyOf(processors);
    profilers = List.copyOf(profilers);
  }
}
