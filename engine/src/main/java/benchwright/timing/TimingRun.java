package benchwright.timing;

import benchwright.artifact.CaseStatus;
import benchwright.artifact.Conditions;
import benchwright.artifact.Manifest;
import benchwright.artifact.Resources;
import benchwright.artifact.RunStatus;
import benchwright.artifact.Summary;
import benchwright.history.RunWriter;
import benchwright.history.TimedEntry;
import benchwright.measure.Machine;
import benchwright.measure.Reading;
import benchwright.measure.Schedule;
import benchwright.measure.Subject;
import benchwright.plan.TimingCase;
import benchwright.plan.TimingPlan;
import benchwright.stats.MedianInterval;
import benchwright.suite.Operation;
import benchwright.suite.Timing;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** A run that measures time, ready to be carried out, once. */
public final class TimingRun {
  /** An operation gets no more JVMs than so many times those that the suite asks for. */
  private static final int MOST_FORKS = 4;

  private final TimingPlan plan;
  private final List<String> remarks;
  private final Workbench bench;
  private final RunWriter writer;
  private final Optional<Duration> limit;
  private final Machine machine;
  private final Clock clock;
  private final LongSupplier nanos;
  private volatile Optional<Subject> current = Optional.empty();
  private volatile Optional<Schedule> schedule = Optional.empty();
  private volatile boolean cancelled;

  /**
   * @param remarks what somebody should know before the run begins, as sentences
   * @param limit no reading is begun when the run has taken so long
   */
  public TimingRun(
      TimingPlan plan,
      List<String> remarks,
      Workbench bench,
      RunWriter writer,
      Optional<Duration> limit,
      Machine machine,
      Clock clock,
      LongSupplier nanos) {
    this.plan = plan;
    this.remarks = List.copyOf(remarks);
    this.bench = bench;
    this.writer = writer;
    this.limit = limit;
    this.machine = machine;
    this.clock = clock;
    this.nanos = nanos;
  }

  public String id() {
    return writer.header().runId();
  }

  public List<String> remarks() {
    return remarks;
  }

  public TimingPlan plan() {
    return plan;
  }

  /** The run directory. */
  public Path place() {
    return writer.directory();
  }

  /** The cases that are still to be measured. */
  public List<TimingCase> open() {
    Set<String> done = writer.timed();
    return plan.cases().stream().filter(each -> !done.contains(each.id())).toList();
  }

  /**
   * Measures, and writes the artifact.
   *
   * @throws benchwright.history.HistoryFailure if the artifact cannot be written
   */
  public TimingOutcome carryOut(TimingListener listener) {
    writer.onFailure(failure -> cancel());
    try {
      List<TimingCase> open = open();
      listener.began(this);
      Optional<String> problem = bench.subjects().prepare(open, logged(listener));
      if (problem.isPresent() && !cancelled) {
        writer.interrupt();
        return new TimingOutcome.Rejected(List.of(problem.get()));
      }
      long start = nanos.getAsLong();
      if (!cancelled) {
        measureAlone(open, start, listener);
      }
      if (cancelled) {
        writer.interrupt();
        return new TimingOutcome.Interrupted(place(), writer.timed().size(), plan.cases().size());
      }
      return finished(start);
    } finally {
      bench.subjects().close();
      writer.close();
    }
  }

  /** Stops the run: {@link #carryOut} returns promptly. Any thread may call. */
  public void cancel() {
    cancelled = true;
    schedule.ifPresent(Schedule::cancel);
    current.ifPresent(Subject::cancel);
    bench.turn().cancel();
    bench.subjects().cancel();
  }

  private void measureAlone(List<TimingCase> open, long start, TimingListener listener) {
    MeasuringTurn.Held held = bench.turn().await(listener::waiting);
    try {
      long end = limit.map(time -> start + time.toNanos()).orElse(Shares.never(start));
      int left = open.size();
      for (List<TimingCase> group : groups(open)) {
        if (cancelled) {
          return;
        }
        long until = Shares.until(nanos.getAsLong(), end, group.size(), left);
        measure(group, limit.isPresent() ? until : end, listener);
        left -= group.size();
      }
    } finally {
      held.close();
    }
  }

