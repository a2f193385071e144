package benchwright.docs;

import benchwright.engine.Surroundings;
import benchwright.report.PlanText;
import benchwright.report.Quantity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Regions that show what a suite says or gives, and those that show another file. */
public final class SuiteFillers {
  private SuiteFillers() {}

  /** {@code thresholds:SUITE}, {@code quick:SUITE} and {@code include:FILE}. */
  public static List<Filler> of(Surroundings surroundings, ExampleRuns runs) {
    Path directory = surroundings.directory();
    return List.of(
        new Named(
            "thresholds", ref -> ofSuite(ref, directory, runs, false, SuiteFillers::thresholds)),
        new Named("quick", ref -> ofSuite(ref, directory, runs, true, SuiteFillers::quick)),
        new Named("include", file -> Filling.of(include(directory, file))));
  }

  private interface Content {
    Filling of(String name) throws IOException;
  }

  private record Named(String kind, Content content) implements Filler {
    @Override
    public List<String> names() {
      return List.of();
    }

    @Override
    public Filling text(String name) {
      try {
        return content.of(name);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static Filling ofSuite(
      String ref, Path directory, ExampleRuns runs, boolean run, Function<Outcome, Filling> says)
      throws IOException {
    Optional<Path> script = SuiteRef.script(ref, directory, runs);
    return script.isEmpty()
        ? new Filling.Unknown()
        : says.apply(run ? runs.run(script.get()) : runs.plan(script.get()));
  }

  private static Filling thresholds(Outcome outcome) {
    if (!(outcome instanceof Outcome.Planned planned)) {
      return broken(outcome);
    }
    List<String> thresholds = PlanText.thresholds(planned.suite());
    return new Filling.Text(
        thresholds.isEmpty()
            ? "The suite sets none: a comparison of two of its runs neither fails nor warns.\n"
            : "A comparison\n\n- " + String.join("\n- ", thresholds) + "\n");
  }

  private static Filling quick(Outcome outcome) {
    if (outcome instanceof Outcome.Planned) {
      return new Filling.Text("No two measurements of time are the same, so there is no digest.\n");
    }
    if (!(outcome instanceof Outcome.Ran ran)) {
      return broken(outcome);
    }
    return new Filling.Text(
        "The quick run is "
            + Quantity.count(ran.manifest().totals().trials(), "trial")
            + " and "
            + Quantity.count(ran.manifest().totals().evaluations(), "evaluation")
            + "; the digest of its results is\n`"
            + ran.manifest().resultsDigest()
            + "`.\n");
  }

  private static Filling broken(Outcome outcome) {
    if (outcome instanceof Outcome.Wrong wrong) {
      return new Filling.Broken("the suite does not compile: " + wrong.diagnostics().get(0).text());
    }
    if (outcome instanceof Outcome.TooLong tooLong) {
      return new Filling.Broken("the quick run did not end within " + tooLong.limit());
    }
    return outcome instanceof Outcome.Refused refused
        ? new Filling.Broken(refused.problems().get(0))
        : new Filling.Unknown();
  }

  private static Optional<String> include(Path directory, String name) throws IOException {
    Path file = directory.resolve(name).normalize();
    return file.startsWith(directory) && Files.isRegularFile(file)
        ? Optional.of(Files.readString(file))
        : Optional.empty();
  }
}
