package benchwright.engine;

import benchwright.analysis.Summarizer;
import benchwright.artifact.Failure;
import benchwright.artifact.Manifest;
import benchwright.artifact.Resources;
import benchwright.artifact.Stop;
import benchwright.artifact.Summary;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import benchwright.external.Builds;
import benchwright.external.Programs;
import benchwright.external.Project;
import benchwright.measure.Machine;
import benchwright.plan.Plan;
import benchwright.plan.Planner;
import benchwright.plan.Trial;
import benchwright.run.Cluster;
import benchwright.run.ClusterLost;
import benchwright.run.Event;
import benchwright.run.Pool;
import benchwright.suite.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** A run that is ready to be carried out, once. */
public final class Run {
  private final String runId;
  private final List<String> remarks;
  private final Plan plan;
  private final Planner planner;
  private final List<Trial> open;
  private final Pool pool;
  private final Optional<Cluster> cluster;
  private final Programs programs;
  private final Destination destination;
  private final Machine machine;
  private final LongSupplier nanos;
  private final Summarizer summarizer;
  private final Map<TrialKey, Failure> failures = new HashMap<>();
  private long peakHeapBytes;
  private int ended;
  private volatile boolean cancelled;
  private final Optional<Duration> limit;

  Run(
      String runId,
      List<String> remarks,
      Plan plan,
      Planner planner,
      Pool pool,
      Optional<Cluster> cluster,
      Programs programs,
      Destination destination,
      Machine machine,
      LongSupplier nanos,
      Optional<Duration> limit) {
    this.limit = limit;
    this.runId = runId;
    this.remarks = List.copyOf(remarks);
    this.plan = plan;
    this.planner = planner;
    this.open = without(plan.trials(), destination.finished());
    this.pool = pool;
    this.cluster = cluster;
    this.programs = programs;
    this.destination = destination;
    this.machine = machine;
    this.nanos = nanos;
    this.summarizer = new Summarizer(plan.suite().targets(), keys(plan));
  }

  public String id() {
    return runId;
  }

  /** What somebody should know before the run begins, as sentences. */
  public List<String> remarks() {
    return remarks;
  }

  /** All trials, those that are done too. */
  public Plan plan() {
    return plan;
  }

  /** The trials that are still to be run. */
  public List<Trial> open() {
    return open;
  }

  /** The run directory, or the file that is to be written. */
  public Path place() {
    return destination.place();
  }

  /** About how many nanoseconds {@code trial} will take. */
  public double expectedCost(Trial trial) {
    return planner.expectedCost(trial);
  }

  /** Runs all open trials in this thread and those of its workers; returns when they have ended. */
  public RunOutcome carryOut(Listener listener) {
    long start = nanos.getAsLong();
    try {
      listener.began(this);
      Optional<String> problem = programs.prepare(programsOf(open), building(listener));
      if (problem.isPresent() && !cancelled) {
        destination.interrupt();
        return new RunOutcome.Rejected(List.of(problem.get()));
      }
      Optional<String> away = cluster.flatMap(Cluster::join);
      if (away.isPresent() && !cancelled) {
        return lost(away.get());
      }
      destination.onFailure(pool::cancel);
      destination.replay(this::count);
      TimeLimit time = TimeLimit.start(limit, pool::windUp);
      try {
        pool.run(open, event -> take(event, listener));
      } finally {
        time.close();
      }
      if (cancelled) {
        destination.interrupt();
        return new RunOutcome.Interrupted(
            destination.place(), destination.finished().size(), plan.trials().size());
      }
      if (ended < open.size()) {
        return limitReached();
      }
      Summary summary = summarizer.summary(runId);
      Manifest manifest = destination.complete(resources(start), summary);
      return new RunOutcome.Finished(destination.place(), manifest, summary, failures());
    } catch (ClusterLost gone) {
      return lost(String.valueOf(gone.getMessage()));
    } finally {
      cluster.ifPresent(Cluster::close);
      programs.close();
      destination.close();
    }
  }

  private RunOutcome lost(String why) {
    destination.log("cluster-lost", Map.of("why", why));
    destination.interrupt();
    return new RunOutcome.ClusterLost(destination.place(), why);
  }

