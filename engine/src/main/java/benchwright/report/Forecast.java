package benchwright.report;

import benchwright.artifact.TrialKey;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long a run will still take.
 *
 * <p>Trials were weighed before the run; how long they really take is learned as they end, apart
 * for each pair of optimizer and function: an optimizer that hits its targets early, or a script's
 * own that nobody could weigh, must not spoil what is said of the others. While little has been
 * seen of a pair, and it does not stand out, its optimizer speaks for it, and so all for an
 * optimizer. Trials that run longer than was expected of them count at once, not only when they
 * end.
 */
public final class Forecast {
  /** A trial that has outlived its expectation is supposed to take this share of its time more. */
  private static final double OVERTIME = 0.25;

  /** So many trials are no chance any more. */
  private static final int ENOUGH = 5;

  /** The first trials of a JVM are slower by about so much, whoever they are of. */
  private static final double WARMING_UP = 50e6;

  private final Map<TrialKey, Double> costs = new LinkedHashMap<>();
  private final Map<String, Work> pairs = new LinkedHashMap<>();
  private final Map<String, Work> optimizers = new LinkedHashMap<>();
  private final Work all = new Work();
  private final Map<Integer, Running> running = new LinkedHashMap<>();
  private int workers;

  /** Work by its expected cost, and what came of it. */
  private static final class Work {
    private double waiting;
    private double ended;
    private int count;
    private double nanos;
    private double begun;
    private double begunNanos;

    /** Nanoseconds for a unit of cost, by the trials that have ended. */
    double pace() {
      return nanos / ended;
    }

    /** The own pace, if enough has been seen of it or it is far from the pace of the others. */
    double pace(double others) {
      double difference = Math.abs(nanos - others * ended);
      boolean apart =
          difference > WARMING_UP * count && (pace() > 2 * others || pace() < others / 2);
      return count >= ENOUGH || (count > 0 && apart) ? pace() : others;
    }

    /** At least so slow are those at work, or they would have ended. */
    double slowest() {
      return begun > 0 ? begunNanos / begun : 0;
    }
  }

  private record Running(TrialKey key, double cost, long since) {}

  /**
   * What is to be expected.
   *
   * @param nanos until the end
   * @param share of the time, from 0 to 1, that has been spent
   */
  public record Outlook(long nanos, double share) {}

  /** A trial that is to be run, with its expected cost in any unit. */
  public void plan(TrialKey key, double cost) {
    costs.put(key, cost);
    for (Work work : works(key)) {
      work.waiting += cost;
    }
  }

  /** {@code worker} begins a trial. */
  public void began(int worker, TrialKey key, long now) {
    double cost = costs.getOrDefault(key, 0.0);
    workers = Math.max(workers, worker + 1);
    running.put(worker, new Running(key, cost, now));
    for (Work work : works(key)) {
      work.waiting -= cost;
    }
  }

  /** {@code worker} has ended its trial, which took {@code nanos}. */
  public void ended(int worker, TrialKey key, long nanos) {
    double cost = costs.getOrDefault(key, 0.0);
    running.remove(worker);
    for (Work work : works(key)) {
      work.ended += cost;
      work.count++;
      work.nanos += nanos;
    }
  }

  /** {@code worker} gave its trial back: it will be run again. */
  public void setAside(int worker, TrialKey key) {
    running.remove(worker);
    for (Work work : works(key)) {
      work.waiting += costs.getOrDefault(key, 0.0);
    }
  }

  /** What is to be expected; negative nanoseconds while nothing has ended. */
  public Outlook at(long now) {
    observe(now);
    if (all.ended <= 0) {
      return new Outlook(-1, 0);
    }
    double left = 0;
    double longest = 0;
    double spent = all.nanos;
    for (Running each : running.values()) {
      double elapsed = Math.max(0, now - each.since());
      double expected = each.cost() * pace(each.key());
      double rest = Math.max(expected - elapsed, OVERTIME * elapsed);
      left += rest;
      longest = Math.max(longest, rest);
      spent += elapsed;
    }
    for (Map.Entry<String, Work> pair : pairs.entrySet()) {
      left += Math.max(0, pair.getValue().waiting) * pace(pair.getKey());
    }
    double until = Math.max(left / Math.max(1, workers), longest);
    return new Outlook((long) until, spent + left > 0 ? spent / (spent + left) : 1);
  }

  private void observe(long now) {
    for (Work work : pairs.values()) {
      work.begun = 0;
      work.begunNanos = 0;
    }
    for (Work work : optimizers.values()) {
      work.begun = 0;
      work.begunNanos = 0;
    }
    for (Running each : running.values()) {
      for (Work work : new Work[] {pair(each.key()), optimizer(each.key())}) {
        work.begun += each.cost();
        work.begunNanos += Math.max(0, now - each.since());
      }
    }
  }

  private double pace(TrialKey key) {
    return pace(name(key));
  }

  private double pace(String name) {
    Work pair = pairs.getOrDefault(name, all);
    Work optimizer = optimizers.getOrDefault(name.substring(0, name.indexOf('/')), all);
    double known = pair.pace(optimizer.pace(all.pace()));
    return Math.max(known, Math.max(pair.slowest(), optimizer.slowest()));
  }

  private Work[] works(TrialKey key) {
    return new Work[] {pair(key), optimizer(key), all};
  }

  private Work pair(TrialKey key) {
    return pairs.computeIfAbsent(name(key), name -> new Work());
  }

  private Work optimizer(TrialKey key) {
    return optimizers.computeIfAbsent(key.optimizer(), name -> new Work());
  }

  private static String name(TrialKey key) {
    return key.optimizer() + "/" + key.function();
  }
}
