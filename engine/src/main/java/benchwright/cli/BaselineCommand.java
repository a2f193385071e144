package benchwright.cli;

import benchwright.artifact.Baseline;
import benchwright.artifact.Comparison;
import benchwright.artifact.Manifest;
import benchwright.artifact.RunStatus;
import benchwright.artifact.VerdictState;
import benchwright.engine.Comparing;
import benchwright.engine.Json;
import benchwright.engine.Reference;
import benchwright.engine.References;
import benchwright.history.BaselineFiles;
import benchwright.history.RunReader;
import benchwright.report.BaselineText;
import benchwright.report.ComparisonText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code bench baseline}: what later runs are compared with. */
final class BaselineCommand implements Command {
  private static final Flag FORCE =
      Flag.toggle("--force", "Keep a run that is worse, unfinished or has failures, too.");
  private static final Flag JSON =
      Flag.toggle("--json", "Print baselines as schemas/baseline-schema.json says.");

  @Override
  public Grammar grammar() {
    return new Grammar(
        "baseline",
        "Keep runs that later ones are compared with, under names of their own.",
        List.of(
            FORCE,
            Flags.SUITE,
            Thresholds.THRESHOLD,
            JSON,
            Runs.OUTPUT_DIRECTORY,
            ComparisonFlags.BASELINE_DIRECTORY,
            Look.QUIET,
            Look.COLOR),
        new Words(
            "save|list|show|promote|rm [NAME [RUN]]",
            1,
            3,
            List.of("save", "list", "show", "promote", "rm"),
            "What to do, with which baseline, and of which run: by default the newest."));
  }

  @Override
  public Exit run(Arguments arguments, World world) throws Complaint, IOException {
    BaselineFiles files = new BaselineFiles(ComparisonFlags.baselines(arguments, world));
    String verb = arguments.words().get(0);
    boolean takesRun = verb.equals("save") || verb.equals("promote");
    int most = verb.equals("list") ? 1 : takesRun ? 3 : 2;
    if (arguments.words().size() > most) {
      throw Complaint.usage(
          "bench baseline " + verb + " cannot use the word " + arguments.words().get(most),
          "bench help baseline");
    }
    return switch (verb) {
      case "list" -> list(files, arguments, world);
      case "show" -> show(files, arguments, world);
      case "rm" -> remove(files, arguments, world);
      case "save" -> save(files, arguments, world);
      default -> promote(files, arguments, world);
    };
  }

  private static Exit list(BaselineFiles files, Arguments arguments, World world) {
    List<Baseline> all = new ArrayList<>();
    for (String name : files.names()) {
      all.add(BaselineFiles.read(files.file(name)));
    }
    if (arguments.has(JSON.name())) {
      world.out().println(Json.line(all));
    } else {
      Look look = Look.of(arguments, world);
      world.out().print(new BaselineText(look.palette(), world.now()).list(all));
    }
    if (all.isEmpty() && !arguments.has(JSON.name())) {
      world.err().println("there is no baseline; to keep the newest run: bench baseline save NAME");
    }
    return Exit.DONE;
  }

  private static Exit show(BaselineFiles files, Arguments arguments, World world) throws Complaint {
    Baseline baseline = known(files, name(arguments));
    if (arguments.has(JSON.name())) {
      world.out().print(Json.page(baseline));
    } else {
      Look look = Look.of(arguments, world);
      world.out().print(new BaselineText(look.palette(), world.now()).show(baseline));
    }
    return Exit.DONE;
  }

  private static Exit remove(BaselineFiles files, Arguments arguments, World world)
      throws Complaint {
    String name = name(arguments);
    if (!files.exists(name)) {
      throw unknown(files, name);
    }
    boolean unused = files.remove(name);
    told(world, arguments, "removed " + Runs.shown(world, files.file(name)));
    return Exit.DONE;
  }

  private static Exit save(BaselineFiles files, Arguments arguments, World world)
      throws Complaint, IOException {
    String name = name(arguments);
    if (files.exists(name)) {
      throw Complaint.usage(
          Runs.shown(world, files.file(name)) + " exists already",
          "to replace it: bench baseline promote " + name + " RUN");
    }
    Path run = chosen(arguments, world);
    refuseUnfit(run, arguments, world);
    Baseline baseline = new Comparing(world.surroundings()).baseline(name, run, world.now(), "");
    Path file = files.write(baseline, false);
    told(
        world,
        arguments,
        Runs.shown(world, file) + " is run " + baseline.run().runId() + size(baseline));
    return Exit.DONE;
  }

