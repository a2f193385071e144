package benchwright.report;

import benchwright.artifact.ComparedRun;
import benchwright.artifact.Comparison;
import benchwright.artifact.Design;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Names both sides of a comparison: which commit, when, and on which machine. */
final class Sides {
  private static final int LONGEST = 120;

  private final Comparison comparison;

  Sides(Comparison comparison) {
    this.comparison = comparison;
  }

  /** A table; only rows of which something is known. */
  String toText() {
    ComparedRun base = comparison.base();
    ComparedRun head = comparison.head();
    Markdown.Grid grid = new Markdown.Grid("", "base", "head");
    grid.add("", name(base), name(head));
    row(grid, "run", Markdown.code(base.runId()), Markdown.code(head.runId()));
    row(grid, "commit", commit(base), commit(head));
    row(grid, "measured", measured(base) + age(), measured(head));
    row(grid, "profile", Markdown.text(base.profile()), Markdown.text(head.profile()));
    row(grid, "machine", machine(base), machine(head));
    row(grid, "Java", text(base.jvm()), text(head.jvm()));
    return grid.toText();
  }

  private static void row(Markdown.Grid grid, String title, String base, String head) {
    if (!base.isEmpty() || !head.isEmpty()) {
      grid.add(
          title,
          base.isEmpty() ? "unknown" : base,
          head.isEmpty() ? "unknown" : head.equals(base) ? "the same" : head);
    }
  }

  private static String name(ComparedRun run) {
    return "**" + text(run.name().isEmpty() ? "unnamed" : run.name()) + "**";
  }

  private static String commit(ComparedRun run) {
    return run.commit().sha().isEmpty() ? "" : KeyFigures.commit(run.commit());
  }

  private static String machine(ComparedRun run) {
    String fingerprint = run.fingerprint();
    return text(run.machine())
        + (fingerprint.isEmpty() ? "" : (run.machine().isEmpty() ? "" : ", ") + code(fingerprint));
  }

  private static String code(String text) {
    return Markdown.code(Markdown.line(text, LONGEST));
  }

  private static String text(String text) {
    return Markdown.text(text, LONGEST);
  }

  /** To the minute: {@code 2026-11-20 11:45 UTC}. */
  private static String measured(ComparedRun run) {
    return instant(run.startedAt())
        .map(at -> at.toString().substring(0, 16).replace('T', ' ') + " UTC")
        .orElseGet(() -> text(run.startedAt()));
  }

  /** How old the base was when the head was measured. Side by side, neither is old. */
  private String age() {
    Optional<Instant> base = instant(comparison.base().startedAt());
    Optional<Instant> head = instant(comparison.head().startedAt());
    if (base.isEmpty() || head.isEmpty() || comparison.design() == Design.PAIRED) {
      return "";
    }
    Duration age = Duration.between(base.get(), head.get());
    String later = age.isNegative() ? " after the head" : " before the head";
    Duration length = age.abs();
    if (length.toDays() > 0) {
      return ", " + Quantity.count(length.toDays(), "day") + later;
    }
    if (length.toHours() > 0) {
      return ", " + Quantity.count(length.toHours(), "hour") + later;
    }
    return ", " + Quantity.count(length.toMinutes(), "minute") + later;
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
