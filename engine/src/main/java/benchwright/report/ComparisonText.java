package benchwright.report;

import benchwright.artifact.ComparedRun;
import benchwright.artifact.Comparison;
import benchwright.artifact.ComparisonRow;
import benchwright.artifact.Outcome;
import benchwright.artifact.Verdict;
import benchwright.artifact.VerdictState;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** A comparison for a terminal: the verdict first, then with what, then what has changed. */
public final class ComparisonText {
  private static final int SHOWN = 10;
  private static final int WIDEST_SUBJECT = 16;
  private static final int WIDEST_PLACE = 13;

  private final Palette palette;
  private final int columns;
  private final Instant now;

  /**
   * @param columns how many characters fit into a line
   * @param now when it is read, for the age of the base
   */
  public ComparisonText(Palette palette, int columns, Instant now) {
    this.palette = palette;
    this.columns = columns;
    this.now = now;
  }

  /** The whole text. */
  public String render(Comparison comparison) {
    StringBuilder text = new StringBuilder(verdict(comparison)).append('\n');
    side(text, "base", comparison.base(), true);
    side(text, "head", comparison.head(), false);
    Verdict verdict = comparison.verdict();
    sentences(text, "why", verdict.reasons());
    sentences(text, "warnings", verdict.warnings());
    group(text, comparison, "regressed", row -> row.outcome() == Outcome.REGRESSED);
    group(text, comparison, "improved", row -> row.outcome() == Outcome.IMPROVED);
    group(
        text,
        comparison,
        "undecided",
        row -> row.outcome() == Outcome.UNDECIDED || row.outcome() == Outcome.REMOVED);
    sentences(text, "notes", comparison.notes());
    hint(comparison).ifPresent(hint -> text.append('\n').append(hint).append('\n'));
    return text.toString();
  }

  /** {@code failed: 2 of 64 rows crossed a threshold} on one line. */
  public String verdict(Comparison comparison) {
    VerdictState state = comparison.verdict().state();
    List<ComparisonRow> rows = comparison.rows();
    String size = Quantity.count(rows.size(), "row");
    String told =
        switch (state) {
          case PASSED ->
              comparison.identical()
                  ? "identical, bit for bit"
                  : changed(rows) == 0
                      ? "nothing has changed that can be told from chance, in " + size
                      : "no threshold is crossed, in " + size;
          case FAILED ->
              count(rows, row -> row.verdict() == VerdictState.FAILED)
                  + " of "
                  + size
                  + " crossed a threshold, by more than chance explains";
          case UNDECIDED ->
              rows.isEmpty() ? "there is nothing to compare" : open(rows) + " cannot be told";
        };
    int warnings = comparison.verdict().warnings().size();
    String word = state.getWord();
    return (switch (state) {
          case PASSED -> palette.green(palette.bold(word));
          case FAILED -> palette.red(palette.bold(word));
          case UNDECIDED -> palette.yellow(palette.bold(word));
        })
        + ": "
        + told
        + (warnings == 0 ? "" : "; " + Quantity.count(warnings, "warning"));
  }

  private static String open(List<ComparisonRow> rows) {
    long open = count(rows, row -> row.verdict() == VerdictState.UNDECIDED);
    return open == 0
        ? "each row can be told, but the whole"
        : open + " of " + Quantity.count(rows.size(), "row");
  }

  private static long changed(List<ComparisonRow> rows) {
    return count(
        rows, row -> row.outcome() == Outcome.REGRESSED || row.outcome() == Outcome.IMPROVED);
  }

  private static long count(List<ComparisonRow> rows, Predicate<ComparisonRow> which) {
    return rows.stream().filter(which).count();
  }

  private void side(StringBuilder text, String label, ComparedRun run, boolean aged) {
    String sha = run.commit().sha();
    List<String> parts = new ArrayList<>();
    parts.add(run.name());
    if (!run.runId().equals(run.name()) && !run.name().endsWith("/" + run.runId())) {
      parts.add("run " + run.runId());
    }
    if (!sha.isEmpty()) {
      parts.add(
          "commit "
              + sha.substring(0, Math.min(7, sha.length()))
              + (run.commit().dirty() ? " with changes" : "")
              + (run.commit().branch().isEmpty() ? "" : " on " + run.commit().branch()));
    } else {
      parts.add("commit unknown");
    }
    if (run.startedAt().length() >= 16) {
      parts.add(run.startedAt().substring(0, 16).replace('T', ' ') + " UTC");
    }
    if (aged) {
      age(run.startedAt(), now).ifPresent(parts::add);
    }
    if (!run.machine().isEmpty()) {
      parts.add(run.machine());
    }
    wrap(text, label + "  ", String.join(", ", parts));
  }

