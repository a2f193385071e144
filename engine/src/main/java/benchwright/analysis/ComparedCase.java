package benchwright.analysis;

import benchwright.artifact.BaselineTiming;
import benchwright.artifact.CaseKey;
import benchwright.artifact.CaseStatus;
import benchwright.artifact.Samples;
import benchwright.artifact.TimedCase;
import benchwright.suite.Implementation;
import benchwright.suite.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * What a comparison knows of one case that was timed: one value a process, so that values are
 * independent of each other.
 *
 * @param operation whether it was measured inside the JVM
 * @param reason why it was not measured; empty if there is nothing to say
 * @param times wall times in nanoseconds: the runs of a command, the forks' medians of an operation
 * @param memory the peaks of resident memory, in bytes
 * @param allocated bytes per operation, one value a fork
 * @param utilization processor time over wall time and workers, one value a run
 */
public record ComparedCase(
    String implementation,
    boolean operation,
    CaseKey key,
    CaseStatus status,
    String reason,
    List<Double> times,
    List<Long> memory,
    List<Double> allocated,
    List<Double> utilization) {
  /** The lists are copied. */
  public ComparedCase {
    times = List.copyOf(times);
    memory = List.copyOf(memory);
    allocated = List.copyOf(allocated);
    utilization = List.copyOf(utilization);
  }

  /** Of a run. */
  public static ComparedCase of(Implementation implementation, TimedCase timed) {
    TimedWork work = new TimedWork(implementation, timed);
    List<Double> times = new ArrayList<>();
    for (double each : timed.status() == CaseStatus.MEASURED ? work.values() : new double[0]) {
      times.add(each);
    }
    Samples samples = timed.samples();
    return new ComparedCase(
        implementation.getId(),
        implementation instanceof Operation,
        timed.key(),
        timed.status(),
        timed.reason(),
        times,
        samples.peakRssBytes(),
        samples.allocatedBytesPerOperation(),
        utilization(samples, timed.key().workers()));
  }

  /** Of a baseline. */
  public static ComparedCase of(BaselineTiming timing, boolean operation, CaseStatus status) {
    return new ComparedCase(
        timing.implementation(),
        operation,
        timing.key(),
        status,
        "",
        timing.wallNanos(),
        timing.peakRssBytes(),
        timing.allocatedBytesPerOperation(),
        timing.utilization());
  }

  public BaselineTiming toBaseline() {
    return new BaselineTiming(implementation, key, times, memory, allocated, utilization);
  }

  boolean isMeasured() {
    return status == CaseStatus.MEASURED && !times.isEmpty();
  }

  /** {@code mrfo size=small}. */
  String id() {
    String rest = key.toString();
    return rest.isEmpty() ? implementation : implementation + " " + rest;
  }

  private static List<Double> utilization(Samples samples, int workers) {
    int runs = samples.wallNanos().size();
    if (samples.userNanos().size() != runs || samples.systemNanos().size() != runs) {
      return List.of();
    }
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      double busy = samples.userNanos().get(i) + samples.systemNanos().get(i);
      shares.add(busy / (samples.wallNanos().get(i) * workers));
    }
    return shares;
  }
}
