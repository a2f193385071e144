package benchwright.cli;

import benchwright.engine.Engine;
import benchwright.engine.Source;
import benchwright.plan.Selection;
import benchwright.report.PlanText;
import benchwright.report.TimingPlanText;
import java.util.List;

/**
 * {@code bench check}: compiles suites, evaluates them twice, plans both profiles, runs nothing.
 */
final class CheckCommand implements Command {
  @Override
  public Grammar grammar() {
    return new Grammar(
        "check",
        "Compile suites, evaluate them twice and validate what they say; run nothing.",
        List.of(Sources.CLASSPATH, Look.QUIET),
        Words.any("SUITE.bench.kts", 1, Integer.MAX_VALUE, "The suites."));
  }

  @Override
  public Exit run(Arguments arguments, World world) throws Complaint {
    List<Source> sources =
        new Sources(new Engine(world.surroundings()), Sources.classPath(arguments))
            .compile(new Suites(world).selected(arguments));
    for (Source source : sources) {
      Selection full = Selection.everything();
      Sources.plan(List.of(source), full.withProfile(Selection.QUICK));
      Sources.Planned planned = Sources.plan(List.of(source), full).get(0);
      if (!Look.of(arguments, world).quiet()) {
        world.out().println(source.file() + ": fine, " + totals(planned));
      }
    }
    return Exit.DONE;
  }

  private static String totals(Sources.Planned planned) {
    return planned instanceof Sources.Measured measured
        ? TimingPlanText.totals(measured.plan())
        : PlanText.totals(((Sources.Ready) planned).plan());
  }
}
