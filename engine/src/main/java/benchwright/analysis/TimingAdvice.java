package benchwright.analysis;

import benchwright.artifact.CaseStatus;
import benchwright.artifact.Steady;
import benchwright.artifact.TimedCase;
import benchwright.artifact.Timings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What timed cases ask somebody to do. */
final class TimingAdvice {
  private static final double WIDE = 0.05;

  private final List<Timings> timings;
  private final List<Recommendation> found = new ArrayList<>();

  private TimingAdvice(List<Timings> timings) {
    this.timings = timings;
  }

  static List<Recommendation> of(List<Timings> timings) {
    TimingAdvice advice = new TimingAdvice(timings);
    advice.about(
        98,
        each -> each.status() == CaseStatus.FAILED,
        "failed",
        "the reasons are told below; to try one alone, run its command by hand");
    advice.about(
        85,
        each -> each.status() == CaseStatus.LEFT_OUT,
        "left out, because the limit of the run was reached",
        "raise the limit of the suite, or go on with --resume");
    advice.about(
        55,
        each -> each.status() == CaseStatus.MEASURED && each.steady() == Steady.NO,
        "not steady when the first sample was taken",
        "more warm-ups are needed before these times can be compared");
    advice.about(
        45,
        each -> each.status() == CaseStatus.MEASURED && each.statistics().relativeError() > WIDE,
        "known to no better than 5 %",
        "more runs, or a machine that does less beside, narrow the interval");
    advice.about(
        35,
        each -> List.of("two", "several").contains(each.statistics().modality()),
        "spread over more than one mode",
        "look for what differs between runs: the processor's frequency, a cache, another load");
    return advice.found;
  }

  private void about(int weight, Predicate<TimedCase> which, String what, String remedy) {
    int count = 0;
    int all = 0;
    String example = "";
    for (Timings each : timings) {
      for (TimedCase timed : each.cases()) {
        all++;
        if (which.test(timed)) {
          count++;
          if (example.isEmpty()) {
            example = (each.implementation().getId() + " " + timed.key()).strip();
          }
        }
      }
    }
    if (count > 0) {
      found.add(
          new Recommendation(
              weight,
              count
                  + " of "
                  + all
                  + (all == 1 ? " case " : " cases ")
                  + what
                  + ", such as "
                  + example
                  + ": "
                  + remedy));
    }
  }
}
