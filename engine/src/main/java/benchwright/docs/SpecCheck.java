package benchwright.docs;

import benchwright.compile.Diagnostic;
import benchwright.engine.FailedTrial;
import benchwright.engine.Surroundings;
import benchwright.report.Quantity;
import benchwright.report.document.Document;
import benchwright.suite.Program;
import benchwright.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Holds every suite of a project and every example of its documents against its specification, and
 * runs it quickly. All that is wrong is told at once.
 *
 * <p>A quick run may take a second: the time of its trials, from the first to the writing of the
 * summary, as the run itself tells it, without the start of a JVM. One that took longer is run
 * twice more, and the middle one counts. Suites that measure time, or start programs, take as long
 * as what they measure: they are planned and not run, and must set themselves a limit.
 */
public final class SpecCheck {
  private static final long SECOND = 1_000_000_000L;
  private static final String FOLDER = "docs/specs";

  /**
   * What was found.
   *
   * @param kept a line for each suite and example that keeps its specification
   */
  public record Result(List<String> kept, List<Finding> findings) {
    public Result {
      kept = List.copyOf(kept);
      findings = List.copyOf(findings);
    }
  }

  /**
   * A suite or an example.
   *
   * @param ref as specifications name it
   * @param file where its line is counted
   * @param spec what the fence of an example names; empty for what the suite says
   */
  private record Subject(String ref, Path script, String file, int line, String spec) {
    Finding finding(Finding.Kind kind, String what, String... more) {
      return Finding.at(kind, file, line, what, more);
    }
  }

  private final Surroundings surroundings;
  private final Path directory;
  private final ExampleRuns runs;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> kept = new ArrayList<>();
  private final Set<String> named = new HashSet<>();

  public SpecCheck(Surroundings surroundings, ExampleRuns runs) {
    this.surroundings = surroundings;
    this.directory = surroundings.directory();
    this.runs = runs;
  }

  /**
   * Looks at all of them, once.
   *
   * @throws IOException if a file cannot be read
   */
  public Result go() throws IOException {
    for (Subject subject : subjects()) {
      int before = findings.size();
      String line = check(subject);
      if (findings.size() == before) {
        kept.add(line);
      }
    }
    orphans();
    return new Result(kept, findings);
  }

  private List<Subject> subjects() throws IOException {
    List<Subject> subjects = new ArrayList<>();
    for (Path script : DocumentFiles.suites(directory)) {
      String shown = surroundings.shown(script);
      int line = lineOf(Files.readString(script), "spec(");
      subjects.add(new Subject(shown, Path.of(shown), shown, line, ""));
    }
    ExampleCheck examples = new ExampleCheck(directory, runs);
    for (Path file : DocumentFiles.documents(List.of(directory))) {
      String text = Files.readString(file);
      if (!text.contains(Example.BENCH)) {
        continue;
      }
      Document document =
          DocumentFiles.isMarkdown(file) ? Document.ofMarkdown(text) : Document.ofSource(text);
      List<Finding> toldByDocs = new ArrayList<>();
      for (Example each : Example.in(surroundings.shown(file), document, toldByDocs)) {
        if (each.file().isEmpty() && !each.isRejected()) {
          subjects.add(
              new Subject(
                  SuiteRef.of(each),
                  examples.script(each),
                  each.document(),
                  each.block().line(),
                  each.block().value(Example.SPEC).orElse("")));
        }
      }
    }
    return subjects;
  }

  /** What can be said of it if nothing was found. */
  private String check(Subject subject) throws IOException {
    Outcome planned = runs.plan(subject.script());
    if (planned instanceof Outcome.Wrong wrong) {
      for (Diagnostic each : wrong.diagnostics()) {
        findings.add(
            subject.spec().isEmpty() && !subject.ref().contains("#")
                ? new Finding(Finding.Kind.REJECTED, each.toText())
                : subject.finding(
                    Finding.Kind.REJECTED, "the example does not compile: " + each.text()));
      }
      return "";
    }
    if (planned instanceof Outcome.Refused refused) {
      refused.problems().forEach(it -> findings.add(subject.finding(Finding.Kind.REJECTED, it)));
      return "";
    }
    Suite suite = ((Outcome.Planned) planned).suite();
    String path = subject.spec().isEmpty() ? suite.spec() : subject.spec();
    Optional<Specification> specification = specification(subject, path, suite);
    boolean measures =
        suite.speed().isAsked()
            || suite.optimizers().stream().anyMatch(it -> it instanceof Program);
    String line = subject.ref() + ": " + path + ", ";
    if (measures) {
      if (suite.quick().limitSeconds() == 0) {
        findings.add(
            subject.finding(
                Finding.Kind.FAULTY,
                "a suite that measures time or starts programs takes as long as they do, and this"
                    + " one sets no limit",
                "add a line such as: limit(15.minutes)"));
      }
      return line + "planned, within " + Quantity.duration(suite.quick().limitSeconds() * SECOND);
    }
    return line + quick(subject, specification);
  }

