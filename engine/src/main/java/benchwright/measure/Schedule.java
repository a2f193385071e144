package benchwright.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/**
 * Measures subjects in turns, so that a slow minute of the machine meets all of them: first the
 * readings that only warm up, then round after round, every other one in the opposite order (A B C,
 * C B A), until each subject is known well enough or the time is over.
 *
 * <p>Interleaving and its mirror order take away what drift does to a comparison: neighbours in
 * time share it (docs/measuring.md).
 */
public final class Schedule {
  /**
   * When a subject has been measured often enough.
   *
   * @param warmups readings before the first one that is kept
   * @param least readings that are kept, at least
   * @param most readings that are kept, at most
   * @param error enough after {@code least} readings, when half of the median's interval is at most
   *     this share of the median; 0 for never
   * @param limit no further reading is begun when this one's readings have taken so long together
   */
  public record Rules(int warmups, int least, int most, double error, Optional<Duration> limit) {}

  /** One of those that take turns. */
  public record Turn(String id, Subject subject, Rules rules) {}

  /** Hears of readings as they end, in the thread that measures. */
  public interface Listener {
    /** The subject {@code id} is about to be measured; {@code kept} is false to warm up. */
    void begins(String id, boolean kept);

    /** A reading has ended. */
    void ended(String id, boolean kept, Reading reading);
  }

  /**
   * What came of one turn.
   *
   * @param readings those that went well and are kept, in their order
   * @param warmups the readings before them
   * @param broken what went wrong; the readings are those before it
   * @param cut why there are fewer readings than the rules ask for; empty if there are not
   */
  public record Result(
      String id,
      List<Reading.Taken> readings,
      int warmups,
      Optional<Reading.Broken> broken,
      String cut) {
    public Result {
      readings = List.copyOf(readings);
    }
  }

  private final LongSupplier nanos;
  private final ToDoubleFunction<double[]> relativeError;
  private final Listener listener;
  private volatile boolean cancelled;

  /**
   * @param relativeError of values, one a reading: half of the interval of their median over the
   *     median
   */
  public Schedule(LongSupplier nanos, ToDoubleFunction<double[]> relativeError, Listener listener) {
    this.nanos = nanos;
    this.relativeError = relativeError;
    this.listener = listener;
  }

  /** No further reading is begun; the caller cancels the subject that is being read. */
  public void cancel() {
    cancelled = true;
  }

  /** Whether {@link #cancel} was called. */
  public boolean isCancelled() {
    return cancelled;
  }

  /**
   * Measures all {@code turns}.
   *
   * @param until no further reading is begun when the clock is here
   * @return one result for each turn, in their order
   */
  public List<Result> measure(List<Turn> turns, long until) {
    List<Progress> all = new ArrayList<>();
    for (Turn turn : turns) {
      all.add(new Progress(turn));
    }
    List<Progress> order = new ArrayList<>(all);
    while (order.stream().anyMatch(each -> each.wants(until))) {
      for (Progress each : order) {
        if (each.wants(until)) {
          each.read();
        }
      }
      Collections.reverse(order);
    }
    return all.stream().map(each -> each.result()).toList();
  }

  private final class Progress {
    private final Turn turn;
    private final List<Reading.Taken> readings = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private Optional<Reading.Broken> broken = Optional.empty();
    private int warmups;
    private long spent;

    Progress(Turn turn) {
      this.turn = turn;
    }

    boolean wants(long until) {
      return broken.isEmpty() && !cancelled && !isDone() && !isOver(until);
    }

    private boolean isDone() {
      Rules rules = turn.rules();
      int count = readings.size();
      return count >= rules.most() || (count >= rules.least() && isKnown());
    }

    private boolean isKnown() {
      double error = turn.rules().error();
      return error > 0 && values.size() > 1 && relativeError() <= error;
    }

    private double relativeError() {
      return relativeError.applyAsDouble(values.stream().mapToDouble(v -> v).toArray());
    }

    private boolean isOver(long until) {
      return nanos.getAsLong() - until >= 0 || isSpent();
    }

    private boolean isSpent() {
      return !readings.isEmpty()
          && turn.rules().limit().filter(limit -> spent >= limit.toNanos()).isPresent();
    }

    void read() {
      boolean kept = warmups >= turn.rules().warmups();
      listener.begins(turn.id(), kept);
      long start = nanos.getAsLong();
      Reading reading = turn.subject().read(kept);
      spent += nanos.getAsLong() - start;
      if (reading instanceof Reading.Broken failure) {
        broken = Optional.of(failure);
      } else if (reading instanceof Reading.Taken taken) {
        if (kept) {
          readings.add(taken);
          values.add(middle(taken.wallNanos()));
        } else {
          warmups++;
        }
      }
      listener.ended(turn.id(), kept, reading);
    }

    Result result() {
      return new Result(turn.id(), readings, warmups, broken, cut());
    }

    /** Only what the rules promise is a cut: a wide interval after all of them is a finding. */
    private String cut() {
      Rules rules = turn.rules();
      if (broken.isPresent() || cancelled || isDone()) {
        return "";
      }
      String count = readings.size() + " of at least " + rules.least();
      if (isSpent()) {
        return readings.size() < rules.least()
            ? count + " readings: the limit of the case was reached"
            : "";
      }
      if (readings.isEmpty()) {
        return "not measured: the limit of the run was reached first";
      }
      return readings.size() < rules.least()
          ? count + " readings: its share of the run's limit was used up"
          : "";
    }
  }

  private static double middle(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
