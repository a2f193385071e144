package benchwright.engine;

import benchwright.analysis.Summarizer;
import benchwright.artifact.Environment;
import benchwright.artifact.Manifest;
import benchwright.artifact.Resources;
import benchwright.artifact.RunStatus;
import benchwright.artifact.Shard;
import benchwright.artifact.Stop;
import benchwright.artifact.Summary;
import benchwright.artifact.TrialKey;
import benchwright.history.RunHeader;
import benchwright.history.RunWriter;
import benchwright.history.TrialCensus;
import benchwright.plan.Catalogue;
import benchwright.plan.Plan;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The run that shards add up to. Its trials go through a journal, one at a time, and its files are
 * assembled as those of any other run.
 */
final class MergedRun {
  private final Plan plan;
  private final List<ShardRun> parts;
  private final Path place;
  private final RunHeader header;

  /**
   * @param parts in the order in which their trials are to be taken
   */
  MergedRun(Plan plan, List<ShardRun> parts, Path place) {
    this.plan = plan;
    this.parts = parts;
    this.place = place;
    this.header = header(plan, parts, place);
  }

  RunHeader header() {
    return header;
  }

  /**
   * Writes it; of a trial that several runs hold, the record of the first.
   *
   * @param begins is told each part, and nothing where the files are written
   */
  RunOutcome.Finished write(TrialCensus census, Clock clock, Consumer<String> begins) {
    Summarizer summarizer = new Summarizer(plan.suite().targets(), header.planOrder());
    Map<TrialKey, FailedTrial> failures = new HashMap<>();
    try (RunWriter writer = RunWriter.create(place.getParent(), header, clock)) {
      for (int i = 0; i < parts.size(); i++) {
        ShardRun part = parts.get(i);
        int holder = i;
        begins.accept("joining " + part.name());
        writer.log("shard-merged", traces(part.manifest()));
        part.reader()
            .forEach(
                (record, circumstance) -> {
                  if (census.holder(record.getKey()) != holder) {
                    return;
                  }
                  writer.append(record, circumstance);
                  summarizer.add(record);
                  if (record.getStop() == Stop.FAILED) {
                    failures.put(
                        record.getKey(), new FailedTrial(record.getKey(), record.getFailure()));
                  }
                });
      }
      begins.accept("");
      List<Instant> ends = moments(parts, Manifest::finishedAt);
      Summary summary = summarizer.summary(header.runId());
      Manifest manifest =
          writer.complete(RunStatus.COMPLETE, ends.get(ends.size() - 1), resources(parts), summary);
      List<FailedTrial> inOrder =
          header.planOrder().stream().filter(failures::containsKey).map(failures::get).toList();
      return new RunOutcome.Finished(writer.directory(), manifest, summary, inOrder);
    }
  }

  private static Map<String, String> traces(Manifest manifest) {
    Map<String, String> traces = new LinkedHashMap<>();
    traces.put("runId", manifest.runId());
    traces.put("shard", manifest.shard().toString());
    traces.put("host", manifest.environment().host());
    traces.put("resultsDigest", manifest.resultsDigest());
    return traces;
  }

  /** Times add up; of peaks, which were those of different processes, the largest counts. */
  private static Resources resources(List<ShardRun> parts) {
    Resources sum = new Resources(0, 0, 0, 0);
    for (ShardRun part : parts) {
      Resources each = part.manifest().resources();
      sum =
          new Resources(
              sum.wallNanos() + each.wallNanos(),
              sum.cpuNanos() + each.cpuNanos(),
              Math.max(sum.peakRssBytes(), each.peakRssBytes()),
              Math.max(sum.peakHeapBytes(), each.peakHeapBytes()));
    }
    return sum;
  }

  private static RunHeader header(Plan plan, List<ShardRun> parts, Path target) {
    Catalogue catalogue = Engine.catalogue(Source.of(plan.suite()));
    Manifest first = parts.get(0).manifest();
    Path name = target.getFileName();
    return new RunHeader(
        name == null ? target.toString() : name.toString(),
        plan.suite(),
        first.suite().file(),
        first.suite().sha256(),
        plan.profile(),
        plan.digest(),
        Shard.WHOLE,
        Run.keys(plan),
        Descriptions.optimizers(plan, catalogue),
        Descriptions.functions(plan, catalogue),
        first.selection(),
        first.isolation(),
        first.classPath(),
        "",
        first.commit(),
        environment(parts),
        moments(parts, Manifest::startedAt).get(0));
  }

  /** That of the first shard, and what makes times of several ones hard to compare. */
  private static Environment environment(List<ShardRun> parts) {
    Environment first = parts.get(0).manifest().environment();
    Set<String> warnings = new LinkedHashSet<>();
    tell("The trials ran on several machines: ", all(parts, m -> m.environment().host()), warnings);
    tell("They ran on several processors: ", all(parts, m -> m.environment().cpu()), warnings);
    tell("They ran on several JVMs: ", all(parts, m -> m.environment().jvm()), warnings);
    tell(
        "They were run by several versions of Benchwright: ",
        all(parts, m -> m.environment().benchwright()),
        warnings);
    tell("They are of several commits: ", all(parts, m -> m.commit().sha()), warnings);
    parts.forEach(part -> warnings.addAll(part.manifest().environment().warnings()));
    return new Environment(
        first.host(),
        first.os(),
        first.cpu(),
        first.cores(),
        first.memoryBytes(),
        first.jvm(),
        first.kotlin(),
        first.benchwright(),
        first.governor(),
        List.copyOf(warnings));
  }

  private static Set<String> all(List<ShardRun> parts, Function<Manifest, String> value) {
    Set<String> all = new TreeSet<>();
    parts.forEach(part -> all.add(value.apply(part.manifest())));
    return all;
  }

  private static void tell(String start, Set<String> values, Collection<String> to) {
    if (values.size() > 1) {
      to.add(start + String.join(", ", values) + ".");
    }
  }

  /** Earliest first. */
  private static List<Instant> moments(List<ShardRun> parts, Function<Manifest, String> moment) {
    return parts.stream()
        .map(part -> Instant.parse(moment.apply(part.manifest())))
        .sorted()
        .toList();
  }
}
