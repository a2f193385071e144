package benchwright.cli;

import benchwright.analysis.Overheads;
import benchwright.analysis.PublishedResults;
import benchwright.artifact.Manifest;
import benchwright.artifact.RunStatus;
import benchwright.artifact.Summary;
import benchwright.engine.Json;
import benchwright.history.RunReader;
import benchwright.report.KnownResultsPage;
import benchwright.report.ManifestText;
import benchwright.report.SummaryText;
import java.nio.file.Path;
import java.util.List;

/** {@code bench show}: the summary of a run. */
final class ShowCommand implements Command {
  private static final Flag JSON =
      Flag.toggle("--json", "Print summary.json, as schemas/benchmark-data-schema.json says.");

  private static final Flag BESIDE =
      Flag.choice(
          "--beside",
          List.of("bbob-2009"),
          "Set the results beside published ones, as a page in Markdown.");

  @Override
  public Grammar grammar() {
    return new Grammar(
        "show",
        "Print the summary of a run.",
        List.of(JSON, BESIDE, Runs.OUTPUT_DIRECTORY, Look.COLOR),
        Words.any("RUN", 1, 1, "A run directory, a run file, or a run id."));
  }

  @Override
  public Exit run(Arguments arguments, World world) throws Complaint {
    Runs runs = new Runs(world, arguments);
    Path path = runs.find(arguments.words().get(0));
    RunReader reader = RunReader.open(path);
    Summary summary = reader.summary();
    if (arguments.has(JSON.name())) {
      world.out().print(Json.page(summary));
      return Exit.DONE;
    }
    if (arguments.has(BESIDE.name())) {
      Overheads overheads = new Overheads();
      reader.forEach(overheads::add);
      world
          .out()
          .print(
              new KnownResultsPage(
                      reader.manifest(), summary, PublishedResults.bbob2009(), overheads.all())
                  .render());
      return Exit.DONE;
    }
    Look look = Look.of(arguments, world);
    Manifest manifest = reader.manifest();
    world.out().print(ManifestText.render(manifest, look.palette()));
    world.out().println();
    world.out().print(new SummaryText(look.palette(), Look.COLUMNS).render(summary));
    if (manifest.status() == RunStatus.INTERRUPTED) {
      world.out().println("It is not finished; to go on: bench run --resume " + runs.shown(path));
    }
    return Exit.DONE;
  }
}
