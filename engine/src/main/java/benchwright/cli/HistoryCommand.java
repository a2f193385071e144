package benchwright.cli;

import benchwright.artifact.Manifest;
import benchwright.engine.Tags;
import benchwright.history.BaselineRuns;
import benchwright.history.HistoryFailure;
import benchwright.history.Retention;
import benchwright.history.RunReader;
import benchwright.history.Store;
import benchwright.history.StoredRun;
import benchwright.history.Verification;
import benchwright.report.JsonLine;
import benchwright.report.Listing;
import benchwright.report.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code bench history}: the store of runs, listed, thinned, joined and checked. */
final class HistoryCommand implements Command {
  private static final List<String> ACTIONS = List.of("list", "gc", "merge", "verify");
  private static final String BASELINES = "benchmarks/baselines";
  private static final int DAYS = 30;
  private static final int WEEKS = 52;

  private static final Flag DAILY =
      Flag.value("--keep-daily", "N", "gc: the newest run of N days; by default 30.");
  private static final Flag WEEKLY =
      Flag.value("--keep-weekly", "N", "gc: the newest run of N weeks; by default 52.");
  private static final Flag TAGGED =
      Flag.toggle("--keep-tagged", "gc: runs of commits that have a tag; always on.");
  private static final Flag DRY =
      Flag.toggle("--dry-run", "gc: say what would go; remove nothing.");
  private static final Flag JSON = Flag.toggle("--json", "list: print a JSON object a line.");

  @Override
  public Grammar grammar() {
    return new Grammar(
        "history",
        "List the runs of the store, thin them out, join stores, or check every run.",
        List.of(DAILY, WEEKLY, TAGGED, DRY, JSON, Runs.OUTPUT_DIRECTORY, Look.QUIET),
        new Words(
            "list|gc|merge DIR...|verify",
            1,
            Integer.MAX_VALUE,
            ACTIONS,
            "What to do; merge takes the runs of other directories in."));
  }

  @Override
  public Exit run(Arguments arguments, World world) throws Complaint, IOException {
    Runs runs = new Runs(world, arguments);
    Store store = new Store(runs.outputDirectory());
    String action = arguments.words().get(0);
    List<String> rest = arguments.words().subList(1, arguments.words().size());
    if (!action.equals("merge") && !rest.isEmpty()) {
      throw Complaint.usage("bench history " + action + " takes no " + rest.get(0));
    }
    if (!action.equals("merge") && !Files.isDirectory(store.directory())) {
      throw Complaint.of(
          Exit.ARTIFACT,
          "there is no directory of runs " + runs.shown(store.directory()),
          "runs are kept there by: bench run SUITE.bench.kts");
    }
    return switch (action) {
      case "gc" -> thin(store, arguments, world);
      case "merge" -> merge(store, rest, world);
      case "verify" -> verify(store, world);
      default -> list(store, arguments, world);
    };
  }

  private static Exit list(Store store, Arguments arguments, World world) throws IOException {
    List<StoredRun> runs = store.runs();
    if (arguments.has(JSON.name())) {
      runs.forEach(run -> world.out().println(line(run)));
      return Exit.DONE;
    }
    Listing listing = new Listing();
    long bytes = 0;
    for (StoredRun run : runs) {
      bytes += run.bytes();
      String size = Quantity.bytes(run.bytes());
      if (run.manifest().isEmpty()) {
        listing.add(run.name(), "damaged", "", "", size);
        continue;
      }
      Manifest manifest = run.manifest().get();
      String sha = manifest.commit().sha();
      listing.add(
          run.name(),
          manifest.status().getWord(),
          manifest.suite().name() + ", " + manifest.profile(),
          sha.substring(0, Math.min(7, sha.length())) + (manifest.commit().dirty() ? "+" : ""),
          size);
    }
    world.out().print(listing.toText());
    world.out().println(Quantity.count(runs.size(), "run") + ", " + Quantity.bytes(bytes));
    return Exit.DONE;
  }

  private static String line(StoredRun run) {
    JsonLine line = new JsonLine().with("name", run.name()).with("bytes", run.bytes());
    if (run.manifest().isEmpty()) {
      return line.with("status", "damaged").with("fault", run.fault()).toText();
    }
    Manifest manifest = run.manifest().get();
    return line.with("runId", manifest.runId())
        .with("status", manifest.status().getWord())
        .with("suite", manifest.suite().name())
        .with("profile", manifest.profile())
        .with("startedAt", manifest.startedAt())
        .with("commit", manifest.commit().sha())
        .with("branch", manifest.commit().branch())
        .raw("dirty", Boolean.toString(manifest.commit().dirty()))
        .toText();
  }

