package benchwright.run;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a pool may go.
 *
 * @param workers how many trials run at once, at least 1
 * @param timeout how long one trial may take by the clock; empty for as long as it likes
 * @param grace how long a trial that was asked to end may take to do so
 */
public record Limits(int workers, Optional<Duration> timeout, Duration grace) {
  private static final Duration GRACE = Duration.ofSeconds(2);

  public Limits {
    if (workers < 1) {
      throw new IllegalArgumentException("a pool has at least one worker; got " + workers);
    }
  }

  /** Limits with the usual grace of two seconds. */
  public Limits(int workers, Optional<Duration> timeout) {
    this(workers, timeout, GRACE);
  }
}
