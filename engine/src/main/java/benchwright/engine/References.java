package benchwright.engine;

import benchwright.artifact.CommitStamp;
import benchwright.artifact.Manifest;
import benchwright.history.BaselineFiles;
import benchwright.history.HistoryFailure;
import benchwright.history.RunReader;
import benchwright.history.Salvage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what somebody means by a name: a path, else a run id, else a baseline, else the newest run
 * of a commit or a branch.
 */
public final class References {
  /** Where baselines lie unless somebody says otherwise. */
  public static final String BASELINES = "benchmarks/baselines";

  private static final int SHORTEST_SHA = 4;

  private final Path directory;
  private final Path outputDirectory;
  private final BaselineFiles baselines;

  /** Where a name may lead. */
  public sealed interface Resolution {
    /** To one thing. */
    record Found(Reference reference) implements Resolution {}

    /** Nowhere. */
    record Missing(String text) implements Resolution {}

    /** To several things of which none is the nearer. */
    record Ambiguous(String text) implements Resolution {}
  }

  private record Kept(Path place, Manifest manifest) {}

  /**
   * @param directory where paths begin
   * @param outputDirectory where runs are kept
   * @param baselines where baselines are kept
   */
  public References(Path directory, Path outputDirectory, Path baselines) {
    this.directory = directory;
    this.outputDirectory = outputDirectory;
    this.baselines = new BaselineFiles(baselines);
  }

  /** What {@code name} means, whatever suite it is of. */
  public Resolution find(String name) {
    return find(name, Optional.empty());
  }

  /**
   * What {@code name} means.
   *
   * @param like a run that it is to be compared with: of a commit's runs, those of the same suite
   *     and profile are meant, and not that run itself
   */
  public Resolution find(String name, Optional<Manifest> like) {
    Path path = directory.resolve(name);
    if (!name.isEmpty() && (Files.isRegularFile(path) || Salvage.isRun(path))) {
      return found(name, path, BaselineFiles.isBaseline(path), "");
    }
    if (BaselineFiles.isName(name) && Salvage.isRun(outputDirectory.resolve(name))) {
      return found(name, outputDirectory.resolve(name), false, "");
    }
    boolean baseline = BaselineFiles.isName(name) && baselines.exists(name);
    List<Kept> runs = ofCommit(name, like);
    if (baseline) {
      return found(
          name,
          baselines.file(name),
          true,
          runs.isEmpty()
              ? ""
              : name
                  + " is a baseline, and there are runs of a commit or branch of this name too;"
                  + " to mean one of those, name its run id.");
    }
    Set<String> commits = new LinkedHashSet<>();
    runs.forEach(run -> commits.add(run.manifest().commit().sha()));
    boolean branch = runs.stream().anyMatch(run -> run.manifest().commit().branch().equals(name));
    if (commits.size() > 1 && !branch) {
      return new Resolution.Ambiguous(
          name + " is the beginning of several commits: " + String.join(", ", commits));
    }
    return runs.stream()
        .max(Comparator.comparing(run -> run.manifest().startedAt()))
        .map(run -> found(name, run.place(), false, ""))
        .orElseGet(() -> new Resolution.Missing(missing(name, like)));
  }

  /** The newest run that came to its end, of a suite or, for an empty name, of any. */
  public Optional<Path> newest(String suite) {
    return runs().stream()
        .filter(run -> suite.isEmpty() || run.manifest().suite().name().equals(suite))
        .max(Comparator.comparing(run -> run.manifest().startedAt()))
        .map(Kept::place);
  }

  private static Resolution found(String name, Path place, boolean baseline, String remark) {
    return new Resolution.Found(new Reference(name, place, baseline, remark));
  }

  private List<Kept> ofCommit(String name, Optional<Manifest> like) {
    boolean sha = name.length() >= SHORTEST_SHA && name.matches("[0-9a-f]{4,64}");
    return runs().stream()
        .filter(run -> isOf(run.manifest().commit(), name, sha))
        .filter(run -> like.isEmpty() || isLike(run.manifest(), like.get()))
        .toList();
  }

  private static boolean isOf(CommitStamp commit, String name, boolean sha) {
    return !name.isEmpty()
        && (commit.branch().equals(name) || (sha && commit.sha().startsWith(name)));
  }

  private static boolean isLike(Manifest one, Manifest other) {
    return one.suite().name().equals(other.suite().name())
        && one.profile().equals(other.profile())
        && !one.runId().equals(other.runId());
  }

  private String missing(String name, Optional<Manifest> like) {
    List<String> known = baselines.names();
    return "there is no run, baseline, commit or branch "
        + name
        + like.map(manifest -> " with a run of the suite " + manifest.suite().name()).orElse("")
        + (known.isEmpty() ? "" : "; baselines are " + String.join(", ", known));
  }

  /** Those that can be read. */
  private List<Kept> runs() {
    if (!Files.isDirectory(outputDirectory)) {
      return List.of();
    }
    List<Kept> runs = new ArrayList<>();
    try {
      for (Path place : Reporting.runsIn(outputDirectory)) {
        try {
          runs.add(new Kept(place, RunReader.open(place).manifest()));
        } catch (HistoryFailure damaged) {
          // Nobody has asked for this one by its name.
        }
      }
    } catch (IOException e) {
      return List.of();
    }
    return runs;
  }
}