  private static Exit thin(Store store, Arguments arguments, World world)
      throws Complaint, IOException {
    int daily = Numbers.positive(arguments, DAILY).orElse(DAYS);
    int weekly = Numbers.positive(arguments, WEEKLY).orElse(WEEKS);
    List<StoredRun> runs = store.runs();
    Optional<Set<String>> tags = Tags.in(world.directory());
    boolean commits =
        runs.stream()
            .flatMap(run -> run.manifest().stream())
            .anyMatch(manifest -> !manifest.commit().sha().isEmpty());
    if (tags.isEmpty() && commits) {
      throw Complaint.of(
          Exit.ARTIFACT,
          "git does not tell which commits have a tag, and their runs must not go",
          "run it in the project's repository, where git works");
    }
    Set<String> held = BaselineRuns.in(world.directory().resolve(BASELINES));
    List<Retention.Fate> fates =
        new Retention(daily, weekly, tags.orElse(Set.of()), held).fates(runs);
    boolean dry = arguments.has(DRY.name());
    boolean quiet = arguments.has(Look.QUIET.name());
    long bytes = 0;
    int gone = 0;
    if (!dry) {
      store.sweep();
    }
    for (Retention.Fate fate : fates) {
      if (!fate.kept()) {
        if (!dry) {
          store.remove(fate.run());
        }
        gone++;
        bytes += fate.run().bytes();
      }
      if (!quiet) {
        String what = fate.kept() ? "keeps   " : dry ? "would go" : "gone    ";
        world.out().println(what + "  " + fate.run().name() + "  " + fate.reason());
      }
    }
    world
        .out()
        .println(
            Quantity.count(gone, "run")
                + (dry ? " would go, " : " gone, ")
                + Quantity.bytes(bytes)
                + "; "
                + Quantity.count(fates.size() - gone)
                + " kept");
    return Exit.DONE;
  }

  private static Exit merge(Store store, List<String> directories, World world)
      throws Complaint, IOException {
    if (directories.isEmpty()) {
      throw Complaint.usage(
          "bench history merge needs a directory of runs",
          "bench history merge OTHER/benchmarks/results");
    }
    List<StoredRun> arriving = new ArrayList<>();
    for (String name : directories) {
      Path directory = world.directory().resolve(name);
      if (!Files.isDirectory(directory)) {
        throw Complaint.of(Exit.ARTIFACT, "there is no directory " + name);
      }
      arriving.addAll(new Store(directory).runs());
    }
    int added = 0;
    int same = 0;
    Exit exit = Exit.DONE;
    Set<String> told = new HashSet<>();
    for (StoredRun run : arriving) {
      switch (store.add(run)) {
        case ADDED -> added++;
        case SAME -> same++;
        case DIFFERENT -> {
          exit = Exit.ARTIFACT;
          if (told.add(run.place().toString())) {
            world
                .err()
                .println(
                    "error: "
                        + Runs.shown(world, run.place())
                        + " is another run than the one of this name in "
                        + Runs.shown(world, store.directory())
                        + "; nothing of it was taken");
          }
        }
      }
    }
    world
        .out()
        .println(
            Quantity.count(added, "run") + " taken in, " + Quantity.count(same) + " were there");
    return exit;
  }

  private static Exit verify(Store store, World world) throws IOException {
    Exit exit = Exit.DONE;
    int sound = 0;
    int unfinished = 0;
    List<StoredRun> runs = store.runs();
    for (StoredRun run : runs) {
      String place = Runs.shown(world, run.place());
      try {
        Verification verification = RunReader.open(run.place()).verify();
        if (verification instanceof Verification.Faulty faulty) {
          boolean open =
              run.manifest().isPresent()
                  && run.manifest().get().status() == benchwright.artifact.RunStatus.INTERRUPTED;
          unfinished += open ? 1 : 0;
          exit = open ? exit : Exit.ARTIFACT;
          world.out().println(place + (open ? ": not finished" : ": not what it was"));
          if (!open) {
            faulty.faults().forEach(fault -> world.out().println("  " + fault.toText()));
          }
        } else {
          sound++;
        }
      } catch (HistoryFailure failure) {
        exit = Exit.ARTIFACT;
        world.out().println(place + ": cannot be read");
        String.valueOf(failure.getMessage())
            .lines()
            .forEach(each -> world.out().println("  " + each));
      }
    }
    world
        .out()
        .println(
            Quantity.count(sound)
                + " of "
                + Quantity.count(runs.size(), "run")
                + " sound"
                + (unfinished == 0 ? "" : ", " + Quantity.count(unfinished) + " not finished"));
    return exit;
  }
}
