package benchwright.docs;

import benchwright.compile.Diagnostic;
import benchwright.engine.FailedTrial;
import benchwright.report.Palette;
import benchwright.report.Quantity;
import benchwright.report.SummaryText;
import benchwright.report.document.Block;
import benchwright.report.document.Document;
import benchwright.report.document.Edit;
import benchwright.script.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compiles and runs the examples of a document, and says what the document has to show of them. */
final class ExampleCheck {
  private static final int COLUMNS = 80;
  private static final String ELLIPSIS = "…";
  private static final Pattern SPOT = Pattern.compile("\\bline (\\d+), column (\\d+)");
  private static final String SUITE = ".bench.kts";

  private final Path directory;
  private final ExampleRuns runs;

  ExampleCheck(Path directory, ExampleRuns runs) {
    this.directory = directory;
    this.runs = runs;
  }

  /** What is to be changed for {@code example}; what is wrong with it goes to {@code findings}. */
  List<Edit> edits(Example example, Document text, List<Finding> findings) throws IOException {
    List<Edit> edits = new ArrayList<>();
    if (example.file().isPresent()) {
      Optional<String> shown = shown(example, findings);
      if (shown.isEmpty()) {
        return edits;
      }
      if (example.isShown()) {
        edits.add(Document.edit(example.block(), shown.get()));
      }
    }
    if (!example.isSuite()) {
      return edits;
    }
    Path script = script(example);
    Outcome outcome = example.isPlanned() ? runs.plan(script) : runs.run(script);
    Optional<String> said = said(example, text, outcome, findings);
    if (example.output().isPresent() && said.isPresent()) {
      edits.add(Document.edit(example.output().get(), said.get()));
    }
    return edits;
  }

  /**
   * The script as a file: that of the repository, or one that holds what stands in the document.
   */
  Path script(Example example) throws IOException {
    if (example.file().isPresent()) {
      return Path.of(example.file().get());
    }
    Path script = runs.scratch().folder().resolve(example.name() + SUITE);
    Files.writeString(script, example.block().text());
    return script;
  }

  private Optional<String> shown(Example example, List<Finding> findings) throws IOException {
    String name = example.file().orElse("");
    Path file = directory.resolve(name).normalize();
    if (!file.startsWith(directory) || !Files.isRegularFile(file)) {
      findings.add(
          example.finding(
              Finding.Kind.FAULTY,
              "there is no file " + name,
              "write its path from the working directory, as in bench=suites/quick.bench.kts"));
      return Optional.empty();
    }
    String text = Files.readString(file);
    Optional<String> region = example.block().value(Example.REGION);
    if (region.isEmpty()) {
      return Optional.of(Excerpt.whole(text));
    }
    Optional<String> part = Excerpt.region(text, region.get());
    if (part.isEmpty()) {
      List<String> names = Excerpt.names(text);
      List<String> nearest = Spelling.nearest(region.get(), names);
      findings.add(
          example.finding(
              Finding.Kind.FAULTY,
              name + " has no region " + region.get(),
              !nearest.isEmpty()
                  ? "did you mean " + String.join(" or ", nearest) + "?"
                  : names.isEmpty()
                      ? "mark it there, by // region " + region.get() + " and // endregion"
                      : "its regions are " + String.join(", ", names)));
    }
    return part;
  }