  private Optional<Specification> specification(Subject subject, String path, Suite suite)
      throws IOException {
    if (path.isEmpty()) {
      String example = FOLDER + "/001-" + suite.name() + ".md";
      findings.add(
          subject.finding(
              Finding.Kind.FAULTY,
              subject.ref() + " names no specification",
              subject.ref().contains("#")
                  ? "write it into the fence: ```kotlin bench spec=" + example
                  : "add a line such as: spec(\"" + example + "\")"));
      return Optional.empty();
    }
    Path file = directory.resolve(path).normalize();
    named.add(surroundings.shown(file));
    if (!file.startsWith(directory) || !Files.isRegularFile(file)) {
      findings.add(
          subject.finding(
              Finding.Kind.FAULTY,
              "there is no specification " + path,
              "write it: Given, When, Then, Thresholds, Reproducibility"));
      return Optional.empty();
    }
    Specification specification = new Specification(path, Files.readString(file));
    findings.addAll(specification.faults(subject.ref()));
    return Optional.of(specification);
  }

  private String quick(Subject subject, Optional<Specification> specification) throws IOException {
    Outcome outcome = runs.run(subject.script());
    if (!(outcome instanceof Outcome.Ran ran)) {
      String why =
          outcome instanceof Outcome.TooLong tooLong
              ? "its quick run did not end within " + tooLong.limit()
              : "its quick run cannot be carried out";
      findings.add(
          subject.finding(Finding.Kind.FAILED, why, "add a quick { } block, or a smaller one"));
      return "";
    }
    for (FailedTrial failed : ran.failures()) {
      findings.add(
          subject.finding(
              Finding.Kind.FAILED,
              "the trial "
                  + failed.key()
                  + " of its quick run failed: "
                  + failed.failure().message()));
    }
    long nanos = ran.manifest().resources().wallNanos();
    if (nanos > SECOND) {
      nanos = median(subject, nanos);
    }
    if (nanos > SECOND) {
      findings.add(
          subject.finding(
              Finding.Kind.FAULTY,
              "its quick run takes "
                  + Quantity.duration(nanos)
                  + " (the middle one of three), and may take 1 s",
              "add a quick { } block, or a smaller one"));
    }
    String digest = ran.manifest().resultsDigest();
    if (specification.isPresent() && !specification.get().digest().equals(Optional.of(digest))) {
      Specification it = specification.get();
      findings.add(
          it.fault(
              it.reproducibility(),
              it.digest().isEmpty()
                  ? "Reproducibility does not state the digest of the quick run"
                  : "the quick run has another digest: " + digest,
              "put the region quick:" + subject.ref() + " there, and fill it: bench docs"));
    }
    return Quantity.count(ran.manifest().totals().trials(), "trial")
        + " in "
        + Quantity.duration(nanos);
  }

  private long median(Subject subject, long first) throws IOException {
    List<Long> all = new ArrayList<>(List.of(first));
    for (int i = 0; i < 2; i++) {
      if (runs.again(subject.script()) instanceof Outcome.Ran ran) {
        all.add(ran.manifest().resources().wallNanos());
      }
    }
    return LongStream.of(all.stream().mapToLong(it -> it).toArray())
        .sorted()
        .skip(all.size() / 2)
        .findFirst()
        .orElse(first);
  }

  /** Specifications that no suite names. */
  private void orphans() throws IOException {
    Path folder = directory.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return;
    }
    for (Path file : DocumentFiles.documents(List.of(folder))) {
      String shown = surroundings.shown(file);
      if (!named.contains(shown) && !shown.endsWith("README.md")) {
        findings.add(
            Finding.at(
                Finding.Kind.FAULTY,
                shown,
                1,
                "no suite names this specification",
                "add spec(\"" + shown + "\") to its suite, or remove it"));
      }
    }
  }

  /** The line on which {@code word} stands first, from 1; 1 if it does not. */
  private static int lineOf(String text, String word) {
    int at = text.indexOf(word);
    return at < 0 ? 1 : (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
  }
}
