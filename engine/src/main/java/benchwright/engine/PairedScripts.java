package benchwright.engine;

import benchwright.compile.Compilation;
import benchwright.compile.Diagnostic;
import benchwright.pair.MatchedCase;
import benchwright.plan.Planning;
import benchwright.plan.Selection;
import benchwright.plan.TimingPlan;
import benchwright.plan.TimingSelection;
import benchwright.suite.Command;
import benchwright.suite.Speed;
import benchwright.suite.Suite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What the scripts of two sides say, and what of it is measured. */
final class PairedScripts {
  private final PairRequest request;
  private final BooleanSupplier cancelled;

  PairedScripts(PairRequest request, BooleanSupplier cancelled) {
    this.request = request;
    this.cancelled = cancelled;
  }

  /** What the script says that lies there from the working directory of {@code side}. */
  Source compiled(PairSide side, Path suite) throws PairingEnded {
    List<Path> missing =
        request.classPath().stream()
            .filter(path -> !Files.exists(side.directory().resolve(path)))
            .toList();
    if (!missing.isEmpty()) {
      throw PairingEnded.refused(
          "there is no " + missing.get(0) + " in the " + side.word() + ", " + side.name(),
          "let both sides be built first: --build 'mvn -q compile'");
    }
    if (cancelled.getAsBoolean()) {
      throw new PairingEnded(new PairOutcome.Stopped());
    }
    Compilation compilation = new Engine(side.surroundings()).compile(suite, request.classPath());
    if (compilation instanceof Compilation.Compiled compiled) {
      return Source.of(compiled);
    }
    List<String> problems = new ArrayList<>();
    for (Diagnostic each : ((Compilation.Rejected) compilation).diagnostics()) {
      problems.add("in the " + side.word() + ": " + each.toText());
    }
    throw new PairingEnded(new PairOutcome.Rejected(problems));
  }

  /** What {@code selection} chooses of a suite that measures time. */
  TimingPlan plan(Source source, Selection selection) throws PairingEnded {
    Planning planning = Engine.plan(source, selection);
    if (planning instanceof Planning.Rejected rejected) {
      throw new PairingEnded(new PairOutcome.Mismatched(rejected.problems()));
    }
    if (planning instanceof Planning.Timed timed) {
      return timed.plan();
    }
    throw PairingEnded.refused(
        request.suite()
            + " measures optimizers, by evaluations and values: they come out the same on any"
            + " machine, and need no pairs",
        "run it on both revisions, then: bench compare BASE HEAD");
  }

  /** All that the base has; what was not selected of it is left out when it is matched. */
  TimingPlan basePlan(Source base) throws PairingEnded {
    if (!base.suite().speed().isAsked()) {
      return new TimingPlan(
          base.suite(),
          request.selection().profile(),
          base.suite().speed().full().timing(),
          List.of(),
          "",
          List.of());
    }
    TimingSelection timing = request.selection().timing();
    return plan(
        base,
        request
            .selection()
            .withTiming(
                new TimingSelection(
                    List.of(), timing.size(), timing.workers(), timing.devices(), false)));
  }

  /** Whether nothing was selected, so that what the head lacks was removed. */
  boolean isWhole() {
    TimingSelection timing = request.selection().timing();
    return timing.implementations().isEmpty() && timing.size().isEmpty();
  }

  /** The implementations of {@code source}, with sizes, workers and timing of {@code head}. */
  static Source with(Source source, Suite head) {
    Speed speed =
        new Speed(
            source.suite().speed().implementations(),
            head.speed().full(),
            head.speed().quick(),
            head.speed().sameResults());
    Suite suite =
        new Suite(
            head.name(),
            head.title(),
            List.of(),
            head.full(),
            head.quick(),
            head.targets(),
            head.thresholds(),
            List.of(),
            speed);
    return new Source(
        suite, source.file(), source.sha256(), source.classPath(), source.bodies(), source.entry());
  }

  /** What does not lie in the tree of a side is the same program on both. */
  static List<String> outside(List<MatchedCase> cases, PairSide base) {
    List<String> notes = new ArrayList<>();
    for (MatchedCase each : cases) {
      if (each.base().isPresent()
          && each.base().get().implementation() instanceof Command command) {
        Path place = base.directory().resolve(command.directory()).normalize();
        String note =
            command.id()
                + " lies outside of the repository, in "
                + place
                + ": both sides run the same program.";
        if (!place.startsWith(base.root()) && !notes.contains(note)) {
          notes.add(note);
        }
      }
    }
    return notes;
  }
}