  private Optional<String> said(
      Example example, Document text, Outcome outcome, List<Finding> findings) {
    if (outcome instanceof Outcome.Wrong wrong) {
      if (example.isRejected()) {
        return Optional.of(asTyped(example, wrong.diagnostics()));
      }
      for (Diagnostic each : wrong.diagnostics()) {
        findings.add(
            new Finding(
                Finding.Kind.REJECTED,
                (example.file().isPresent() ? each : inDocument(each, example, text)).toText()));
      }
      return Optional.empty();
    }
    if (outcome instanceof Outcome.Refused refused) {
      if (example.isRejected()) {
        String prefix = example.name() + SUITE + ": error: ";
        return Optional.of(prefix + String.join("\n" + prefix, refused.problems()) + "\n");
      }
      refused
          .problems()
          .forEach(each -> findings.add(example.finding(Finding.Kind.REJECTED, each)));
      return Optional.empty();
    }
    if (example.isRejected()) {
      findings.add(
          example.finding(
              Finding.Kind.STALE,
              "this example is said to be rejected, and it is accepted",
              "leave the word rejected out of its fence"));
      return Optional.empty();
    }
    if (outcome instanceof Outcome.Planned) {
      if (example.output().isPresent()) {
        findings.add(
            example.finding(
                Finding.Kind.FAULTY,
                "an example that is not run, or measures time, has no output that stays the same",
                "leave the block " + Example.OUTPUT + " out"));
      }
      return Optional.empty();
    }
    if (outcome instanceof Outcome.TooLong tooLong) {
      findings.add(
          example.finding(
              Finding.Kind.FAILED,
              "this example did not end within " + tooLong.limit(),
              "make it smaller, or say what is quick: quick { dimensions(2) }"));
      return Optional.empty();
    }
    Outcome.Ran ran = (Outcome.Ran) outcome;
    for (FailedTrial failed : ran.failures()) {
      findings.add(
          example.finding(
              Finding.Kind.FAILED,
              "the trial " + failed.key() + " failed: " + failed.failure().message()));
    }
    return Optional.of(output(ran, example.output()));
  }

  /** What people see who run it: the summary, without what differs from run to run. */
  private static String output(Outcome.Ran ran, Optional<Block> block) {
    String table = new SummaryText(Palette.PLAIN, COLUMNS).render(ran.summary());
    Optional<Integer> rows =
        block
            .flatMap(it -> it.value(Example.ROWS))
            .filter(it -> it.matches("[1-9]\\d{0,5}"))
            .map(Integer::valueOf);
    return ran.suite().title()
        + ": "
        + Quantity.count(ran.manifest().totals().trials(), "trial")
        + ", "
        + Quantity.count(ran.manifest().totals().evaluations(), "evaluation")
        + "\n\n"
        + rows.map(most -> shortened(table, most)).orElse(table);
  }

  /** At most so many rows of each table, below its titles. */
  private static String shortened(String tables, int rows) {
    StringBuilder text = new StringBuilder();
    int row = -1;
    for (String line : tables.lines().toList()) {
      row = line.startsWith("function ") ? 0 : line.isBlank() ? -1 : row < 0 ? row : row + 1;
      if (row <= rows) {
        text.append(line).append('\n');
      } else if (row == rows + 1) {
        text.append(ELLIPSIS).append('\n');
      }
    }
    return text.toString();
  }

  /** As somebody sees it who has the example in a file of its name. */
  private static String asTyped(Example example, List<Diagnostic> diagnostics) {
    StringBuilder text = new StringBuilder();
    for (Diagnostic each : diagnostics) {
      String file = example.file().orElse(example.name() + SUITE);
      text.append(
              new Diagnostic(
                      file,
                      each.line(),
                      each.column(),
                      each.text(),
                      each.remedy(),
                      each.sourceLine())
                  .toText())
          .append('\n');
    }
    return text.toString();
  }

  /** The same at its place in the document. */
  private static Diagnostic inDocument(Diagnostic told, Example example, Document text) {
    int shift = example.block().line();
    int column = Math.max(told.column(), 1) + example.block().prefix().length();
    int line = told.line() == 0 ? shift : told.line() + shift;
    return new Diagnostic(
        example.document(),
        line,
        column,
        shifted(told.text(), shift, example.block().prefix().length()),
        shifted(told.remedy(), shift, example.block().prefix().length()),
        text.lines().get(line - 1));
  }

  private static String shifted(String text, int lines, int columns) {
    return SPOT.matcher(text)
        .replaceAll(
            spot ->
                "line "
                    + (Integer.parseInt(spot.group(1)) + lines)
                    + ", column "
                    + (Integer.parseInt(spot.group(2)) + columns));
  }
}
