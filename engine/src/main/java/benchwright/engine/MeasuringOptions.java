package benchwright.engine;

import java.util.List;

/**
 * How time is measured.
 *
 * @param processors what is measured is held to these, counted from 0; empty for all
 * @param requireQuiet whether nothing is measured on a machine that is not fit to
 * @param profilers of JMH, for operations, by their names
 */
public record MeasuringOptions(
    List<Integer> processors, boolean requireQuiet, List<String> profilers) {
  /** On all processors, on any machine, without profilers. */
  public static final MeasuringOptions DEFAULTS = new MeasuringOptions(List.of(), false, List.of());

  public MeasuringOptions {
    processors = List.copyOf(processors);
    profilers = List.copyOf(profilers);
  }
}