  private List<List<TimingCase>> groups(List<TimingCase> open) {
    List<List<TimingCase>> groups = new ArrayList<>();
    for (List<TimingCase> group : plan.turns()) {
      List<TimingCase> rest = group.stream().filter(open::contains).toList();
      if (!rest.isEmpty()) {
        groups.add(rest);
      }
    }
    return groups;
  }

  private void measure(List<TimingCase> group, long until, TimingListener listener) {
    Map<String, Subject> ready = new LinkedHashMap<>();
    try {
      for (TimingCase each : group) {
        Subjects.Made made = bench.subjects().subject(each);
        if (made instanceof Subjects.Made.Ready subject) {
          ready.put(each.id(), subject.subject());
        } else if (made instanceof Subjects.Made.Missing missing) {
          keep(TimedCases.without(each, CaseStatus.SKIPPED, missing.reason()), listener);
        }
      }
      List<TimingCase> measured = group.stream().filter(c -> ready.containsKey(c.id())).toList();
      Schedule turns = schedule(ready, listener);
      Circumstances.Look look = bench.circumstances().begin();
      List<Schedule.Result> results =
          turns.measure(
              measured.stream()
                  .map(c -> new Schedule.Turn(c.id(), ready.get(c.id()), rules(c)))
                  .toList(),
              until);
      Conditions conditions = look.end();
      for (int i = 0; i < results.size() && !cancelled; i++) {
        TimingCase planned = measured.get(i);
        keep(
            TimedCases.of(
                planned,
                results.get(i),
                plan.timing().warmups(),
                conditions,
                bench.subjects().launchNanos(),
                ready.get(planned.id()).harness(),
                bench.figures()),
            listener);
      }
    } finally {
      current = Optional.empty();
      ready.values().forEach(Subject::close);
    }
  }

  private Schedule schedule(Map<String, Subject> ready, TimingListener listener) {
    Schedule turns =
        new Schedule(
            nanos,
            MedianInterval::halfWidthOverMedian,
            new Schedule.Listener() {
              @Override
              public void begins(String id, boolean kept) {
                current = Optional.ofNullable(ready.get(id));
                listener.reading(id, kept);
                if (cancelled) {
                  current.ifPresent(Subject::cancel);
                }
              }

              @Override
              public void ended(String id, boolean kept, Reading reading) {
                current = Optional.empty();
                listener.read(id, kept, reading);
              }
            });
    schedule = Optional.of(turns);
    if (cancelled) {
      turns.cancel();
    }
    return turns;
  }

  /** A fork warms up by itself, so an operation needs no readings that are thrown away. */
  private Schedule.Rules rules(TimingCase planned) {
    Timing timing = plan.timing();
    double error = timing.untilErrorPercent() / 100;
    Optional<Duration> each =
        timing.limitSeconds() == 0
            ? Optional.empty()
            : Optional.of(Duration.ofSeconds(timing.limitSeconds()));
    return planned.implementation() instanceof Operation
        ? new Schedule.Rules(0, timing.forks(), MOST_FORKS * timing.forks(), error, each)
        : new Schedule.Rules(timing.warmups(), timing.leastRuns(), timing.mostRuns(), error, each);
  }

  private void keep(TimedEntry entry, TimingListener listener) {
    writer.append(entry);
    listener.finished(entry);
  }

  private TimingOutcome finished(long start) {
    Summary summary = bench.figures().summary(id(), writer.timings());
    Resources resources =
        new Resources(
            nanos.getAsLong() - start, machine.cpuNanos(), machine.peakResidentBytes(), 0);
    Manifest manifest = writer.complete(RunStatus.COMPLETE, clock.instant(), resources, summary);
    return new TimingOutcome.Finished(place(), manifest, summary, writer.timings());
  }

  private TimingListener logged(TimingListener listener) {
    return new TimingListener() {
      @Override
      public void building(String directory, String command) {
        listener.building(directory, command);
      }

      @Override
      public void built(String directory, String command, int exitValue, String output) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("directory", directory);
        fields.put("command", command);
        fields.put("exitValue", Integer.toString(exitValue));
        fields.put("output", output);
        writer.log("program-built", fields);
      }
    };
  }
}
