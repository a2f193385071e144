package benchwright.engine;

import benchwright.plan.Range;
import benchwright.plan.Selection;
import benchwright.plan.TimingSelection;
import benchwright.suite.Budget;
import benchwright.suite.FixedBudget;
import benchwright.suite.PerDimensionBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Selections as they are written on the command line and kept in manifests: {@code --dim}, {@code
 * 2,10}, {@code --quick}.
 */
public final class Selectors {
  private static final String PER_DIMENSION = ".perDimension";
  private static final String EVALUATIONS = ".evaluations";
  private static final String VANILLA = "--vanilla-baseline";

  /** The words of a selection, and what they select. */
  public sealed interface Reading {
    /** Understood. */
    record Selected(Selection selection) implements Reading {}

    /** Not understood; each problem is a sentence with its remedy. */
    record Misread(List<String> problems) implements Reading {}
  }

  private final List<String> problems = new ArrayList<>();

  private Selectors() {}

  /** Reads {@code words}: flags, each followed by its value unless it has none. */
  public static Reading read(List<String> words) {
    return new Selectors().readAll(words);
  }

  /** The words that {@link #read} reads as {@code selection}. */
  public static List<String> write(Selection selection) {
    List<String> words = new ArrayList<>();
    if (!selection.profile().equals(Selection.FULL)) {
      words.add("--" + selection.profile());
    }
    write("--function", selection.functions(), words);
    write("--dim", selection.dimensions(), words);
    write("--instance", selection.instances(), words);
    write("--seed", selection.seeds(), words);
    write("--optimizer", selection.optimizers(), words);
    selection.budget().ifPresent(budget -> write("--budget", List.of(text(budget)), words));
    TimingSelection timing = selection.timing();
    write("--implementation", timing.implementations(), words);
    timing.size().ifPresent(size -> write("--data-size", List.of(size), words));
    write("--workers", timing.workers(), words);
    write("--gpus", timing.devices(), words);
    if (timing.vanilla()) {
      words.add(VANILLA);
    }
    return words;
  }

  private static void write(String flag, List<?> values, List<String> words) {
    if (!values.isEmpty()) {
      words.add(flag);
      List<String> texts = new ArrayList<>();
      values.forEach(value -> texts.add(value.toString()));
      words.add(String.join(",", texts));
    }
  }

  private static String text(Budget budget) {
    return budget instanceof PerDimensionBudget each
        ? each.evaluations() + PER_DIMENSION
        : Long.toString(((FixedBudget) budget).evaluations());
  }

  private Reading readAll(List<String> words) {
    String profile = Selection.FULL;
    List<String> functions = List.of();
    List<String> optimizers = List.of();
    List<Integer> dimensions = List.of();
    List<Range> instances = List.of();
    List<Range> seeds = List.of();
    Optional<Budget> budget = Optional.empty();
    List<String> implementations = List.of();
    Optional<String> size = Optional.empty();
    List<Integer> workers = List.of();
    List<String> devices = List.of();
    boolean vanilla = false;
    for (int i = 0; i < words.size(); i++) {
      String flag = words.get(i);
      if (flag.equals("--quick") || flag.equals("--full")) {
        profile = flag.substring(2);
        continue;
      }
      if (flag.equals(VANILLA)) {
        vanilla = true;
        continue;
      }
      String value = i + 1 < words.size() ? words.get(++i) : "";
      switch (flag) {
        case "--function" -> functions = items(value);
        case "--optimizer" -> optimizers = items(value);
        case "--dim" -> dimensions = each(flag, value, Selectors::atLeastOne);
        case "--instance" -> instances = each(flag, value, text -> range(text, 0));
        case "--seed" -> seeds = each(flag, value, text -> range(text, Long.MIN_VALUE));
        case "--budget" -> budget = Optional.of(budget(value));
        case "--implementation" -> implementations = items(value);
        case "--data-size" -> size = Optional.of(value.strip());
        case "--workers" -> workers = each(flag, value, Selectors::atLeastOne);
        case "--gpus" -> devices = value.strip().equals("none") ? List.of() : items(value);
        default -> problems.add(flag + " selects nothing that is known.");
      }
    }
    return problems.isEmpty()
        ? new Reading.Selected(
            new Selection(profile, functions, optimizers, dimensions, instances, seeds, budget)
                .withTiming(new TimingSelection(implementations, size, workers, devices, vanilla)))
        : new Reading.Misread(List.copyOf(problems));
  }

  private <T> List<T> each(String flag, String text, Function<String, T> read) {
    List<T> values = new ArrayList<>();
    for (String item : items(text)) {
      try {
        values.add(read.apply(item));
      } catch (IllegalArgumentException e) {
        problems.add(flag + " " + text + ": " + explain(flag, item));
      }
    }
    if (values.isEmpty() && problems.isEmpty()) {
      problems.add(flag + " needs a value.");
    }
    return values;
  }

  private static String explain(String flag, String item) {
    return switch (flag) {
      case "--dim" -> "\"" + item + "\" is no dimension; write for example --dim 2,10";
      case "--workers" -> "\"" + item + "\" is no number of workers; write for example 2";
      case "--instance" -> "\"" + item + "\" is no instance; write for example --instance 1..3,7";
      default -> "\"" + item + "\" is no seed; write for example --seed 42 or --seed 1..5";
    };
  }

  private static int atLeastOne(String text) {
    int number = Integer.parseInt(text);
    if (number < 1) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  private static Range range(String text, long least) {
    int dots = text.indexOf("..");
    Range range =
        dots < 0
            ? Range.of(Long.parseLong(text))
            : new Range(
                Long.parseLong(text.substring(0, dots)), Long.parseLong(text.substring(dots + 2)));
    if (range.first() < least) {
      throw new IllegalArgumentException(text);
    }
    return range;
  }

  private Budget budget(String text) {
    try {
      String digits = text.replace("_", "");
      Budget budget =
          digits.endsWith(PER_DIMENSION)
              ? new PerDimensionBudget(number(digits, PER_DIMENSION))
              : new FixedBudget(number(digits, EVALUATIONS));
      if (budget.evaluations(1) >= 1) {
        return budget;
      }
    } catch (NumberFormatException e) {
      // Told below, with all other texts that are no budget.
    }
    problems.add(
        "--budget "
            + text
            + ": a budget is a number of evaluations, at least 1; write for example --budget 20000"
            + " (evaluations of each trial) or --budget 200.perDimension");
    return new FixedBudget(1);
  }

  private static long number(String text, String unit) {
    return Long.parseLong(
        text.endsWith(unit) ? text.substring(0, text.length() - unit.length()) : text);
  }

  private static List<String> items(String text) {
    List<String> items = new ArrayList<>();
    for (String item : text.split(",", -1)) {
      if (!item.isBlank()) {
        items.add(item.strip());
      }
    }
    return items;
  }
}
