package benchwright.cli;

import benchwright.engine.MeasuringOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The flags that say how time is measured. */
final class MeasuringFlags {
  static final Flag PIN =
      Flag.value("--pin", "CPUS", "Hold what is measured to these processors: 1 or 2,3 or 4-7.");
  static final Flag NICE =
      Flag.value("--nice", "N", "Priority of what is measured: 19 the least, as root down to -20.");
  static final Flag REQUIRE_QUIET =
      Flag.toggle("--require-quiet", "Measure only on a machine that is fit to; else exit with 6.");
  static final Flag PROFILER =
      Flag.value("--profiler", "NAMES", "JMH's profilers for operations: stack,perfnorm,jfr.");

  private MeasuringFlags() {}

  static MeasuringOptions options(Arguments arguments) throws Complaint {
    List<String> profilers =
        Arrays.stream(arguments.value(PROFILER.name()).orElse("").split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
    return new MeasuringOptions(
        processors(arguments.value(PIN.name()).orElse("")),
        niceness(arguments.value(NICE.name()).orElse("0")),
        profilers);
  }

  private static int niceness(String text) throws Complaint {
    try {
      int niceness = Integer.parseInt(text.strip());
      if (niceness >= -20 && niceness <= 19) {
        return niceness;
      }
    } catch (NumberFormatException wrong) {
      // Told below.
    }
    throw Complaint.usage(
        "--nice takes a whole number from -20, most urgent, to 19; got \"" + text + "\"",
        "for example --nice=-5, which root may");
  }

  /** The processors that {@code text} names: {@code 0,2-3} are 0, 2 and 3. */
  static List<Integer> processors(String text) throws Complaint {
    List<Integer> processors = new ArrayList<>();
    if (text.isEmpty()) {
      return processors;
    }
    try {
      for (String part : text.split(",", -1)) {
        String[] ends = part.strip().split("-", -1);
        int first = Integer.parseInt(ends[0]);
        int last = Integer.parseInt(ends[ends.length - 1]);
        if (ends.length > 2 || first < 0 || last < first || last - first > 4096) {
          throw new NumberFormatException(part);
        }
        for (int cpu = first; cpu <= last; cpu++) {
          processors.add(cpu);
        }
      }
      return processors.stream().distinct().toList();
    } catch (NumberFormatException wrong) {
      throw Complaint.usage(
          "--pin takes numbers of processors, from 0; got \"" + text + "\"",
          "for example --pin 1 or --pin 2,4-7");
    }
  }
}
