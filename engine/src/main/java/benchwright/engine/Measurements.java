package benchwright.engine;

import benchwright.external.Leash;
import benchwright.history.RunWriter;
import benchwright.measure.Glance;
import benchwright.measure.Machine;
import benchwright.measure.Sensors;
import benchwright.plan.TimingPlan;
import benchwright.timing.Circumstances;
import benchwright.timing.TimingRun;
import benchwright.timing.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Joins all that a run needs to measure time. */
final class Measurements {
  private final Surroundings surroundings;
  private final Machine machine;

  Measurements(Surroundings surroundings, Machine machine) {
    this.surroundings = surroundings;
    this.machine = machine;
  }

  TimingRun run(
      Source source,
      TimingPlan plan,
      RunWriter writer,
      RunOptions options,
      MeasuringOptions measuring,
      List<String> remarks) {
    Leash leash = Leash.of(surroundings.nanos().getAsLong());
    Path profiles = writer.directory().resolve("profiles");
    MeasuredSubjects subjects =
        new MeasuredSubjects(surroundings, leash, source, plan, options, measuring, profiles);
    Workbench bench =
        new Workbench(
            subjects,
            circumstances(measuring),
            new OneAtATime(surroundings),
            new Figures(plan.suite().speed()));
    return new TimingRun(
        plan,
        Stream.concat(remarks.stream(), subjects.shortcoming().stream()).toList(),
        bench,
        writer,
        options.limit().or(() -> Engine.limit(plan.suite(), plan.profile())),
        machine,
        surroundings.clock(),
        surroundings.nanos());
  }

  static Circumstances circumstances(MeasuringOptions measuring) {
    Sensors sensors = new Sensors(Path.of("/"));
    String pinned =
        measuring.processors().stream().map(String::valueOf).collect(Collectors.joining(","));
    return () -> {
      Glance before = sensors.glance();
      return () -> sensors.glance().conditionsSince(before, pinned);
    };
  }
}
