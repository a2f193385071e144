package benchwright.report;

import benchwright.analysis.Contest;
import benchwright.analysis.Convergence;
import benchwright.analysis.FailureGroup;
import benchwright.analysis.FunctionGroup;
import benchwright.analysis.Line;
import benchwright.analysis.Profile;
import benchwright.analysis.Review;
import benchwright.analysis.RunVerdict;
import benchwright.analysis.RuntimeDistribution;
import benchwright.analysis.Scaling;
import benchwright.analysis.TrialTimes;
import benchwright.artifact.Documents;
import benchwright.artifact.Environment;
import benchwright.artifact.Formats;
import benchwright.artifact.Interval;
import benchwright.artifact.Manifest;
import benchwright.artifact.TrialKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kotlinx.serialization.json.JsonArray;
import kotlinx.serialization.json.JsonObject;

/**
 * Runs as one JSON document for programs, as schemas/report-schema.json says: an entry for each
 * run, with all figures of its report where there is one run alone.
 */
public final class JsonReport {
  private static final List<String> SUMMARY =
      List.of("rows", "groups", "standings", "timings", "growth", "equivalence");
  private static final JsonArray NOTHING = new JsonArray(List.of());

  private JsonReport() {}

  /** Writes the document. */
  public static void write(List<Findings> runs, Appendable to) throws IOException {
    try {
      JsonOut out = new JsonOut(to);
      out.beginObject()
          .with("$schema", Formats.REPORT)
          .with("formatVersion", Formats.VERSION)
          .list("runs", runs, (run, o) -> run(run, o, runs.size() == 1))
          .endObject()
          .line();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void run(Findings findings, JsonOut out, boolean whole) {
    Manifest manifest = findings.manifest();
    RunVerdict verdict = findings.verdict();
    out.with("runId", manifest.runId())
        .with("place", findings.place())
        .with("status", manifest.status().getWord())
        .with("profile", manifest.profile());
    out.key("verdict")
        .beginObject()
        .with("state", verdict.state().name().toLowerCase(Locale.ROOT))
        .texts("reasons", verdict.reasons())
        .with("change", findings.change())
        .with("changeReason", findings.changeReason())
        .endObject();
    out.texts("gaps", findings.gaps());
    out.list(
        "recommendations",
        findings.recommendations(),
        (each, o) -> o.with("weight", each.weight()).with("text", each.text()));
    manifest(manifest, findings, out);
    out.with("planned", findings.planned())
        .with("trials", findings.summary().rows().stream().mapToLong(row -> row.trials()).sum())
        .with("failed", findings.summary().rows().stream().mapToLong(row -> row.failed()).sum())
        .with(
            "evaluations",
            findings.summary().rows().stream().mapToLong(row -> row.evaluations()).sum())
        .with("cases", findings.timings().stream().mapToInt(each -> each.cases().size()).sum());
    if (whole) {
      figures(findings.review(), out);
      summary(findings, out);
    }
  }

  /** Its parts in the spelling that they have in summary.json. */
  private static void summary(Findings findings, JsonOut out) {
    JsonObject summary = Documents.toJson(findings.summary());
    for (String part : SUMMARY) {
      out.json(part, Documents.text(summary.getOrDefault(part, NOTHING)));
    }
  }

  private static void manifest(Manifest manifest, Findings findings, JsonOut out) {
    out.key("suite")
        .beginObject()
        .with("name", manifest.suite().name())
        .with("title", manifest.suite().title())
        .orNull("file", manifest.suite().file())
        .orNull("sha256", manifest.suite().sha256())
        .endObject();
    out.key("commit")
        .beginObject()
        .orNull("sha", manifest.commit().sha())
        .orNull("branch", manifest.commit().branch())
        .with("dirty", manifest.commit().dirty())
        .endObject();
    out.orNull("startedAt", manifest.startedAt())
        .orNull("finishedAt", manifest.finishedAt())
        .orNull("resultsDigest", manifest.resultsDigest());
    out.key("resources")
        .beginObject()
        .with("wallNanos", manifest.resources().wallNanos())
        .with("cpuNanos", manifest.resources().cpuNanos())
        .with("peakRssBytes", manifest.resources().peakRssBytes())
        .with("peakHeapBytes", manifest.resources().peakHeapBytes())
        .endObject();
    Environment environment = manifest.environment();
    out.key("environment")
        .beginObject()
        .with("host", environment.host())
        .with("os", environment.os())
        .with("cpu", environment.cpu())
        .with("cores", environment.cores())
        .with("memoryBytes", environment.memoryBytes())
        .with("jvm", environment.jvm())
        .with("kotlin", environment.kotlin())
        .with("benchwright", environment.benchwright())
        .orNull("governor", environment.governor())
        .texts("warnings", environment.warnings())
        .endObject();
    out.texts("again", Shell.again(manifest, findings.place()));
  }

  private static void figures(Review review, JsonOut out) {
    out.line();
    out.texts("optimizers", review.optimizers());
    out.texts("functions", review.functions());
    out.numbers("dimensions", review.dimensions().stream().mapToDouble(d -> d).toArray());
    out.numbers("targets", review.targets().stream().mapToDouble(d -> d).toArray());
    out.list("groupsOfFunctions", review.groups(), JsonReport::group);
    out.list("distributions", review.distributions(), JsonReport::distribution);
    out.list("convergence", review.convergence(), JsonReport::convergence);
    out.list("scaling", review.scaling(), JsonReport::scaling);
    out.list("profiles", review.profiles(), JsonReport::profile);
    out.list("contests", review.contests(), JsonReport::contest);
    out.list("failures", review.failures(), JsonReport::failure);
    out.list("times", review.times(), JsonReport::times);
  }

  private static void group(FunctionGroup group, JsonOut out) {
    out.with("id", group.id()).with("title", group.title()).texts("functions", group.functions());
  }

  private static void distribution(RuntimeDistribution each, JsonOut out) {
    out.with("optimizer", each.optimizer())
        .with("group", each.group())
        .with("dimension", each.dimension())
        .with("problems", each.problems())
        .with("pairs", each.pairs())
        .with("spent", each.spent());
    line("steps", each.steps(), out);
  }

  private static void convergence(Convergence each, JsonOut out) {
    out.with("optimizer", each.optimizer())
        .with("function", each.function())
        .with("dimension", each.dimension())
        .with("trials", each.trials())
        .with("known", each.known());
    line("quarter", each.quarter(), out);
    line("half", each.half(), out);
    line("threeQuarters", each.threeQuarters(), out);
  }

  private static void scaling(Scaling each, JsonOut out) {
    out.with("optimizer", each.optimizer())
        .with("function", each.function())
        .with("target", each.target())
        .list(
            "points",
            each.points(),
            (point, o) -> {
              o.with("dimension", point.dimension())
                  .with("trials", point.trials())
                  .with("successes", point.successes())
                  .with("ert", point.ert());
              interval("interval", point.interval(), o);
              o.with("bestOf2009", point.best());
            });
  }

  private static void profile(Profile each, JsonOut out) {
    out.with("kind", each.kind().name().toLowerCase(Locale.ROOT))
        .with("optimizer", each.optimizer())
        .with("dimension", each.dimension())
        .with("problems", each.problems());
    line("steps", each.steps(), out);
  }

  private static void contest(Contest each, JsonOut out) {
    out.with("function", each.function())
        .with("dimension", each.dimension())
        .list(
            "entries",
            each.entries(),
            (entry, o) ->
                o.with("optimizer", entry.optimizer())
                    .with("rank", entry.rank())
                    .with("p", entry.p())
                    .orNull("method", entry.method())
                    .with("a12", entry.a12())
                    .with("worse", entry.worse()));
  }

  private static void failure(FailureGroup each, JsonOut out) {
    out.with("optimizer", each.optimizer())
        .with("kind", each.kind())
        .with("message", each.message())
        .with("trials", each.trials())
        .texts("examples", each.examples().stream().map(TrialKey::toString).toList());
  }

  private static void times(TrialTimes each, JsonOut out) {
    out.with("optimizer", each.optimizer())
        .with("dimension", each.dimension())
        .with("trials", each.trials())
        .with("medianNanos", each.median())
        .with("longestNanos", each.longest())
        .with("totalNanos", each.total())
        .with("nanosPerEvaluation", each.nanosPerEvaluation())
        .with("outside", each.outside())
        .with("peakBytes", each.peakBytes());
  }

  private static void interval(String name, Interval interval, JsonOut out) {
    out.key(name)
        .beginObject()
        .with("lower", interval.lower())
        .with("upper", interval.upper())
        .endObject();
  }

  private static void line(String name, Line line, JsonOut out) {
    DoubleStream x = IntStream.range(0, line.size()).mapToDouble(line::x);
    DoubleStream y = IntStream.range(0, line.size()).mapToDouble(line::y);
    out.key(name).beginObject().numbers("x", x.toArray()).numbers("y", y.toArray()).endObject();
  }
}
