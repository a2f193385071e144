package benchwright.measure.command;

import benchwright.RandomSource;
import benchwright.artifact.CaseKey;
import benchwright.external.Project;
import benchwright.measure.Confinement;
import benchwright.measure.Reading;
import benchwright.measure.Subject;
import benchwright.suite.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A command in one of its cases: each reading is a run of the whole program. */
final class CommandSubject implements Subject {
  private final Bench bench;
  private final Command command;
  private final Project project;
  private final Confinement confinement;
  private final Orders orders;
  private final RandomSource padding;
  private Optional<Errand> current = Optional.empty();
  private boolean stopped;

  CommandSubject(Bench bench, Command command, CaseKey key, Confinement confinement) {
    this.bench = bench;
    this.command = command;
    this.project = Project.of(command);
    this.confinement = confinement;
    this.orders = new Orders(bench, command, key, confinement);
    this.padding =
        RandomSource.of(
            "padding", Long.toString(confinement.paddingSeed()), command.id(), key.toString());
  }

  @Override
  public Reading read(boolean kept) {
    Reading reading;
    try {
      Path own = Files.createTempDirectory("bench-run-");
      try {
        reading = read(own, padding.nextInt(Orders.LONGEST_PADDING));
      } finally {
        delete(own);
      }
    } catch (IOException impossible) {
      reading = new Reading.Broken("start", "it gets no directory: " + impossible.getMessage());
    }
    return isStopped() ? new Reading.Stopped() : reading;
  }

  private Reading read(Path own, int length) {
    for (String step : command.prepare()) {
      Optional<Reading> failure = step("prepare", step, own, length);
      if (failure.isPresent()) {
        return failure.get();
      }
    }
    Reading reading = run(own, length);
    for (String step : command.conclude()) {
      Optional<Reading> failure = step("conclude", step, own, length);
      if (failure.isPresent() && reading instanceof Reading.Taken) {
        return failure.get();
      }
    }
    return reading;
  }

  /** Empty if it went well. */
  private Optional<Reading> step(String kind, String step, Path own, int length) {
    Errand errand = new Errand(bench, bench.plain(), confinement, false);
    if (carryOut(errand, step, own, length) instanceof Errand.Outcome.Failed failed) {
      String text = "the " + kind + " step \"" + step + "\" failed: " + failed.text();
      return Optional.of(new Reading.Broken(kind, text));
    }
    return Optional.empty();
  }

  private Reading run(Path own, int length) {
    ResultsFile file = new ResultsFile(bench.workshop().place(project), command.results());
    Errand errand = new Errand(bench, bench.launcher(), confinement, !file.isAsked());
    Errand.Outcome outcome = carryOut(errand, command.run(), own, length);
    if (outcome instanceof Errand.Outcome.Failed failed) {
      return new Reading.Broken(failed.kind(), failed.text());
    }
    try {
      Errand.Outcome.Done done = (Errand.Outcome.Done) outcome;
      return taken(done, file.isAsked() ? file.numbers() : done.output().numbers());
    } catch (IOException unreadable) {
      return new Reading.Broken("result", unreadable.getMessage());
    }
  }

  private Errand.Outcome carryOut(Errand errand, String text, Path own, int length) {
    if (!begin(errand)) {
      return new Errand.Outcome.Failed("stopped", "it was stopped");
    }
    String missing = orders.missing(text);
    return missing.isEmpty()
        ? errand.carryOut(orders.order(text, own, length))
        : new Errand.Outcome.Failed("start", missing);
  }

  private static Reading taken(Errand.Outcome.Done done, List<Double> result) {
    Launched.Usage usage = done.usage();
    List<Reading.Figure> metrics = new ArrayList<>(done.output().metrics());
    metrics.addAll(done.devices());
    boolean known = usage.isKnown();
    return new Reading.Taken(
        List.of(usage.wallNanos()),
        List.of(),
        known ? List.of(usage.userNanos()) : List.of(),
        known ? List.of(usage.systemNanos()) : List.of(),
        known ? List.of(usage.peakRssBytes()) : List.of(),
        List.of(),
        List.of(),
        List.of(),
        metrics,
        done.output().stages(),
        result);
  }

  private static void delete(Path directory) {
    try (Stream<Path> paths = Files.walk(directory)) {
      paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException | UncheckedIOException locked) {
      // What a program has locked stays where temporary files are.
    }
  }

  private synchronized boolean begin(Errand errand) {
    current = Optional.of(errand);
    return !stopped && !bench.isClosed();
  }

  private synchronized boolean isStopped() {
    return stopped || bench.isClosed();
  }

  @Override
  public void cancel() {
    Optional<Errand> errand;
    synchronized (this) {
      stopped = true;
      errand = current;
    }
    errand.ifPresent(Errand::end);
  }

  @Override
  public void close() {
    // Between two readings nothing is held.
  }
}
