package benchwright.cli;

import benchwright.engine.Engine;
import benchwright.engine.Json;
import benchwright.engine.Source;
import benchwright.plan.Plan;
import benchwright.plan.Planner;
import benchwright.plan.Selection;
import benchwright.plan.TimingPlan;
import benchwright.plan.Trial;
import benchwright.report.PlanText;
import benchwright.report.Quantity;
import benchwright.report.TimingPlanText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code bench plan}: everything that a suite says, and every trial that a run of it would do. */
final class PlanCommand implements Command {
  private static final Flag JSON =
      Flag.toggle("--json", "Print the plan as schemas/plan-schema.json says.");
  private static final Flag WORKERS =
      Flag.value("--workers", "N", "Estimate the time for so many trials at a time.");

  @Override
  public Grammar grammar() {
    List<Flag> flags = new ArrayList<>(Flags.selectors());
    flags.addAll(List.of(Sources.CLASSPATH, Shards.SHARD, WORKERS, JSON, Look.QUIET, Look.COLOR));
    return new Grammar(
        "plan",
        "Print every trial that a run would do, their count, and about how long they take.",
        flags,
        Words.any("SUITE.bench.kts", 0, Integer.MAX_VALUE, "The suites."));
  }

  @Override
  public Exit run(Arguments arguments, World world) throws Complaint {
    List<String> words = Flags.words(arguments, world);
    Selection selection = Flags.selection(words);
    int workers =
        Numbers.positive(arguments, WORKERS).orElse(Runtime.getRuntime().availableProcessors());
    List<Path> scripts = new Suites(world).selected(arguments);
    List<Source> sources =
        scripts.isEmpty()
            ? List.of(SingleSuite.of(selection))
            : new Sources(new Engine(world.surroundings()), Sources.classPath(arguments))
                .compile(scripts);
    Look look = Look.of(arguments, world);
    for (Sources.Planned planned :
        Shards.of(Sources.plan(sources, selection), Shards.read(arguments))) {
      if (planned instanceof Sources.Measured measured) {
        show(measured, arguments.has(JSON.name()), look, world);
        continue;
      }
      Sources.Ready ready = (Sources.Ready) planned;
      Plan plan = ready.plan();
      long nanos = expectedNanos(ready.source(), plan, workers);
      if (arguments.has(JSON.name())) {
        PlanText.json(plan, Json.line(plan.suite()), nanos, world.out()::println);
      } else if (look.quiet()) {
        plan.trials().forEach(world.out()::println);
      } else {
        PlanText.render(plan, ready.source().file(), look.palette(), world.out()::println);
        world.out().println();
        world.out().println(PlanText.totals(plan) + ", " + estimate(nanos, workers));
        world.out().flush();
        warnOfLimit(world, plan, nanos);
      }
    }
    return Exit.DONE;
  }

  private static void show(Sources.Measured measured, boolean json, Look look, World world) {
    TimingPlan plan = measured.plan();
    if (json) {
      TimingPlanText.json(plan, Json.line(plan.suite()), world.out()::println);
    } else if (look.quiet()) {
      plan.cases().forEach(each -> world.out().println(each.id()));
    } else {
      TimingPlanText.render(plan, measured.source().file(), look.palette(), world.out()::println);
      world.out().println();
      world.out().println(TimingPlanText.totals(plan));
    }
    world.out().flush();
  }

  private static void warnOfLimit(World world, Plan plan, long nanos) {
    Engine.limit(plan)
        .filter(limit -> limit.toNanos() < nanos)
        .ifPresent(
            limit ->
                world
                    .err()
                    .println(
                        "warning: about "
                            + Quantity.duration(nanos)
                            + ", and the limit is "
                            + Quantity.duration(limit.toNanos())
                            + ": it will not fit; what is left out is named, and --resume does it"));
  }

  private static String estimate(long nanos, int workers) {
    return "about "
        + Quantity.duration(nanos)
        + " on "
        + Quantity.count(workers, "worker")
        + " if every trial spends its budget";
  }

  /** No shorter than the longest trial, however many workers there are. */
  private static long expectedNanos(Source source, Plan plan, int workers) {
    Planner planner = new Planner(Engine.catalogue(source));
    double sum = 0;
    double longest = 0;
    for (Trial trial : plan.trials()) {
      double cost = planner.expectedCost(trial);
      sum += cost;
      longest = Math.max(longest, cost);
    }
    return (long) Math.max(sum / workers, longest);
  }
}