  /** {@code 3 days old}; empty if nobody knows. */
  public static Optional<String> age(String startedAt, Instant now) {
    try {
      Duration age = Duration.between(Instant.parse(startedAt), now);
      if (age.isNegative()) {
        return Optional.empty();
      }
      return Optional.of(
          (age.toDays() > 0
                  ? Quantity.count(age.toDays(), "day")
                  : age.toHours() > 0
                      ? Quantity.count(age.toHours(), "hour")
                      : Quantity.count(age.toMinutes(), "minute"))
              + " old");
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private void sentences(StringBuilder text, String title, List<String> sentences) {
    if (sentences.isEmpty()) {
      return;
    }
    text.append('\n').append(palette.bold(title)).append('\n');
    for (String each : sentences.subList(0, Math.min(SHOWN, sentences.size()))) {
      wrap(text, "  ", each);
    }
    more(text, sentences.size());
  }

  private void more(StringBuilder text, int size) {
    if (size > SHOWN) {
      text.append(palette.faint("  and " + (size - SHOWN) + " more; all of them: --json"))
          .append('\n');
    }
  }

  private void group(
      StringBuilder text, Comparison comparison, String title, Predicate<ComparisonRow> which) {
    List<ComparisonRow> rows = comparison.rows().stream().filter(which).toList();
    if (rows.isEmpty()) {
      return;
    }
    Table table = new Table(List.of(false, false, false, true, true, true, false));
    table.add(List.of(title, "", "", "base", "head", "worse by", ""));
    for (ComparisonRow row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
      table.add(
          List.of(
              cut(row.subject(), WIDEST_SUBJECT),
              cut(place(row), WIDEST_PLACE),
              measure(row),
              value(row, row.base()),
              value(row, row.head()),
              worse(row),
              certainty(row)));
    }
    text.append('\n').append(table.toText(palette));
    more(text, rows.size());
  }

  private static String place(ComparisonRow row) {
    return row.dimension() > 0
        ? row.function() + " d" + row.dimension()
        : isPooled(row) ? "all" : row.caseText();
  }

  private static boolean isPooled(ComparisonRow row) {
    return switch (row.measure()) {
      case EXPECTED_RUNTIME, SUCCESS_RATE -> row.dimension() == 0;
      default -> false;
    };
  }

  /** {@code ERT 1e-08}, {@code success}, {@code time}. */
  private static String measure(ComparisonRow row) {
    return switch (row.measure()) {
      case EXPECTED_RUNTIME ->
          !Double.isNaN(row.target())
              ? "ERT " + Quantity.target(row.target())
              : row.unit().equals("evaluations") ? "runtime" : row.unit();
      case SUCCESS_RATE -> "success";
      case MEMORY -> row.unit().equals("bytes") ? "memory" : "allocation";
      default -> row.measure().name().toLowerCase(Locale.ROOT);
    };
  }

  private static String value(ComparisonRow row, double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    return switch (row.unit()) {
      case "evaluations" -> Quantity.shortCount(value);
      case "share" -> Quantity.percent(value);
      case "ns" -> Quantity.time(value);
      case "bytes" -> Quantity.bytes(Math.round(value));
      case "bytes/operation" -> Quantity.ratio(value) + " B";
      default -> Quantity.distance(value);
    };
  }

  private static String worse(ComparisonRow row) {
    return Double.isNaN(row.worse()) ? "–" : Quantity.percent(row.worse());
  }

  private static String certainty(ComparisonRow row) {
    if (row.outcome() == Outcome.REMOVED) {
      return "removed";
    }
    if (row.test().equals("exact")) {
      return "exact";
    }
    double p = row.adjustedP();
    return Double.isNaN(p) ? "" : p < 0.001 ? "p<0.001" : "p=" + Quantity.ratio(p);
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }

  private static boolean isPaired(ComparisonRow row) {
    return row.test().equals("sign-test") || row.test().equals("wilcoxon");
  }

  private static Optional<String> hint(Comparison comparison) {
    boolean timed =
        comparison.rows().stream()
            .anyMatch(row -> row.unit().equals("ns") && (row.warns() || row.worse() > 0.05));
    boolean few =
        comparison.rows().stream()
            .anyMatch(row -> row.verdict() == VerdictState.UNDECIDED && isPaired(row));
    return timed
        ? Optional.of("To decide about time: bench pair --base COMMIT SUITE.bench.kts")
        : few
            ? Optional.of(
                "To decide what cannot be told, give both sides more trials: seeds(1..10)")
            : Optional.empty();
  }

  /** Behind {@code label}, later lines below its text. */
  private void wrap(StringBuilder text, String label, String sentence) {
    int start = label.length();
    int used = start;
    text.append(label);
    for (String word : sentence.split(" ", -1)) {
      if (used > start && used + 1 + word.length() > columns) {
        text.append('\n').append(" ".repeat(start));
        used = start;
      }
      if (used > start) {
        text.append(' ');
        used++;
      }
      text.append(word);
      used += word.length();
    }
    text.append('\n');
  }
}
