package benchwright.cli;

import benchwright.engine.Engine;
import benchwright.engine.Merging;
import benchwright.report.ProgressText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code bench merge}: joins the runs of shards to one run. */
final class MergeCommand implements Command {
  private static final Flag OUT =
      Flag.value("--out", "RUN", "The directory of the joined run; it must not exist.");

  @Override
  public Grammar grammar() {
    return new Grammar(
        "merge",
        "Join the runs of shards to one run, with the digest of one that was never split.",
        List.of(
            OUT,
            Runs.OUTPUT_DIRECTORY,
            Report.JSON,
            Progress.MODE,
            Look.QUIET,
            Look.VERBOSE,
            Look.COLOR),
        Words.any("RUN", 1, Integer.MAX_VALUE, "The runs of all shards: directories, or run ids."));
  }

  @Override
  public Exit run(Arguments arguments, World world) throws Complaint {
    Path target = Path.of(arguments.value(OUT.name()).orElse("")).normalize();
    Path name = target.getFileName();
    if (name == null || name.toString().isEmpty()) {
      throw Complaint.usage("say where the joined run is to lie", "bench merge RUN... --out DIR");
    }
    String id = Runs.checkedId(OUT, name.toString());
    if (Files.exists(world.directory().resolve(target))) {
      throw Complaint.of(Exit.ARTIFACT, id + " exists already", "choose another --out");
    }
    Runs runs = new Runs(world, arguments);
    List<Path> places = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String word : arguments.words()) {
      try {
        places.add(runs.find(word));
      } catch (Complaint unknown) {
        problems.add(unknown.toText().stripTrailing());
      }
    }
    if (!problems.isEmpty()) {
      throw Complaint.told(Exit.ARTIFACT, problems);
    }
    Report report = new Report(arguments, world);
    Merging merging = merged(places, target, arguments, world);
    if (merging instanceof Merging.Refused refused) {
      throw Complaint.told(
          Exit.ARTIFACT, refused.problems().stream().map(problem -> "error: " + problem).toList());
    }
    return report.finished(((Merging.Merged) merging).outcome());
  }

  /** A million trials take minutes. */
  private static Merging merged(List<Path> places, Path target, Arguments arguments, World world) {
    ProgressLine line =
        new ProgressLine(world, Progress.mode(arguments, world, Look.of(arguments, world)));
    try {
      return new Engine(world.surroundings())
          .merge(
              places,
              target,
              (step, done, total) -> {
                line.paint(
                    new ProgressText.State(done, total, 0, (double) done / total, step, -1, ""));
                line.ended(
                    done + "/" + total + ": " + (step.isEmpty() ? "writing histories" : step));
              });
    } finally {
      line.clear();
    }
  }
}
