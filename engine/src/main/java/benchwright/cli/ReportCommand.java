package benchwright.cli;

import benchwright.engine.Comparing;
import benchwright.engine.Reference;
import benchwright.engine.ReportFormat;
import benchwright.engine.Reporting;
import benchwright.engine.Reports;
import benchwright.engine.WholeFiles;
import benchwright.report.Findings;
import benchwright.script.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code bench report}: what came of a run, or of many, for people and for programs. */
final class ReportCommand implements Command {
  private static final Flag FORMAT =
      Flag.value(
          "--format",
          "FORMAT",
          "markdown, json, html, csv or junit; several with commas; by default markdown.");
  private static final Flag OUT =
      Flag.value(
          "--out",
          "PATH",
          "The file, or a directory for several formats; by default standard output.");

  private static final Flag COMPARE_TO =
      Flag.value(
          ComparisonFlags.COMPARE_TO.name(),
          "REF",
          "Tell the verdict against this run, baseline, commit or branch as well.");

  @Override
  public Grammar grammar() {
    return new Grammar(
        "report",
        "Report on a run, or on all runs of a directory.",
        List.of(
            FORMAT,
            OUT,
            COMPARE_TO,
            ComparisonFlags.BASELINE_DIRECTORY,
            Runs.OUTPUT_DIRECTORY,
            Look.QUIET),
        Words.any(
            "RUN",
            1,
            Integer.MAX_VALUE,
            "Run directories, run files, run ids, or a directory of runs."));
  }

  @Override
  public Exit run(Arguments arguments, World world) throws Complaint, IOException {
    List<ReportFormat> formats = formats(arguments.value(FORMAT.name()).orElse("markdown"));
    Optional<String> out = arguments.value(OUT.name());
    if (out.isEmpty() && formats.size() > 1) {
      throw Complaint.usage(
          "several formats need a directory to go to",
          "for example: bench report RUN --format markdown,html --out report");
    }
    Runs runs = new Runs(world, arguments);
    List<Path> found = new ArrayList<>();
    for (String word : arguments.words()) {
      found.add(runs.find(word));
    }
    Reporting reporting = new Reporting(world.surroundings());
    boolean one = found.size() == 1 && Reporting.isRun(found.get(0));
    if (!one && arguments.has(COMPARE_TO.name())) {
      throw Complaint.usage("one run at a time is compared", "name a single run, or leave it out");
    }
    Reports reports =
        one
            ? Reports.of(compared(reporting.read(found.get(0)), found.get(0), arguments, world))
            : Reports.of(
                reporting.readAll(
                    all(found, runs), out.isPresent() && formats.contains(ReportFormat.HTML)));
    if (out.isEmpty()) {
      reports.write(formats.get(0), world.out());
    } else {
      write(reports, formats, out.get(), world, Look.of(arguments, world).quiet());
    }
    for (String gap : reports.gaps()) {
      world.err().println("warning: " + gap);
    }
    return reports.gaps().isEmpty() ? Exit.DONE : Exit.ARTIFACT;
  }

  private static Findings compared(Findings findings, Path run, Arguments arguments, World world)
      throws Complaint, IOException {
    Optional<String> name = arguments.value(COMPARE_TO.name());
    if (name.isEmpty()) {
      return findings;
    }
    Reference base =
        CompareCommand.found(
            ComparisonFlags.references(arguments, world)
                .find(name.get(), Optional.of(findings.manifest())),
            Exit.ARTIFACT);
    Reference head = new Reference(Runs.shown(world, run), run, false, "");
    return findings.with(new Comparing(world.surroundings()).compare(base, head, List.of()));
  }

  /** Each run that was named, and those of each directory of runs. */
  private static List<Path> all(List<Path> found, Runs runs) throws Complaint, IOException {
    Set<Path> all = new LinkedHashSet<>();
    for (Path path : found) {
      if (Reporting.isRun(path)) {
        all.add(path);
        continue;
      }
      List<Path> inside = Reporting.runsIn(path);
      if (inside.isEmpty()) {
        throw Complaint.of(
            Exit.ARTIFACT,
            runs.shown(path) + " is no run, and no run lies in it",
            "a run has a run.json; runs are kept in benchmarks/results, or where --output-dir says");
      }
      all.addAll(inside);
    }
    return List.copyOf(all);
  }

  private static void write(
      Reports reports, List<ReportFormat> formats, String out, World world, boolean quiet)
      throws IOException {
    Path path = world.directory().resolve(out);
    boolean directory = formats.size() > 1 || out.endsWith("/") || Files.isDirectory(path);
    try (WholeFiles files = new WholeFiles()) {
      for (ReportFormat format : formats) {
        if (directory) {
          reports.writeInto(path, format, files);
        } else {
          files.add(path, text -> reports.write(format, text));
        }
      }
      files.finish();
    }
    if (!quiet) {
      for (ReportFormat format : formats) {
        world.out().println(Runs.shown(world, directory ? path.resolve(format.file()) : path));
      }
    }
  }

  private static List<ReportFormat> formats(String text) throws Complaint {
    List<ReportFormat> formats = new ArrayList<>();
    for (String name : text.split(",", -1)) {
      String word = name.strip();
      Optional<ReportFormat> format = ReportFormat.named(word);
      if (format.isEmpty()) {
        List<String> nearest = Spelling.nearest(word, ReportFormat.names());
        throw Complaint.usage(
            "there is no format \"" + word + "\"",
            nearest.isEmpty()
                ? "formats are " + String.join(", ", ReportFormat.names())
                : "did you mean " + Nearest.list(nearest) + "?");
      }
      if (!formats.contains(format.get())) {
        formats.add(format.get());
      }
    }
    return formats;
  }
}
