package benchwright.report;

import benchwright.artifact.Decimals;
import benchwright.plan.TimingCase;
import benchwright.plan.TimingPlan;
import benchwright.suite.Command;
import benchwright.suite.Implementation;
import benchwright.suite.Operation;
import benchwright.suite.Size;
import benchwright.suite.SpeedProfile;
import benchwright.suite.Suite;
import benchwright.suite.Timing;
import benchwright.suite.Within;
import java.util.List;
import java.util.function.Consumer;

/** What a suite that measures time says, and every case of it, line by line. */
public final class TimingPlanText {
  private static final int NAME_WIDTH = 16;
  private static final long SECOND = 1_000_000_000L;

  private TimingPlanText() {}

  /** Hands over the lines. */
  public static void render(TimingPlan plan, String file, Palette palette, Consumer<String> lines) {
    Suite suite = plan.suite();
    boolean quick = plan.profile().equals("quick");
    SpeedProfile profile = quick ? suite.speed().quick() : suite.speed().full();
    lines.accept(PlanText.headline(suite, file, plan.profile(), palette));
    lines.accept("");
    PlanText.tell(
        "implementations",
        suite.speed().implementations().stream().map(TimingPlanText::text).toList(),
        NAME_WIDTH,
        lines);
    List<String> sizes = profile.sizes().stream().map(TimingPlanText::text).toList();
    if (!sizes.isEmpty()) {
      PlanText.tell("sizes", List.of(String.join(", ", sizes)), NAME_WIDTH, lines);
    }
    PlanText.tell("workers", List.of(PlanText.list(profile.workers())), NAME_WIDTH, lines);
    PlanText.tell("timing", List.of(text(plan.timing())), NAME_WIDTH, lines);
    long limit = quick ? suite.quick().limitSeconds() : suite.full().limitSeconds();
    if (limit > 0) {
      PlanText.tell("limit", List.of(Quantity.duration(limit * SECOND)), NAME_WIDTH, lines);
    }
    if (suite.speed().sameResults() instanceof Within within) {
      String text = "within " + Decimals.text(within.value());
      PlanText.tell("same results", List.of(text), NAME_WIDTH, lines);
    }
    PlanText.tell(
        "thresholds", suite.thresholds().stream().map(PlanText::text).toList(), NAME_WIDTH, lines);
    PlanText.tell(
        "publishes", suite.publications().stream().map(PlanText::text).toList(), NAME_WIDTH, lines);
    if (!suite.spec().isEmpty()) {
      PlanText.tell("spec", List.of(suite.spec()), NAME_WIDTH, lines);
    }
    lines.accept("");
    plan.cases().forEach(each -> lines.accept(each.id()));
  }

  /** {@code 12 cases of 4 implementations}. */
  public static String totals(TimingPlan plan) {
    long implementations =
        plan.cases().stream().map(each -> each.implementation().getId()).distinct().count();
    return Quantity.count(plan.cases().size(), "case")
        + " of "
        + Quantity.count(implementations, "implementation");
  }

  /**
   * The plan as one JSON document, as {@code schemas/plan-schema.json} says, with the suite's own
   * document, which is JSON already.
   */
  public static void json(TimingPlan plan, String document, Consumer<String> lines) {
    lines.accept(
        PlanText.opening(plan.suite(), document, plan.profile(), plan.digest())
            + ",\"count\":"
            + plan.cases().size()
            + ",\"trials\":[],\"cases\":[");
    int last = plan.cases().size() - 1;
    for (int i = 0; i <= last; i++) {
      TimingCase each = plan.cases().get(i);
      lines.accept(
          new JsonLine()
                  .with("id", each.id())
                  .with("implementation", each.implementation().getId())
                  .with("size", each.key().size())
                  .with("sizeValue", each.key().sizeValue())
                  .with("workers", each.key().workers())
                  .with("gpus", each.key().gpus())
                  .toText()
              + (i < last ? "," : ""));
    }
    lines.accept("]}");
  }

  private static String text(Implementation implementation) {
    StringBuilder text = new StringBuilder(implementation.getName());
    if (!implementation.getId().equals(implementation.getName())) {
      text.append(" [").append(implementation.getId()).append(']');
    }
    if (implementation instanceof Operation operation) {
      text.append(" (operation in the script");
      text.append(operation.perSize() ? ", for each size" : "");
      return text.append(operation.perWorkers() ? ", for each number of workers)" : ")").toString();
    }
    Command command = (Command) implementation;
    text.append(" (in ").append(command.directory());
    command.build().forEach(step -> text.append(", build: ").append(step));
    command.prepare().forEach(step -> text.append(", prepare: ").append(step));
    text.append(", run: ").append(command.run());
    command.conclude().forEach(step -> text.append(", conclude: ").append(step));
    if (!command.results().isEmpty()) {
      text.append(", results in ").append(command.results());
    }
    command
        .environment()
        .forEach((name, value) -> text.append(", ").append(name).append('=').append(value));
    return text.append(command.vanilla() ? ", vanilla)" : ")").toString();
  }

  private static String text(Size size) {
    return size.name() + " " + Quantity.count(size.value());
  }

  private static String text(Timing timing) {
    StringBuilder text = new StringBuilder();
    text.append(timing.warmups() == 0 ? "cold" : timing.warmups() + " to warm up");
    text.append(", ").append(timing.leastRuns()).append(" to ").append(timing.mostRuns());
    text.append(" runs or ").append(timing.forks()).append(" forks and more, until ");
    text.append(PlanText.percent(timing.untilErrorPercent()));
    if (timing.limitSeconds() > 0) {
      text.append(", at most ").append(Quantity.duration(timing.limitSeconds() * SECOND));
      text.append(" a case");
    }
    text.append(", timeout ").append(Quantity.duration(timing.timeoutSeconds() * SECOND));
    return text.toString();
  }
}
