package benchwright.report;

import benchwright.artifact.Decimals;
import benchwright.artifact.Formats;
import benchwright.plan.OptimizerEntry;
import benchwright.plan.Plan;
import benchwright.plan.Trial;
import benchwright.suite.Budget;
import benchwright.suite.FixedBudget;
import benchwright.suite.FormulaFunction;
import benchwright.suite.FunctionSpec;
import benchwright.suite.KnownOptimum;
import benchwright.suite.OptimizerSpec;
import benchwright.suite.PerDimensionBudget;
import benchwright.suite.Profile;
import benchwright.suite.Program;
import benchwright.suite.Publication;
import benchwright.suite.ScriptOptimizer;
import benchwright.suite.Severity;
import benchwright.suite.Suite;
import benchwright.suite.Targets;
import benchwright.suite.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** A plan, with all that its suite says, line by line. */
public final class PlanText {
  private static final int NAME_WIDTH = 12;

  private PlanText() {}

  /** Hands over the lines; a plan may have more of them than one wants to hold. */
  public static void render(Plan plan, String file, Palette palette, Consumer<String> lines) {
    Suite suite = plan.suite();
    Profile profile = plan.profile().equals("quick") ? suite.quick() : suite.full();
    lines.accept(headline(suite, file, plan.profile(), palette));
    lines.accept("");
    tell("optimizers", suite.optimizers().stream().map(PlanText::text).toList(), lines);
    tell("functions", profile.functions().stream().map(PlanText::text).toList(), lines);
    tell("dimensions", List.of(list(profile.dimensions())), lines);
    tell("instances", List.of(list(profile.instances())), lines);
    tell("seeds", List.of(list(profile.seeds())), lines);
    tell("budget", List.of(text(profile.budget())), lines);
    if (profile.limitSeconds() > 0) {
      tell("limit", List.of(Quantity.duration(profile.limitSeconds() * 1_000_000_000L)), lines);
    }
    tell("targets", List.of(text(suite.targets())), lines);
    tell("thresholds", suite.thresholds().stream().map(PlanText::text).toList(), lines);
    tell("publishes", suite.publications().stream().map(PlanText::text).toList(), lines);
    if (!suite.spec().isEmpty()) {
      tell("spec", List.of(suite.spec()), lines);
    }
    lines.accept("");
    for (Trial trial : plan.trials()) {
      lines.accept(trial.key() + "  " + Quantity.count(trial.budget(), "evaluation"));
    }
  }

  /** {@code 504 trials, at most 100,800 evaluations}. */
  public static String totals(Plan plan) {
    long evaluations = 0;
    for (Trial trial : plan.trials()) {
      evaluations += trial.budget();
    }
    return Quantity.count(plan.trials().size(), "trial")
        + ", at most "
        + Quantity.count(evaluations, "evaluation");
  }

  /**
   * The plan as one JSON document, as {@code schemas/plan-schema.json} says, with the suite's own
   * document, which is JSON already.
   */
  public static void json(Plan plan, String document, long expectedNanos, Consumer<String> lines) {
    lines.accept(
        opening(plan.suite(), document, plan.profile(), plan.digest())
            + ",\"expectedNanos\":"
            + expectedNanos
            + ",\"count\":"
            + plan.trials().size()
            + ",\"trials\":[");
    int last = plan.trials().size() - 1;
    for (int i = 0; i <= last; i++) {
      Trial trial = plan.trials().get(i);
      lines.accept(
          new JsonLine()
                  .with("id", trial.key().toString())
                  .with("optimizer", trial.key().optimizer())
                  .with("function", trial.key().function())
                  .with("dimension", trial.key().dimension())
                  .with("instance", trial.key().instance())
                  .with("seed", trial.key().seed())
                  .with("budget", trial.budget())
                  .toText()
              + (i < last ? "," : ""));
    }
    lines.accept("]}");
  }

  /** How the JSON of any plan begins. */
  static String opening(Suite suite, String document, String profile, String digest) {
    return "{\"$schema\":"
        + JsonLine.quoted(Formats.PLAN)
        + ",\"formatVersion\":"
        + Formats.VERSION
        + ",\"suite\":"
        + JsonLine.quoted(suite.name())
        + ",\"document\":"
        + document
        + ",\"profile\":"
        + JsonLine.quoted(profile)
        + ",\"planDigest\":"
        + JsonLine.quoted(digest);
  }

