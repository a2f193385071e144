package benchwright.cli;

import benchwright.analysis.RunVerdict;
import benchwright.artifact.Comparison;
import benchwright.artifact.Documents;
import benchwright.artifact.Formats;
import benchwright.artifact.VerdictState;
import benchwright.engine.Reporting;
import benchwright.history.HistoryFailure;
import benchwright.report.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a CI system is to show. What cannot be read does not end the command, as a summary that is
 * not there tells nobody anything: it becomes a problem that is shown too.
 *
 * @param problems sentences that may hold foreign text
 */
record CiSubjects(List<Comparison> comparisons, List<Findings> runs, List<String> problems) {
  static final Flag OUT =
      Flag.value(
          "--out",
          "FILE",
          "Of comment: the Markdown. Of badge: .json and .svg files, with commas.");

  /** The name of a comparison beside the run that is its head. */
  static final String COMPARISON = "comparison.json";

  /** A comparison of 10,000 rows has 6 MB. */
  private static final long LARGEST = 32L << 20;

  /** How much is taken of what somebody else made. */
  private static final long LARGEST_FOREIGN = 4L << 20;

  private static final int MOST_FOREIGN = 20;
  private static final int DEEPEST_FOREIGN = 4;

  CiSubjects {
    comparisons = List.copyOf(comparisons);
    runs = List.copyOf(runs);
    problems = List.copyOf(problems);
  }

  /** What {@code words} name; all runs that are kept if there are none. */
  static CiSubjects read(List<String> words, Runs runs, World world) {
    Gathering gathering = new Gathering(new Reporting(world.surroundings()), world);
    if (words.isEmpty() && Files.isDirectory(runs.outputDirectory())) {
      gathering.path(runs.outputDirectory());
    }
    for (String word : words) {
      try {
        gathering.path(runs.find(word));
      } catch (Complaint complaint) {
        gathering.problems.add(complaint.toText().lines().findFirst().orElse("").substring(7));
      }
    }
    return gathering.done();
  }

  /**
   * The comparisons in a directory that somebody else filled: few, small, no link is followed, and
   * of each nothing is used but the fields of its document.
   *
   * @throws IOException if the directory cannot be read
   */
  static CiSubjects foreign(Path directory, World world) throws IOException {
    Gathering gathering = new Gathering(new Reporting(world.surroundings()), world);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(directory, DEEPEST_FOREIGN)) {
      files =
          walk.filter(path -> path.toString().endsWith(".json"))
              .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
              .sorted()
              .limit(1_000)
              .toList();
    }
    for (Path file : files) {
      if (gathering.comparisons.size() == MOST_FOREIGN) {
        gathering.problems.add("more than " + MOST_FOREIGN + " comparisons; the first are shown");
        break;
      }
      gathering.comparison(file, LARGEST_FOREIGN, false);
    }
    return gathering.done();
  }

  /** How all of it ends, as a gate says it. */
  Exit exit(boolean failOnUndecided) {
    Exit exit = problems.isEmpty() ? Exit.DONE : Exit.ARTIFACT;
    for (Findings run : runs) {
      RunVerdict verdict = run.verdict();
      exit =
          exit.or(
              switch (verdict.state()) {
                case PASSED -> Exit.DONE;
                case UNFINISHED -> Exit.LIMIT_REACHED;
                case FAILED -> run.gaps().isEmpty() ? Exit.TRIAL_FAILED : Exit.ARTIFACT;
              });
    }
    for (Comparison comparison : comparisons) {
      VerdictState state = comparison.verdict().state();
      exit = exit.or(state == VerdictState.FAILED ? Exit.REGRESSED : Exit.DONE);
      exit =
          exit.or(state == VerdictState.UNDECIDED && failOnUndecided ? Exit.UNDECIDED : Exit.DONE);
    }
    return exit;
  }

  /** Collects them, each once. */
  private static final class Gathering {
    private final Reporting reporting;
    private final World world;
    private final Set<Path> seen = new LinkedHashSet<>();
    private final List<Comparison> comparisons = new ArrayList<>();
    private final List<Findings> runs = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    Gathering(Reporting reporting, World world) {
      this.reporting = reporting;
      this.world = world;
    }

    CiSubjects done() {
      return new CiSubjects(comparisons, runs, problems);
    }

    void path(Path path) {
      try {
        if (Files.isRegularFile(path)) {
          if (path.toString().endsWith(".json")) {
            comparison(path, LARGEST, true);
          } else {
            run(path);
          }
        } else if (Reporting.isRun(path)) {
          run(path);
        } else {
          directory(path);
        }
      } catch (IOException e) {
        problems.add(Runs.shown(world, path) + " cannot be read: " + e.getMessage());
      }
    }

    /** Runs in it, and comparisons. */
    private void directory(Path directory) throws IOException {
      List<Path> inside = Reporting.runsIn(directory);
      inside.forEach(this::run);
      int before = comparisons.size();
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file :
            files.filter(each -> each.toString().endsWith(".json")).sorted().toList()) {
          comparison(file, LARGEST, false);
        }
      }
      if (inside.isEmpty() && comparisons.size() == before) {
        problems.add("neither a run nor a comparison lies in " + Runs.shown(world, directory));
      }
    }

    private void run(Path path) {
      if (!seen.add(path.toAbsolutePath().normalize())) {
        return;
      }
      try {
        runs.add(reporting.read(path));
      } catch (HistoryFailure failure) {
        problems.add(String.valueOf(failure.getMessage()));
      }
      Path comparison = path.resolve(COMPARISON);
      if (Files.isRegularFile(comparison)) {
        comparison(comparison, LARGEST, true);
      }
    }

    /**
     * @param must whether it is a problem if it is something else
     */
    void comparison(Path file, long largest, boolean must) {
      if (!seen.add(file.toAbsolutePath().normalize())) {
        return;
      }
      String shown = Runs.shown(world, file);
      try {
        if (Files.size(file) > largest) {
          problems.add(shown + " is larger than " + largest + " bytes, and no comparison is");
          return;
        }
        String text = Files.readString(file);
        if (!text.contains(Formats.COMPARISON)) {
          if (must) {
            problems.add(shown + " is no comparison: it does not name " + Formats.COMPARISON);
          }
          return;
        }
        comparisons.add(Documents.comparison(text));
      } catch (IllegalArgumentException | StackOverflowError e) {
        problems.add(shown + " is no sound comparison: " + first(e));
      } catch (IOException e) {
        problems.add(shown + " cannot be read: " + e);
      }
    }

    private static String first(Throwable e) {
      return Optional.ofNullable(e.getMessage())
          .orElse(e.toString())
          .lines()
          .findFirst()
          .orElse("");
    }
  }
}
