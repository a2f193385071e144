package benchwright.engine;

import benchwright.analysis.SummarizedRun;
import benchwright.artifact.Environment;
import benchwright.artifact.LeftOutRun;
import benchwright.artifact.Manifest;
import benchwright.artifact.RunStatus;
import benchwright.artifact.Summary;
import benchwright.artifact.TrendRun;
import benchwright.history.HistoryFailure;
import benchwright.history.RunReader;
import benchwright.measure.MachineFingerprint;
import benchwright.suite.Suite;
import benchwright.suite.Threshold;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The runs of a store whose summaries a trend is made of; histories and samples stay unread. */
public final class TrendReading {
  /**
   * Which runs are wanted.
   *
   * @param suite its name; empty for all
   * @param branch of the user's sources; empty for all
   * @param last so many of each suite and profile, the newest
   * @param dirty whether also those whose files differed from their commit
   */
  public record Window(String suite, String branch, int last, boolean dirty) {}

  /**
   * What was found.
   *
   * @param runs the oldest first
   * @param thresholds what each suite says in its newest run, by its name
   */
  public record Found(
      List<SummarizedRun> runs,
      List<LeftOutRun> leftOut,
      Map<String, List<Threshold>> thresholds) {}

  private final Surroundings surroundings;
  private final List<SummarizedRun> runs = new ArrayList<>();
  private final List<LeftOutRun> leftOut = new ArrayList<>();
  private final Map<String, Integer> taken = new HashMap<>();
  private final Map<String, List<String>> selections = new HashMap<>();
  private final Map<String, List<Threshold>> thresholds = new HashMap<>();
  private final Set<String> ids = new HashSet<>();

  private TrendReading(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Reads the store in {@code directory}, from the newest run back, as far as the window goes.
   *
   * @throws IOException if the directory cannot be read
   */
  public static Found read(Surroundings surroundings, Path directory, Window window)
      throws IOException {
    TrendReading reading = new TrendReading(surroundings);
    List<Path> places = new ArrayList<>(Reporting.runsIn(directory));
    Collections.reverse(places);
    for (Path place : places) {
      reading.add(place, window);
    }
    reading.runs.sort(Comparator.comparing((SummarizedRun each) -> each.run().startedAt()));
    Collections.reverse(reading.leftOut);
    return new Found(List.copyOf(reading.runs), List.copyOf(reading.leftOut), reading.thresholds);
  }

  private void add(Path place, Window window) {
    try {
      RunReader reader = RunReader.open(place);
      Manifest manifest = reader.manifest();
      boolean wanted =
          (window.suite().isEmpty() || window.suite().equals(manifest.suite().name()))
              && (window.branch().isEmpty() || window.branch().equals(manifest.commit().branch()));
      String group = manifest.suite().name() + "\n" + manifest.profile();
      if (!wanted || taken.getOrDefault(group, 0) >= window.last()) {
        return;
      }
      String against = against(manifest, window, group);
      Summary summary = against.isEmpty() ? reader.summary() : Summary.of("", List.of());
      if (against.isEmpty() && summary.rows().isEmpty() && summary.timings().isEmpty()) {
        against = "its summary is empty";
      }
      if (!against.isEmpty()) {
        leftOut.add(new LeftOutRun(surroundings.shown(place), against));
        return;
      }
      if (!thresholds.containsKey(manifest.suite().name())) {
        thresholds.put(
            manifest.suite().name(), reader.suite().map(Suite::thresholds).orElse(List.of()));
      }
      ids.add(manifest.runId());
      selections.putIfAbsent(group, manifest.selection());
      taken.merge(group, 1, Integer::sum);
      runs.add(new SummarizedRun(described(manifest), summary));
    } catch (HistoryFailure damaged) {
      String first = String.valueOf(damaged.getMessage()).lines().findFirst().orElse("");
      leftOut.add(new LeftOutRun(surroundings.shown(place), "damaged: " + first));
    }
  }

  /** What speaks against a run; empty if nothing does. */
  private String against(Manifest manifest, Window window, String group) {
    if (manifest.status() != RunStatus.COMPLETE) {
      return manifest.status() == RunStatus.INTERRUPTED ? "not finished" : "it failed";
    }
    if (!manifest.shard().isWhole()) {
      return "shard " + manifest.shard() + " of a run";
    }
    if (manifest.commit().dirty() && !window.dirty()) {
      return "its files differed from the commit; --dirty takes such runs";
    }
    List<String> selection = selections.get(group);
    if (selection != null && !selection.equals(manifest.selection())) {
      return "another part of the suite: "
          + (manifest.selection().isEmpty() ? "all" : String.join(" ", manifest.selection()));
    }
    return ids.contains(manifest.runId()) ? "the same run again" : "";
  }

  private static TrendRun described(Manifest manifest) {
    Environment environment = manifest.environment();
    return new TrendRun(
        manifest.runId(),
        manifest.suite().name(),
        manifest.profile(),
        manifest.commit(),
        manifest.startedAt(),
        fingerprint(environment),
        environment.cpu() + ", " + environment.cores() + " processors, " + environment.os(),
        environment.jvm(),
        manifest.planDigest());
  }

  /** Of {@code Linux 6.1.0 amd64} the name comes first, the architecture last. */
  private static String fingerprint(Environment environment) {
    String[] os = environment.os().split(" ", -1);
    return MachineFingerprint.of(environment, environment.cores(), os[0], os[os.length - 1])
        .fingerprint();
  }
}