  /** The headline of any plan. */
  static String headline(Suite suite, String file, String profile, Palette palette) {
    return palette.bold(suite.title())
        + " ("
        + (file.isEmpty() ? suite.name() : file)
        + "), "
        + profile
        + " profile";
  }

  private static void tell(String name, List<String> values, Consumer<String> lines) {
    tell(name, values, NAME_WIDTH, lines);
  }

  static void tell(String name, List<String> values, int width, Consumer<String> lines) {
    for (int i = 0; i < values.size(); i++) {
      String heading = i == 0 ? name : "";
      lines.accept(heading + " ".repeat(width - heading.length()) + values.get(i));
    }
  }

  private static String text(OptimizerSpec optimizer) {
    if (optimizer instanceof Program program) {
      StringBuilder text = new StringBuilder(program.id());
      text.append(" (program in ").append(program.directory());
      program.build().forEach(step -> text.append(", build: ").append(step));
      text.append(", run: ").append(program.run());
      text.append(", patience ").append(program.patienceSeconds()).append(" s)");
      return text.toString();
    }
    if (optimizer instanceof ScriptOptimizer) {
      return optimizer.getId() + " (in the script)";
    }
    Map<String, String> fields = OptimizerEntry.of(optimizer).fields();
    String kind = fields.remove("kind");
    if (fields.isEmpty()) {
      return optimizer.getId();
    }
    StringBuilder text = new StringBuilder(optimizer.getId()).append(" (").append(kind);
    fields.forEach((name, value) -> text.append(", ").append(name).append(' ').append(value));
    return text.append(')').toString().replace("\"", "");
  }

  private static String text(FunctionSpec function) {
    if (function instanceof FormulaFunction formula) {
      String optimum =
          formula.optimum() instanceof KnownOptimum known
              ? "optimum " + Decimals.text(known.value())
              : "optimum unknown";
      return formula.id()
          + " (in the script, on ["
          + Decimals.text(formula.lower())
          + ", "
          + Decimals.text(formula.upper())
          + "], "
          + optimum
          + ")";
    }
    return function.getId();
  }

  private static String text(Budget budget) {
    return budget instanceof PerDimensionBudget each
        ? Quantity.count(each.evaluations(), "evaluation") + " per dimension"
        : Quantity.count(((FixedBudget) budget).evaluations(), "evaluation");
  }

  private static String text(Targets targets) {
    return Quantity.target(targets.from())
        + " to "
        + Quantity.target(targets.to())
        + ", "
        + targets.perDecade()
        + " per decade";
  }

  static String text(Threshold threshold) {
    String of = threshold.of().isEmpty() ? "" : ", of " + String.join(", ", threshold.of());
    return (threshold.severity() == Severity.FAIL ? "fails when " : "warns when ")
        + word(threshold.measure())
        + " is worse by more than "
        + percent(threshold.worseByPercent())
        + of;
  }

  /** When a comparison of two runs fails or warns, a sentence for each. */
  public static List<String> thresholds(Suite suite) {
    return suite.thresholds().stream().map(PlanText::text).toList();
  }

  static String percent(double percent) {
    return percent == Math.rint(percent) ? (long) percent + " %" : Decimals.text(percent) + " %";
  }

  static String text(Publication publication) {
    return word(publication.kind())
        + " of "
        + word(publication.measure())
        + " to "
        + publication.to();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Numbers, runs of neighbours drawn together: {@code 1..15}, {@code 2, 3, 5}. */
  static String list(List<? extends Number> numbers) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      int end = i;
      while (end + 1 < numbers.size()
          && numbers.get(end + 1).longValue() == numbers.get(end).longValue() + 1) {
        end++;
      }
      boolean together = end - i >= 2;
      parts.add(together ? numbers.get(i) + ".." + numbers.get(end) : numbers.get(i).toString());
      i = together ? end : i;
    }
    return String.join(", ", parts);
  }
}
