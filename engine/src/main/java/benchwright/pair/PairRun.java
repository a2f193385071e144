package benchwright.pair;

import benchwright.analysis.PairRules;
import benchwright.artifact.Conditions;
import benchwright.artifact.PairedCase;
import benchwright.artifact.Sides;
import benchwright.measure.Subject;
import benchwright.plan.TimingCase;
import benchwright.stats.SignBoundary;
import benchwright.suite.Timing;
import benchwright.suite.Tolerance;
import benchwright.timing.Circumstances;
import benchwright.timing.MeasuringTurn;
import benchwright.timing.Subjects;
import benchwright.timing.TimingListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Measures cases of two sides, pair by pair, until enough is known of each or the time is up. Cases
 * take turns, a pair each, so that those that need more pairs get them when all others are done.
 */
public final class PairRun {
  /** What came of it. */
  public sealed interface Outcome {
    /** Each case has its pairs, or a reason why it has not. */
    record Measured(List<PairedCase> cases, Conditions conditions) implements Outcome {
      public Measured {
        cases = List.copyOf(cases);
      }
    }

    /** A side cannot be built or started; each problem is a text for people. */
    record Rejected(List<String> problems) implements Outcome {
      public Rejected {
        problems = List.copyOf(problems);
      }
    }

    /** It was cancelled. */
    record Stopped() implements Outcome {}
  }

  /**
   * What is measured, and how.
   *
   * @param timing how often a command is run to warm up, and for how long a case may be measured
   * @param tolerance by which results of the two sides may differ
   * @param limit no pair is begun when the run has taken so long
   */
  public record Order(
      List<MatchedCase> cases,
      PairRules rules,
      Timing timing,
      Tolerance tolerance,
      Optional<Duration> limit) {
    public Order {
      cases = List.copyOf(cases);
    }
  }

  private final Order order;
  private final Subjects base;
  private final Subjects head;
  private final Circumstances circumstances;
  private final MeasuringTurn turn;
  private final LongSupplier nanos;
  private volatile Optional<Subject> current = Optional.empty();
  private volatile boolean cancelled;

  public PairRun(
      Order order,
      Subjects base,
      Subjects head,
      Circumstances circumstances,
      MeasuringTurn turn,
      LongSupplier nanos) {
    this.order = order;
    this.base = base;
    this.head = head;
    this.circumstances = circumstances;
    this.turn = turn;
    this.nanos = nanos;
  }

  /** Builds both sides and measures. */
  public Outcome carryOut(PairListener listener) {
    try {
      List<String> problems = new ArrayList<>();
      prepare("base", base, MatchedCase::base, listener).ifPresent(problems::add);
      if (!cancelled) {
        prepare("head", head, MatchedCase::head, listener).ifPresent(problems::add);
      }
      if (cancelled) {
        return new Outcome.Stopped();
      }
      return problems.isEmpty() ? measured(listener) : new Outcome.Rejected(problems);
    } finally {
      base.close();
      head.close();
    }
  }

  /** {@link #carryOut} returns promptly. Any thread may call. */
  public void cancel() {
    cancelled = true;
    current.ifPresent(Subject::cancel);
    turn.cancel();
    base.cancel();
    head.cancel();
  }

  /** What only one side has is not built: it is not measured either. */
  private Optional<String> prepare(
      String side,
      Subjects subjects,
      Function<MatchedCase, Optional<TimingCase>> of,
      PairListener listener) {
    List<TimingCase> cases =
        order.cases().stream()
            .filter(each -> each.sides() == Sides.BOTH)
            .map(each -> of.apply(each).orElseThrow())
            .toList();
    if (cases.isEmpty()) {
      return Optional.empty();
    }
    return subjects
        .prepare(
            cases,
            new TimingListener() {
              @Override
              public void building(String directory, String command) {
                listener.building(side, directory, command);
              }
            })
        .map(problem -> "in the " + side + ": " + problem);
  }