  /** Stops the run: {@link #carryOut} returns promptly. Any thread may call. */
  public void cancel() {
    cancelled = true;
    pool.cancel();
    cluster.ifPresent(Cluster::close);
    programs.stopBuilding();
  }

  /** The trials at work. Any thread may call. */
  public List<TrialKey> running() {
    return pool.running();
  }

  /** The trial that is calling {@code System.exit} at this moment, if one does. */
  public Optional<TrialKey> exiting() {
    return pool.exiting();
  }

  static List<TrialKey> keys(Plan plan) {
    List<TrialKey> keys = new ArrayList<>(plan.trials().size());
    for (Trial trial : plan.trials()) {
      keys.add(trial.key());
    }
    return keys;
  }

  private static List<Program> programsOf(List<Trial> trials) {
    Set<Program> programs = new LinkedHashSet<>();
    for (Trial trial : trials) {
      if (trial.optimizer() instanceof Program program) {
        programs.add(program);
      }
    }
    return List.copyOf(programs);
  }

  private Builds.Listener building(Listener listener) {
    return new Builds.Listener() {
      @Override
      public void began(Project project, String command) {
        listener.building(project.directory(), command);
      }

      @Override
      public void ended(Builds.Step step) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("program", step.project().id());
        fields.put("directory", step.project().directory());
        fields.put("command", step.command());
        fields.put("exitValue", Integer.toString(step.exitValue()));
        fields.put("output", step.output());
        destination.log("program-built", fields);
      }
    };
  }

  private void take(Event event, Listener listener) {
    if (event instanceof Event.TrialFinished finished) {
      destination.append(finished.record(), finished.circumstance());
      ended++;
      count(finished.record());
    } else if (event instanceof Event.WorkerLost lost) {
      destination.log(
          "worker-lost",
          Map.of(
              "trial", lost.key().toString(), "loss", lost.loss().name().toLowerCase(Locale.ROOT)));
    } else if (event instanceof Event.TrialSetAside aside) {
      destination.log("trial-set-aside", Map.of("trial", aside.key().toString()));
    }
    listener.happened(event);
  }

  private RunOutcome limitReached() {
    Duration time = limit.orElse(Duration.ZERO);
    destination.log(
        "limit-reached",
        new TreeMap<>(
            Map.of("limit", time.toString(), "leftOut", Integer.toString(open.size() - ended))));
    destination.interrupt();
    Set<TrialKey> kept = destination.finished();
    List<TrialKey> leftOut = new ArrayList<>();
    for (Trial trial : plan.trials()) {
      if (!kept.contains(trial.key())) {
        leftOut.add(trial.key());
      }
    }
    return new RunOutcome.LimitReached(destination.place(), time, kept.size(), leftOut);
  }

  private void count(TrialRecord done) {
    summarizer.add(done);
    if (done.getStop() == Stop.FAILED) {
      failures.put(done.getKey(), done.getFailure());
    }
    Runtime runtime = Runtime.getRuntime();
    peakHeapBytes = Math.max(peakHeapBytes, runtime.totalMemory() - runtime.freeMemory());
  }

  private List<FailedTrial> failures() {
    List<FailedTrial> inOrder = new ArrayList<>(failures.size());
    for (Trial trial : failures.isEmpty() ? List.<Trial>of() : plan.trials()) {
      Failure failure = failures.get(trial.key());
      if (failure != null) {
        inOrder.add(new FailedTrial(trial.key(), failure));
      }
    }
    return inOrder;
  }

  private Resources resources(long start) {
    return new Resources(
        nanos.getAsLong() - start, machine.cpuNanos(), machine.peakResidentBytes(), peakHeapBytes);
  }

  private static List<Trial> without(List<Trial> trials, Set<TrialKey> finished) {
    if (finished.isEmpty()) {
      return trials;
    }
    List<Trial> open = new ArrayList<>();
    for (Trial trial : trials) {
      if (!finished.contains(trial.key())) {
        open.add(trial);
      }
    }
    return List.copyOf(open);
  }
}
