package benchwright.cli;

import static java.util.stream.Collectors.joining;

import benchwright.artifact.Manifest;
import benchwright.artifact.TrialKey;
import benchwright.engine.Engine;
import benchwright.engine.Run;
import benchwright.engine.RunOptions;
import benchwright.engine.RunOutcome;
import benchwright.engine.Source;
import benchwright.history.RunReader;
import benchwright.plan.Plan;
import benchwright.plan.Selection;
import benchwright.report.Quantity;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs a finished run a second time, in a place of its own, and compares the results. */
final class Rerun {
  static final Flag WORKERS =
      Flag.value("--workers", "N", "Trials at a time; by default the number of processors.");

  /** A run may have been resumed after the limit of its suite; all of it is to be run again. */
  private static final Duration UNLIMITED = Duration.ofDays(36_500);

  private final Arguments arguments;
  private final World world;

  Rerun(Arguments arguments, World world) {
    this.arguments = arguments;
    this.world = world;
  }

  Exit compare(Path first, RunReader reader) throws Complaint, IOException {
    Manifest manifest = reader.manifest();
    if (manifest.totals().timings() > 0) {
      throw Complaint.usage(
          "no two measurements are the same, so there is nothing to compare a run of "
              + manifest.suite().name()
              + " with",
          "to measure it again: bench run " + manifest.suite().file());
    }
    if (manifest.resultsDigest().isEmpty()) {
      throw Complaint.of(
          Exit.ARTIFACT,
          Runs.shown(world, first) + " is not finished, so there is nothing to compare with",
          "to finish it: bench run --resume " + Runs.shown(world, first));
    }
    Engine engine = new Engine(world.surroundings());
    Selection selection = Flags.selection(manifest.selection()).withProfile(manifest.profile());
    Source source = source(engine, manifest, selection);
    Sources.Ready ready =
        Sources.trials(
                Sources.plan(List.of(source), selection),
                "no two measurements are the same, so there is nothing to compare")
            .get(0);
    if (!ready.plan().digest().equals(manifest.planDigest())) {
      throw Complaint.of(
          Exit.ARTIFACT,
          "this version of Benchwright plans other trials than " + manifest.runId() + " has run",
          "it was made by version " + manifest.environment().benchwright());
    }
    Path directory = Files.createTempDirectory("bench-rerun-");
    try {
      RunOptions options =
          RunOptions.defaults()
              .withOutputDirectory(directory)
              .withLimit(UNLIMITED)
              .withWorkers(
                  Numbers.positive(arguments, WORKERS)
                      .orElse(Runtime.getRuntime().availableProcessors()));
      Run run = engine.begin(source, part(ready.plan(), reader), manifest.selection(), options);
      RunOutcome outcome;
      try (Progress progress = Progress.of(arguments, world, Look.of(arguments, world), run)) {
        outcome = run.carryOut(progress);
      }
      if (outcome instanceof RunOutcome.Rejected rejected) {
        throw Complaint.told(
            Exit.REJECTED,
            rejected.problems().stream().map(problem -> "error: " + problem).toList());
      }
      return outcome instanceof RunOutcome.Finished finished
          ? tell(manifest, finished.manifest())
          : Exit.INTERRUPTED;
    } finally {
      delete(directory);
    }
  }

  /** The trials that a shard has run, even if this version would divide the plan differently. */
  private static Plan part(Plan whole, RunReader reader) {
    if (reader.manifest().shard().isWhole()) {
      return whole;
    }
    Set<TrialKey> keys = new HashSet<>();
    reader.forEach(record -> keys.add(record.getKey()));
    return whole.only(keys, reader.manifest().shard());
  }

  private Exit tell(Manifest first, Manifest second) {
    if (first.resultsDigest().equals(second.resultsDigest())) {
      world
          .out()
          .println(
              "run again: the same results, bit for bit ("
                  + Quantity.duration(second.resources().wallNanos())
                  + ")");
      return Exit.DONE;
    }
    world.out().println("run again: other results, digest " + second.resultsDigest());
    return Exit.TRIAL_FAILED;
  }

  private Source source(Engine engine, Manifest manifest, Selection selection) throws Complaint {
    if (manifest.suite().file().isEmpty()) {
      if (selection.functions().isEmpty()) {
        throw Complaint.of(
            Exit.ARTIFACT,
            "the suite of " + manifest.runId() + " was made by a program, not by a script",
            "run that program again, and compare the digests of both runs: bench verify RUN");
      }
      return SingleSuite.of(selection);
    }
    Path script = Path.of(manifest.suite().file());
    if (!Files.exists(world.directory().resolve(script))) {
      throw Complaint.of(
          Exit.ARTIFACT,
          "the suite " + script + " is not here",
          "go to the directory in which the run was started");
    }
    List<Path> classPath = manifest.classPath().stream().map(code -> Path.of(code.path())).toList();
    Source source = new Sources(engine, classPath).compile(List.of(script)).get(0);
    if (!source.classPath().equals(manifest.classPath())) {
      throw Complaint.of(
          Exit.ARTIFACT,
          "the code on the class path has changed since the run " + manifest.runId(),
          "restore " + classPath.stream().map(Path::toString).collect(joining(", ")),
          "or run it as it is: bench run --classpath … " + script);
    }
    if (!source.sha256().equals(manifest.suite().sha256())) {
      throw Complaint.of(
          Exit.ARTIFACT,
          script
              + " has changed since the run "
              + manifest.runId()
              + ", so it says nothing about it",
          "restore the script, or run it as it is: bench run " + script);
    }
    return source;
  }

  private static void delete(Path directory) throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