  private Outcome measured(PairListener listener) {
    MeasuringTurn.Held held = turn.await(listener::waiting);
    try {
      Circumstances.Look look = circumstances.begin();
      List<PairedCase> cases = new ArrayList<>();
      Map<Integer, Contest> contests = new LinkedHashMap<>();
      List<Subject> subjects = new ArrayList<>();
      try {
        for (int place = 0; place < order.cases().size(); place++) {
          MatchedCase each = order.cases().get(place);
          cases.add(each.unmeasured());
          if (each.sides() == Sides.BOTH) {
            Made made = made(each, listener);
            subjects.addAll(made.subjects());
            if (made.contest().isPresent()) {
              contests.put(place, made.contest().get());
            } else {
              cases.set(place, made.missing());
            }
          }
        }
        listener.began(contests.size(), order.rules().least(), order.rules().most());
        new Rounds(contests, cases, listener).measure();
      } finally {
        current = Optional.empty();
        subjects.forEach(Subject::close);
      }
      return cancelled ? new Outcome.Stopped() : new Outcome.Measured(cases, look.end());
    } finally {
      held.close();
    }
  }

  /** A contest, or a case that says why there is none. */
  private record Made(Optional<Contest> contest, List<Subject> subjects, PairedCase missing) {}

  private Made made(MatchedCase each, PairListener listener) {
    List<Subject> subjects = new ArrayList<>();
    String side = "base";
    String reason = "";
    for (TimingCase one : List.of(each.base().orElseThrow(), each.head().orElseThrow())) {
      Subjects.Made made = (subjects.isEmpty() ? base : head).subject(one);
      if (made instanceof Subjects.Made.Ready ready) {
        subjects.add(ready.subject());
        side = "head";
      } else {
        reason = ((Subjects.Made.Missing) made).reason();
        break;
      }
    }
    PairedCase plain = each.unmeasured();
    if (!reason.isEmpty()) {
      return new Made(
          Optional.empty(),
          subjects,
          new PairedCase(
              plain.implementation(),
              plain.kind(),
              plain.key(),
              plain.sides(),
              1,
              List.of(),
              side,
              reason,
              false,
              ""));
    }
    Contest contest =
        new Contest(
            each,
            subjects.get(0),
            subjects.get(1),
            MatchedCase.isOperation(each.any()) ? 0 : order.timing().warmups(),
            order.tolerance(),
            (subject, ofBase, pair) -> {
              current = Optional.of(subject);
              listener.reading(each.any().id(), ofBase, pair);
              if (cancelled) {
                subject.cancel();
              }
            },
            () -> cancelled);
    return new Made(Optional.of(contest), subjects, plain);
  }

  /** Gives a pair to each case that needs one, again and again. */
  private final class Rounds {
    private final Map<Integer, Contest> open;
    private final List<PairedCase> cases;
    private final PairListener listener;
    private final SignBoundary boundary = order.rules().boundary();
    private final long begin = nanos.getAsLong();

    Rounds(Map<Integer, Contest> contests, List<PairedCase> cases, PairListener listener) {
      this.open = new LinkedHashMap<>(contests);
      this.cases = cases;
      this.listener = listener;
    }

    void measure() {
      for (Map.Entry<Integer, Contest> each : open.entrySet()) {
        if (!isOver() && !cancelled) {
          each.getValue().warmUp();
        }
      }
      while (!open.isEmpty() && !cancelled) {
        for (Map.Entry<Integer, Contest> each : List.copyOf(open.entrySet())) {
          step(each.getKey(), each.getValue());
        }
      }
    }

    private void step(int place, Contest contest) {
      if (cancelled) {
        return;
      }
      if (contest.isBroken() || order.rules().isEnough(contest.result(), boundary)) {
        finish(place, contest);
      } else if (isOver() || isSpent(contest)) {
        contest.cut();
        finish(place, contest);
      } else {
        contest.pair();
      }
    }

    private boolean isOver() {
      return order
          .limit()
          .filter(limit -> nanos.getAsLong() - begin >= limit.toNanos())
          .isPresent();
    }

    private boolean isSpent(Contest contest) {
      long limit = order.timing().limitSeconds();
      return limit > 0 && contest.spent() >= Duration.ofSeconds(limit).toNanos();
    }

    private void finish(int place, Contest contest) {
      open.remove(place);
      PairedCase result = contest.result();
      cases.set(place, result);
      listener.finished(result);
    }
  }
}
