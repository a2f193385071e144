package benchwright.cli;

import benchwright.engine.Clusters;
import benchwright.engine.RunOptions;
import benchwright.engine.SparkSubmit;
import benchwright.plan.Planning;
import java.util.List;
import java.util.Optional;

/** The flag that sends trials to a cluster. */
final class Masters {
  static final Flag MASTER =
      Flag.value("--master", "URL", "Run on a Spark cluster: spark://host:7077; needs SPARK_HOME.");

  private static final List<Sources.Planned> NOTHING = List.of();

  private Masters() {}

  /** {@code options}, with the cluster if one is asked for. */
  static RunOptions of(Arguments arguments, World world, RunOptions options) throws Complaint {
    String master = arguments.value(MASTER.name()).orElse("");
    if (master.isEmpty()) {
      return options;
    }
    if (arguments.value(RunCommand.ISOLATE.name()).filter("process"::equals).isPresent()) {
      throw Complaint.usage(
          "trials on a cluster run in its processes, so --isolate has nothing to isolate",
          "leave --isolate or --master out");
    }
    SparkSubmit.Search search = SparkSubmit.find(world.surroundings(), master);
    if (search instanceof SparkSubmit.Search.Missing missing) {
      throw Complaint.usage(missing.what(), missing.remedies().toArray(String[]::new));
    }
    boolean most = arguments.has(RunCommand.WORKERS.name());
    RunOptions here = most ? options : options.withWorkers(Integer.MAX_VALUE);
    return here.withCluster(((SparkSubmit.Search.Found) search).submit());
  }

  /** A complaint if there is something among {@code planned} that no cluster can run. */
  static void check(Arguments arguments, List<Sources.Planned> planned) throws Complaint {
    for (Sources.Planned each : arguments.has(MASTER.name()) ? planned : NOTHING) {
      Planning planning =
          each instanceof Sources.Measured measured
              ? new Planning.Timed(measured.plan())
              : new Planning.Planned(((Sources.Ready) each).plan());
      Optional<String> refusal = Clusters.refusal(planning);
      if (refusal.isPresent()) {
        throw Complaint.usage(refusal.get(), "leave --master out to run it here");
      }
    }
  }
}
