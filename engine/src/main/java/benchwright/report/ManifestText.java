package benchwright.report;

import benchwright.artifact.CommitStamp;
import benchwright.artifact.Environment;
import benchwright.artifact.Manifest;

/** What a run was, in a few lines. */
public final class ManifestText {
  private static final int SHORT_SHA = 12;

  private ManifestText() {}

  /** The lines: what, when, where, how much. */
  public static String render(Manifest manifest, Palette palette) {
    Environment environment = manifest.environment();
    StringBuilder text = new StringBuilder();
    text.append(palette.bold(manifest.suite().title()))
        .append(" (")
        .append(manifest.suite().name())
        .append(", ")
        .append(manifest.profile())
        .append("), ")
        .append(manifest.status().getWord())
        .append('\n');
    line(text, "run", manifest.runId());
    if (!manifest.shard().isWhole()) {
      line(
          text,
          "shard",
          manifest.shard().index()
              + " of "
              + manifest.shard().count()
              + "; to join all: bench merge");
    }
    line(text, "started", manifest.startedAt());
    line(text, "commit", commit(manifest.commit()));
    line(
        text,
        "machine",
        environment.cpu() + ", " + environment.cores() + " cores, " + environment.os());
    line(text, "jvm", environment.jvm());
    line(text, "totals", totals(manifest));
    if (!manifest.resultsDigest().isEmpty()) {
      line(text, "digest", manifest.resultsDigest());
    }
    for (String warning : environment.warnings()) {
      line(text, "warning", warning);
    }
    return text.toString();
  }

  private static String totals(Manifest manifest) {
    String wall = Quantity.duration(manifest.resources().wallNanos());
    boolean timed = manifest.totals().timings() > 0;
    return (timed
            ? Quantity.count(manifest.totals().timings(), "case")
            : Quantity.count(manifest.totals().trials(), "trial")
                + ", "
                + Quantity.count(manifest.totals().evaluations(), "evaluation"))
        + ", "
        + manifest.totals().failed()
        + " failed, "
        + wall;
  }

  private static String commit(CommitStamp commit) {
    if (commit.sha().isEmpty()) {
      return "unknown";
    }
    String sha = commit.sha().substring(0, Math.min(SHORT_SHA, commit.sha().length()));
    return sha
        + (commit.branch().isEmpty() ? "" : " on " + commit.branch())
        + (commit.dirty() ? ", with changes" : "");
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("  ").append(name).append(" ".repeat(9 - name.length())).append(value).append('\n');
  }
}
