package benchwright.cli;

import benchwright.engine.Engine;
import benchwright.engine.Selectors;
import benchwright.plan.Selection;
import java.util.ArrayList;
import java.util.List;

/** The flags that select a part of a suite. */
final class Flags {
  static final Flag SUITE =
      Flag.value("--suite", "NAME", "The suites of this name (* and ? stand for others).");

  private static final String GPUS = "--gpus";

  private static final Flag QUICK = Flag.toggle("--quick", "The quick profile of the suite.");
  private static final Flag FULL = Flag.toggle("--full", "The full profile; the default.");

  private static final List<Flag> VALUES =
      List.of(
          Flag.value("--function", "GLOB", "Functions by id: sphere, bbob-*; several with commas."),
          Flag.value("--dim", "D,D", "Dimensions: 2,10."),
          Flag.value("--instance", "I..I", "Instances: 1..3 or 1,4."),
          Flag.value("--seed", "S..S", "Seeds: 42 or 1..5."),
          Flag.value("--optimizer", "GLOB", "Optimizers by id: manta-ray, cma-*."),
          Flag.value(
              "--budget",
              "N",
              "Evaluations of each trial, instead of the suite's: 20000 or 200.perDimension."),
          Flag.value("--implementation", "GLOB", "Of a suite that measures time: by id or name."),
          Flag.value("--data-size", "SIZE", "Of its sizes: tiny, small, medium, large, or N."),
          Flag.value(GPUS, "auto|none|I,I", "Devices that its commands are offered: 0,1."));

  private static final Flag VANILLA =
      Flag.toggle(
          "--vanilla-baseline", "Measure what the others are compared to as well, chosen or not.");

  private Flags() {}

  static List<Flag> selectors() {
    List<Flag> flags = new ArrayList<>(List.of(QUICK, FULL, SUITE));
    flags.addAll(VALUES);
    flags.add(VANILLA);
    return flags;
  }

  /** The selectors of a suite that measures time. */
  static List<Flag> timingSelectors() {
    List<Flag> flags = new ArrayList<>(List.of(QUICK, FULL));
    VALUES.stream()
        .filter(flag -> List.of("--implementation", "--data-size", GPUS).contains(flag.name()))
        .forEach(flags::add);
    return flags;
  }

  /**
   * The selectors that were given, in the order of the help; where devices are to be found out,
   * those that there are.
   */
  static List<String> words(Arguments arguments, World world) throws Complaint {
    List<String> words = words(arguments);
    int gpus = words.indexOf(GPUS);
    if (gpus >= 0 && words.get(gpus + 1).strip().equals("auto")) {
      List<String> found = Engine.devices(world.surroundings().environment());
      words.set(gpus + 1, found.isEmpty() ? "none" : String.join(",", found));
    }
    return words;
  }

  private static List<String> words(Arguments arguments) throws Complaint {
    if (arguments.has(QUICK.name()) && arguments.has(FULL.name())) {
      throw Complaint.usage("a run is quick or full, not both", "leave --quick or --full out");
    }
    List<String> words = new ArrayList<>();
    if (arguments.has(QUICK.name())) {
      words.add(QUICK.name());
    }
    for (Flag flag : VALUES) {
      arguments
          .value(flag.name())
          .ifPresent(
              value -> {
                words.add(flag.name());
                words.add(value);
              });
    }
    if (arguments.has(VANILLA.name())) {
      words.add(VANILLA.name());
    }
    return words;
  }

  static Selection selection(List<String> words) throws Complaint {
    Selectors.Reading reading = Selectors.read(words);
    if (reading instanceof Selectors.Reading.Misread misread) {
      throw Complaint.usage(String.join("\nerror: ", misread.problems()));
    }
    return ((Selectors.Reading.Selected) reading).selection();
  }
}
