package benchwright.report;

import benchwright.artifact.Baseline;
import benchwright.artifact.ComparedRun;
import java.time.Instant;
import java.util.List;

/** Baselines for a terminal. */
public final class BaselineText {
  private final Palette palette;
  private final Instant now;

  /**
   * @param now when it is read, for their age
   */
  public BaselineText(Palette palette, Instant now) {
    this.palette = palette;
    this.now = now;
  }

  /** A line each; empty for none. */
  public String list(List<Baseline> baselines) {
    if (baselines.isEmpty()) {
      return "";
    }
    Table table = new Table(List.of(false, false, false, false, false));
    table.add(List.of("baseline", "suite", "age", "commit", "machine"));
    for (Baseline each : baselines) {
      ComparedRun run = each.run();
      table.add(
          List.of(
              each.name(),
              run.suite().name() + ", " + run.profile(),
              ComparisonText.age(run.startedAt(), now).orElse(""),
              commit(run),
              run.machine().split(",", 2)[0]));
    }
    return table.toText(palette);
  }

  /** A line for each thing that is known. */
  public String show(Baseline baseline) {
    ComparedRun run = baseline.run();
    StringBuilder text = new StringBuilder(palette.bold(baseline.name())).append('\n');
    line(text, "run", run.runId());
    line(text, "suite", run.suite().name() + ", " + run.profile());
    line(text, "commit", commit(run));
    line(
        text,
        "measured",
        run.startedAt()
            + ComparisonText.age(run.startedAt(), now).map(age -> ", " + age).orElse(""));
    line(text, "machine", run.machine());
    line(text, "jvm", run.jvm());
    line(text, "saved", baseline.savedAt());
    line(text, "replaced", baseline.replaces());
    line(text, "place", baseline.place());
    line(
        text,
        "holds",
        !baseline.trials().isEmpty()
            ? Quantity.count(baseline.trials().size(), "trial")
            : !baseline.timings().isEmpty()
                ? Quantity.count(baseline.timings().size(), "case")
                : "the place of the run alone, as it is too large");
    line(text, "digest", run.resultsDigest());
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    if (!value.isEmpty()) {
      text.append("  ").append(name).append(" ".repeat(10 - name.length())).append(value);
      text.append('\n');
    }
  }

  private static String commit(ComparedRun run) {
    String sha = run.commit().sha();
    return sha.isEmpty()
        ? "unknown"
        : sha.substring(0, Math.min(7, sha.length()))
            + (run.commit().branch().isEmpty() ? "" : " on " + run.commit().branch())
            + (run.commit().dirty() ? " with changes" : "");
  }
}
