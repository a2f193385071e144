package benchwright.run;

import benchwright.artifact.Circumstance;
import benchwright.artifact.TrialKey;
import benchwright.plan.Trial;
import benchwright.run.ChunkWire.Chunk;
import benchwright.run.ChunkWire.Ended;
import benchwright.run.Cluster.Answer;
import benchwright.run.Event.Loss;
import benchwright.run.Event.TrialFinished;
import benchwright.run.Event.TrialSetAside;
import benchwright.run.Event.TrialStarted;
import benchwright.run.Event.WorkerLost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs trials on a {@link Cluster}, in chunks, about as many of them at a time as it has slots. A
 * trial is told as started when its chunk comes back, together with its end.
 *
 * <p>A chunk over which processes of the cluster have ended holds a trial that ends its process, or
 * one that had such a neighbour. Its trials are set aside and repeated when all others are done,
 * one at a time and nothing beside them; one that is lost again is to blame, and has failed.
 */
public final class ClusterPool implements Pool {
  private static final long LOOK_MILLIS = 200;

  /** So that a slot that becomes free finds its next chunk waiting. */
  private static final int SPARE = 1;

  private final TrialRunner runner;
  private final ToDoubleFunction<Trial> expectedCost;
  private final Limits limits;
  private final Cluster cluster;

  private final LinkedBlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private final Map<Integer, Away> away = new ConcurrentSkipListMap<>();
  private final List<Trial> setAside = new ArrayList<>();
  private volatile boolean cancelled;
  private volatile boolean windingUp;
  private boolean started;

  /** A chunk that is on the cluster. */
  private record Away(List<Trial> trials, long since, boolean alone) {}

  /** An answer, and the number under which its chunk was sent; no answer to look around. */
  private record Heard(int number, @Nullable Answer answer) {}

  /**
   * @param runner writes the records of trials that did not live to write their own
   * @param expectedCost decides which trials start first, and how large chunks are: {@code
   *     Planner::expectedCost}, in nanoseconds
   * @param limits of workers, the most chunks that may be away at a time
   */
  public ClusterPool(
      TrialRunner runner, ToDoubleFunction<Trial> expectedCost, Limits limits, Cluster cluster) {
    this.runner = runner;
    this.expectedCost = expectedCost;
    this.limits = limits;
    this.cluster = cluster;
  }

  /**
   * @throws ClusterLost if the cluster is gone
   */
  @Override
  public void run(List<Trial> trials, Sink sink) {
    if (started) {
      throw new IllegalStateException("a pool runs once");
    }
    started = true;
    Chunks chunks = new Chunks(Order.of(trials, expectedCost), expectedCost);
    Map<Integer, Cluster.Placed> placed = new LinkedHashMap<>();
    try {
      while (!cancelled) {
        if (windingUp) {
          chunks.leaveOut();
          setAside.clear();
        }
        placeAll(chunks, placed);
        if (away.isEmpty()) {
          return;
        }
        take(next(), chunks, placed, sink);
      }
    } finally {
      placed.values().forEach(Cluster.Placed::withdraw);
      away.clear();
    }
  }

  private void placeAll(Chunks chunks, Map<Integer, Cluster.Placed> placed) {
    int slots = Math.min(Math.max(1, cluster.slots()), limits.workers());
    int window = slots == limits.workers() ? slots : slots + SPARE;
    while (!chunks.isEmpty() && away.size() < window) {
      place(chunks.next(slots), false, placed);
    }
    if (away.isEmpty() && !setAside.isEmpty()) {
      place(List.of(setAside.remove(0)), true, placed);
    }
  }

  private void place(List<Trial> trials, boolean alone, Map<Integer, Cluster.Placed> placed) {
    int free = 0;
    while (away.containsKey(free)) {
      free++;
    }
    int number = free;
    away.put(number, new Away(trials, runner.now(), alone));
    byte[] chunk = ChunkWire.chunk(new Chunk(limits, trials));
    placed.put(number, cluster.place(chunk, answer -> heard.add(new Heard(number, answer))));
  }

  private Heard next() {
    try {
      Heard next = heard.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      return next == null ? new Heard(-1, null) : next;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      cancelled = true;
      return new Heard(-1, null);
    }
  }

  private void take(Heard next, Chunks chunks, Map<Integer, Cluster.Placed> placed, Sink sink) {
    Away back = next.answer() == null ? null : away.get(next.number());
    if (back == null) {
      return;
    }
    if (next.answer() instanceof Answer.Broken broken) {
      throw new ClusterLost(broken.why());
    }
    placed.remove(next.number());
    if (next.answer() instanceof Answer.Done done) {
      tell(back, next.number(), ChunkWire.outcomes(done.outcomes()), chunks, sink);
    } else if (back.alone()) {
      blame(back, next.number(), sink);
    } else {
      for (Trial trial : back.trials()) {
        setAside.add(trial);
        sink.accept(new TrialStarted(trial.key(), next.number()));
        sink.accept(new TrialSetAside(trial.key(), next.number()));
      }
    }
    away.remove(next.number());
  }

  private static void tell(Away back, int number, List<Ended> outcomes, Chunks chunks, Sink sink) {
    Map<TrialKey, Trial> open = new LinkedHashMap<>();
    back.trials().forEach(trial -> open.put(trial.key(), trial));
    for (Ended each : outcomes) {
      TrialKey key = each.outcome().record().getKey();
      Trial trial = open.remove(key);
      if (trial == null) {
        throw new IllegalStateException("the cluster answers for " + key + " in a wrong chunk");
      }
      chunks.learn(trial, each.outcome().circumstance().runtimeNanos());
      sink.accept(new TrialStarted(key, number));
      sink.accept(
          new TrialFinished(each.outcome().record(), each.outcome().circumstance(), number));
      if (each.loss().isPresent()) {
        sink.accept(new WorkerLost(number, key, each.loss().get()));
      }
    }
    if (!open.isEmpty()) {
      throw new IllegalStateException("the cluster left out " + open.keySet());
    }
  }

  private void blame(Away back, int number, Sink sink) {
    for (Trial trial : back.trials()) {
      Outcome outcome =
          new Outcome(
              runner.stopped(trial, Mishap.exit("each time that it was tried")),
              new Circumstance(runner.now() - back.since(), 0, 0));
      sink.accept(new TrialStarted(trial.key(), number));
      sink.accept(new TrialFinished(outcome.record(), outcome.circumstance(), number));
      sink.accept(new WorkerLost(number, trial.key(), Loss.ENDED));
    }
  }

  @Override
  public void cancel() {
    cancelled = true;
    heard.add(new Heard(-1, null));
  }

  @Override
  public void windUp() {
    windingUp = true;
    heard.add(new Heard(-1, null));
  }

  /** Those whose chunks are away. */
  @Override
  public List<TrialKey> running() {
    List<TrialKey> running = new ArrayList<>();
    away.values().forEach(each -> each.trials().forEach(trial -> running.add(trial.key())));
    return running;
  }

  /** Never: a trial that calls exit ends a process of the cluster. */
  @Override
  public Optional<TrialKey> exiting() {
    return Optional.empty();
  }
}
