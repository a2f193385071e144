package benchwright.cli;

import benchwright.analysis.TrendSettings;
import benchwright.analysis.Trends;
import benchwright.artifact.Trend;
import benchwright.artifact.VerdictState;
import benchwright.engine.Json;
import benchwright.engine.TrendReading;
import benchwright.engine.WholeFiles;
import benchwright.history.KnownChangesFile;
import benchwright.report.TrendMarkdown;
import benchwright.report.TrendText;
import benchwright.report.page.TrendPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code bench trend}: how measures went over the runs of the store. */
final class TrendCommand implements Command {
  private static final String KNOWN_CHANGES = "benchmarks/known-changes.json";
  private static final int WINDOW = 100;
  private static final List<String> FORMATS = List.of("markdown", "html", "json");

  private static final Flag LAST =
      Flag.value("--last", "N", "The newest N runs of each suite and profile; by default 100.");
  private static final Flag BRANCH =
      Flag.value("--branch", "NAME", "Runs of this branch; by default of all.");
  private static final Flag DIRTY =
      Flag.toggle("--dirty", "Also runs whose files differed from their commit.");
  private static final Flag KNOWN =
      Flag.value(
          "--known-changes",
          "FILE",
          "Changes that are no regressions; by default benchmarks/known-changes.json.");
  private static final Flag FAIL =
      Flag.toggle("--fail-on-alarm", "End with 1 if a series alarms that does not only warn.");
  private static final Flag JSON =
      Flag.toggle("--json", "Print the trend as schemas/trend-schema.json says.");
  private static final Flag FORMAT =
      Flag.value("--format", "FORMAT", "markdown, html or json; several with commas.");
  private static final Flag OUT =
      Flag.value(
          "--out",
          "PATH",
          "The file, or a directory for several formats; by default standard output.");

  @Override
  public Grammar grammar() {
    List<Flag> flags = new ArrayList<>(List.of(LAST, BRANCH, DIRTY));
    flags.addAll(TrendFlags.ALL);
    flags.addAll(
        List.of(KNOWN, FAIL, JSON, FORMAT, OUT, Runs.OUTPUT_DIRECTORY, Look.QUIET, Look.COLOR));
    return new Grammar(
        "trend",
        "Tell how measures went over the runs of the store: changes, creep, forecasts.",
        flags,
        Words.any("SUITE", 0, 1, "The name of a suite; by default all suites."));
  }

  @Override
  public Exit run(Arguments arguments, World world) throws Complaint, IOException {
    TrendSettings settings = TrendFlags.settings(arguments);
    List<String> formats = formats(arguments);
    Optional<String> out = arguments.value(OUT.name());
    if (out.isEmpty() && formats.size() > 1) {
      throw Complaint.usage(
          "several formats need a directory to go to",
          "for example: bench trend --format markdown,html --out trend");
    }
    Trend trend = trend(arguments, world, settings);
    if (out.isPresent()) {
      write(trend, formats.isEmpty() ? List.of("markdown") : formats, out.get(), arguments, world);
    } else if (formats.isEmpty()) {
      Look look = Look.of(arguments, world);
      world
          .out()
          .print(
              new TrendText(ShowCommand.strokes(world), look.palette(), Look.COLUMNS)
                  .render(trend));
    } else {
      world.out().print(text(trend, formats.get(0)));
    }
    return arguments.has(FAIL.name()) && trend.verdict().state() == VerdictState.FAILED
        ? Exit.REGRESSED
        : Exit.DONE;
  }

  private static Trend trend(Arguments arguments, World world, TrendSettings settings)
      throws Complaint, IOException {
    Runs runs = new Runs(world, arguments);
    String suite = arguments.words().isEmpty() ? "" : arguments.words().get(0);
    TrendReading.Window window =
        new TrendReading.Window(
            suite.replaceFirst("^.*/", "").replaceFirst("\\.bench\\.kts$", ""),
            arguments.value(BRANCH.name()).orElse(""),
            Numbers.positive(arguments, LAST).orElse(WINDOW),
            arguments.has(DIRTY.name()));
    Path known = world.directory().resolve(arguments.value(KNOWN.name()).orElse(KNOWN_CHANGES));
    if (arguments.value(KNOWN.name()).isPresent() && !Files.exists(known)) {
      throw Complaint.of(Exit.ARTIFACT, "there is no file " + runs.shown(known));
    }
    if (!Files.isDirectory(runs.outputDirectory())) {
      throw nothing(runs, "there is no directory of runs " + runs.shown(runs.outputDirectory()));
    }
    TrendReading.Found found =
        TrendReading.read(world.surroundings(), runs.outputDirectory(), window);
    Trend trend =
        Trends.of(
            found.runs(),
            found.leftOut(),
            KnownChangesFile.read(known),
            settings.with(found.thresholds()));
    if (found.runs().isEmpty()) {
      found
          .leftOut()
          .forEach(each -> world.err().println("left out " + each.place() + ": " + each.reason()));
      throw nothing(
          runs,
          "no run "
              + (suite.isEmpty() ? "" : "of the suite " + suite + " ")
              + "in "
              + runs.shown(runs.outputDirectory())
              + " can be used");
    }
    if (trend.series().isEmpty()) {
      throw Complaint.usage(
          "no series is what the flags ask for",
          "to see all of them, leave --measure, --optimizer, --implementation, --function and"
              + " --dim out");
    }
    return trend;
  }

  private static Complaint nothing(Runs runs, String what) {
    return Complaint.of(
        Exit.ARTIFACT,
        what,
        "runs are kept there by: bench run SUITE.bench.kts",
        "to see what is there: bench history list -o " + runs.shown(runs.outputDirectory()));
  }

  private static List<String> formats(Arguments arguments) throws Complaint {
    if (arguments.has(JSON.name())) {
      return List.of("json");
    }
    List<String> formats = new ArrayList<>();
    if (arguments.value(FORMAT.name()).isPresent()) {
      for (String word : arguments.value(FORMAT.name()).get().split(",", -1)) {
        String format = word.strip();
        if (!FORMATS.contains(format)) {
          throw Complaint.usage(
              "there is no format \"" + format + "\"", "formats are " + String.join(", ", FORMATS));
        }
        if (!formats.contains(format)) {
          formats.add(format);
        }
      }
    }
    return formats;
  }

  private static String text(Trend trend, String format) {
    return switch (format) {
      case "html" -> TrendPage.render(trend);
      case "json" -> Json.page(trend);
      default -> TrendMarkdown.render(trend);
    };
  }

  private static void write(
      Trend trend, List<String> formats, String out, Arguments arguments, World world)
      throws IOException, Complaint {
    Path path = world.directory().resolve(out);
    boolean directory = formats.size() > 1 || out.endsWith("/") || Files.isDirectory(path);
    List<Path> written = new ArrayList<>();
    try (WholeFiles files = new WholeFiles()) {
      for (String format : formats) {
        String ending = format.equals("markdown") ? "md" : format;
        Path file = directory ? path.resolve("trend." + ending) : path;
        files.add(file, to -> to.append(text(trend, format)));
        written.add(file);
      }
      files.finish();
    }
    if (!Look.of(arguments, world).quiet()) {
      written.forEach(file -> world.out().println(Runs.shown(world, file)));
    }
  }
}