  private static Exit promote(BaselineFiles files, Arguments arguments, World world)
      throws Complaint, IOException {
    String name = name(arguments);
    Baseline old = known(files, name);
    Path run = chosen(arguments, world);
    refuseUnfit(run, arguments, world);
    Comparing comparing = new Comparing(world.surroundings());
    Comparison comparison =
        comparing.compare(
            new Reference(name, files.file(name), true, ""),
            new Reference(Runs.shown(world, run), run, false, ""),
            Thresholds.read(arguments));
    Look look = Look.of(arguments, world);
    ComparisonText text = new ComparisonText(look.palette(), Look.COLUMNS, world.now());
    if (comparison.verdict().state() == VerdictState.FAILED && !arguments.has(FORCE.name())) {
      world.out().print(text.render(comparison));
      world.err().println("error: this run is worse than the baseline " + name + " allows");
      world.err().println("  to make it the baseline all the same: --force");
      return Exit.REGRESSED;
    }
    Baseline baseline = comparing.baseline(name, run, world.now(), old.run().runId());
    Path file = files.write(baseline, true);
    if (!look.quiet()) {
      world.out().println(text.verdict(comparison));
    }
    told(
        world,
        arguments,
        Runs.shown(world, file)
            + " is run "
            + baseline.run().runId()
            + " now, in place of "
            + old.run().runId()
            + size(baseline));
    return Exit.DONE;
  }

  /** A baseline with failures hides those of all later runs. */
  private static void refuseUnfit(Path run, Arguments arguments, World world) throws Complaint {
    Manifest manifest = RunReader.open(run).manifest();
    boolean unfinished = manifest.status() != RunStatus.COMPLETE;
    if ((unfinished || manifest.totals().failed() > 0) && !arguments.has(FORCE.name())) {
      throw Complaint.of(
          Exit.ARTIFACT,
          Runs.shown(world, run)
              + (unfinished ? " did not come to its end" : " has failures")
              + ", and what it lacks or fails no later run could be told to have lost",
          unfinished
              ? "to go on with it: bench run --resume " + Runs.shown(world, run)
              : "to see them: bench show " + Runs.shown(world, run),
          "to keep it all the same: --force");
    }
  }

  private static Path chosen(Arguments arguments, World world) throws Complaint {
    References references = ComparisonFlags.references(arguments, world);
    if (arguments.words().size() > 2) {
      Reference reference =
          CompareCommand.found(references.find(arguments.words().get(2)), Exit.ARTIFACT);
      if (reference.isBaseline()) {
        throw Complaint.usage(reference.name() + " is a baseline, and a run is wanted");
      }
      return reference.place();
    }
    String suite = arguments.value(Flags.SUITE.name()).orElse("");
    Optional<Path> newest = references.newest(suite);
    if (newest.isEmpty()) {
      throw Complaint.of(
          Exit.ARTIFACT,
          "there is no run"
              + (suite.isEmpty() ? "" : " of the suite " + suite)
              + " in "
              + Runs.shown(world, new Runs(world, arguments).outputDirectory()),
          "runs are kept there by: bench run SUITE.bench.kts");
    }
    return newest.get();
  }

  private static String name(Arguments arguments) throws Complaint {
    String verb = arguments.words().get(0);
    if (arguments.words().size() < 2) {
      throw Complaint.usage(
          "bench baseline " + verb + ": NAME is missing", "for example bench baseline list");
    }
    String name = arguments.words().get(1);
    if (!BaselineFiles.isName(name)) {
      throw Complaint.usage(
          "a baseline is named by letters, digits, - _ and .; got \"" + name + "\"");
    }
    return name;
  }

  private static Baseline known(BaselineFiles files, String name) throws Complaint {
    if (!files.exists(name)) {
      throw unknown(files, name);
    }
    return BaselineFiles.read(files.file(name));
  }

  private static Complaint unknown(BaselineFiles files, String name) {
    return Complaint.of(
        Exit.ARTIFACT,
        "there is no baseline " + name,
        Nearest.remedies(name, files.names(), "bench baseline list"));
  }

  private static String size(Baseline baseline) {
    boolean referred = baseline.trials().isEmpty() && baseline.timings().isEmpty();
    return referred ? ", of which it keeps the place alone: do not delete the run" : "";
  }

  private static void told(World world, Arguments arguments, String line) {
    if (!arguments.has(Look.QUIET.name())) {
      world.out().println(line);
    }
  }
}
