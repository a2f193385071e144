package benchwright.report;

import benchwright.artifact.TimingRow;
import benchwright.suite.Profile;
import benchwright.suite.Suite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How the times of a run stand to what its suite allows; times in nanoseconds, NaN where the suite
 * was not kept or sets no such limit.
 *
 * @param longest the case with the longest run of a program; empty if no program was run
 * @param timeout how long one run of a program may take
 * @param whole how long the whole took
 * @param limit how long the whole may take
 */
public record TimeLimits(Optional<TimingRow> longest, double timeout, double whole, double limit) {
  private static final double SECOND = 1e9;

  /** Of a run that measured time. */
  public static TimeLimits of(Findings findings) {
    double whole = findings.manifest().resources().wallNanos();
    Optional<Suite> kept = findings.review().suite();
    if (kept.isEmpty()) {
      return new TimeLimits(Optional.empty(), Double.NaN, whole, Double.NaN);
    }
    Suite suite = kept.get();
    boolean quick = findings.manifest().profile().equals("quick");
    Profile profile = quick ? suite.quick() : suite.full();
    long timeout = (quick ? suite.speed().quick() : suite.speed().full()).timing().timeoutSeconds();
    Optional<TimingRow> longest =
        findings.summary().timings().stream()
            .filter(row -> row.kind().equals("command") && row.statistics().count() > 0)
            .max(Comparator.comparingDouble(row -> row.statistics().greatest()));
    return new TimeLimits(
        longest,
        timeout == 0 ? Double.NaN : timeout * SECOND,
        whole,
        profile.limitSeconds() == 0 ? Double.NaN : profile.limitSeconds() * SECOND);
  }

  /**
   * The same in words, for a reader who asks whether the limits are near.
   *
   * @param named how the name of an implementation and its case are written
   */
  public List<String> sentences(UnaryOperator<String> named) {
    List<String> sentences = new ArrayList<>();
    if (longest.isPresent() && !Double.isNaN(timeout)) {
      TimingRow row = longest.get();
      sentences.add(
          "The longest run of all took "
              + Quantity.time(row.statistics().greatest())
              + " ("
              + named.apply((row.name() + " " + row.key()).strip())
              + "); a run may take "
              + Quantity.duration((long) timeout)
              + ".");
    }
    if (!Double.isNaN(limit)) {
      sentences.add(
          "The whole took "
              + Quantity.duration((long) whole)
              + " of the "
              + Quantity.duration((long) limit)
              + " that the suite allows.");
    }
    return sentences;
  }
}
