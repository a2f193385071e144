package benchwright.cli;

import benchwright.analysis.Overheads;
import benchwright.analysis.PublishedResults;
import benchwright.artifact.Manifest;
import benchwright.artifact.RunStatus;
import benchwright.artifact.Summary;
import benchwright.artifact.Timings;
import benchwright.engine.Json;
import benchwright.engine.Reporting;
import benchwright.history.RunReader;
import benchwright.report.KnownResultsPage;
import benchwright.report.ManifestText;
import benchwright.report.SmallCharts;
import benchwright.report.Strokes;
import benchwright.report.SummaryText;
import benchwright.report.TimingText;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
    List<Timings> timings = reader.timings();
    if (summary.rows().isEmpty() && timings.isEmpty()) {
      // Of a run that is unfinished, or a single file, nobody kept a summary.
      summary = new Reporting(world.surroundings()).read(path).summary();
    }
    SmallCharts charts = new SmallCharts(strokes(world), look.palette(), Look.COLUMNS);
    part(world, ManifestText.render(manifest, look.palette()), true);
    part(world, new SummaryText(look.palette(), Look.COLUMNS).render(summary), false);
    part(world, charts.targets(summary), false);
    part(world, new TimingText(look.palette(), Look.COLUMNS).render(timings), false);
    part(world, charts.times(timings), false);
    if (manifest.status() == RunStatus.INTERRUPTED) {
      world.out().println("It is not finished; to go on: bench run --resume " + runs.shown(path));
    }
    return Exit.DONE;
  }

  /** What is not empty, and a blank line between two of them. */
  private static void part(World world, String text, boolean first) {
    if (!text.isEmpty()) {
      world.out().print((first ? "" : "\n") + text);
    }
  }

  /** Blocks, unless the terminal or the language that is set can show nothing but ASCII. */
  static Strokes strokes(World world) {
    Optional<String> language =
        world
            .variable("LC_ALL")
            .or(() -> world.variable("LC_CTYPE"))
            .or(() -> world.variable("LANG"));
    boolean unicode =
        language.map(text -> text.toUpperCase(Locale.ROOT).matches(".*UTF-?8.*")).orElse(true);
    return unicode && !world.isDumb() ? Strokes.BLOCKS : Strokes.ASCII;
  }
}
