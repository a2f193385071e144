package benchwright.cli;

import benchwright.artifact.Comparison;
import benchwright.artifact.Manifest;
import benchwright.engine.Comparing;
import benchwright.engine.ComparisonFormat;
import benchwright.engine.Json;
import benchwright.engine.Reference;
import benchwright.engine.References;
import benchwright.engine.WholeFiles;
import benchwright.history.RunReader;
import benchwright.report.ComparisonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code bench compare}: what became better or worse from one run to another. */
final class CompareCommand implements Command {
  private static final Flag FORMAT =
      Flag.value(
          "--format",
          "FORMAT",
          String.join(", ", ComparisonFormat.names()) + "; several with commas.");
  private static final Flag OUT =
      Flag.value("--out", "PATH", "The file of the format, or a directory for several.");
  private static final Flag JSON =
      Flag.toggle("--json", "Print the comparison as schemas/comparison-schema.json says.");
  private static final Flag REQUIRE_IDENTICAL =
      Flag.toggle(
          "--require-identical", "End with 1 unless the results are the same, bit for bit.");

  @Override
  public Grammar grammar() {
    return new Grammar(
        "compare",
        "Tell what became better or worse from one run to another, without running.",
        List.of(
            Thresholds.THRESHOLD,
            FORMAT,
            OUT,
            JSON,
            ComparisonFlags.FAIL_ON_UNDECIDED,
            ComparisonFlags.REQUIRE_BASELINE,
            REQUIRE_IDENTICAL,
            Runs.OUTPUT_DIRECTORY,
            ComparisonFlags.BASELINE_DIRECTORY,
            Look.QUIET,
            Look.COLOR),
        Words.any(
            "BASE HEAD",
            2,
            2,
            "Run directories, run files, run ids, baselines, or commits and branches that have"
                + " runs."));
  }

  @Override
  public Exit run(Arguments arguments, World world) throws Complaint, IOException {
    List<ComparisonFormat> formats = formats(arguments);
    References references = ComparisonFlags.references(arguments, world);
    Reference head = found(references.find(arguments.words().get(1)), Exit.ARTIFACT);
    Optional<Manifest> like =
        head.isBaseline() ? Optional.empty() : Optional.of(RunReader.open(head.place()).manifest());
    Reference base =
        found(
            references.find(arguments.words().get(0), like),
            arguments.has(ComparisonFlags.REQUIRE_BASELINE.name()) ? Exit.UNFIT : Exit.ARTIFACT);
    Comparison comparison =
        new Comparing(world.surroundings()).compare(base, head, Thresholds.read(arguments));
    write(comparison, formats, arguments, world);
    if (!base.remark().isEmpty()) {
      world.err().println("note: " + base.remark());
    }
    Exit exit = ComparisonFlags.exit(comparison, arguments);
    boolean differs = arguments.has(REQUIRE_IDENTICAL.name()) && !comparison.identical();
    if (differs) {
      world.err().println("error: the results are not the same, bit for bit");
    }
    return differs ? exit.or(Exit.REGRESSED) : exit;
  }

  /** What a name means, or the complaint that it means nothing. */
  static Reference found(References.Resolution resolution, Exit missing) throws Complaint {
    if (resolution instanceof References.Resolution.Found found) {
      return found.reference();
    }
    if (resolution instanceof References.Resolution.Ambiguous ambiguous) {
      throw Complaint.usage(ambiguous.text(), "write more of it");
    }
    throw Complaint.of(
        missing,
        ((References.Resolution.Missing) resolution).text(),
        "runs are kept by bench run, baselines by: bench baseline save NAME");
  }

  private static List<ComparisonFormat> formats(Arguments arguments) throws Complaint {
    List<ComparisonFormat> formats = new ArrayList<>();
    Optional<String> given = arguments.value(FORMAT.name());
    for (String word : given.map(text -> text.split(",", -1)).orElse(new String[0])) {
      Optional<ComparisonFormat> format = ComparisonFormat.named(word.strip());
      if (format.isEmpty()) {
        throw Complaint.usage(
            "there is no format \"" + word + "\"",
            "formats are " + String.join(", ", ComparisonFormat.names()));
      }
      formats.add(format.get());
    }
    if (formats.size() > 1 && !arguments.has(OUT.name())) {
      throw Complaint.usage("several formats need a directory to go to", "--out DIR says which");
    }
    if (formats.isEmpty() && arguments.has(OUT.name())) {
      throw Complaint.usage("--out needs a format", "for example --format json --out PATH");
    }
    return formats;
  }

  private static void write(
      Comparison comparison, List<ComparisonFormat> formats, Arguments arguments, World world)
      throws IOException {
    Optional<String> out = arguments.value(OUT.name());
    if (out.isPresent()) {
      Path path = world.directory().resolve(out.get());
      boolean directory = formats.size() > 1 || out.get().endsWith("/") || Files.isDirectory(path);
      try (WholeFiles files = new WholeFiles()) {
        for (ComparisonFormat format : formats) {
          files.add(
              directory ? path.resolve(format.file()) : path,
              text -> text.append(format.render(comparison)));
        }
        files.finish();
      }
    } else if (!formats.isEmpty()) {
      world.out().print(formats.get(0).render(comparison));
      return;
    }
    Look look = Look.of(arguments, world);
    ComparisonText text = new ComparisonText(look.palette(), Look.COLUMNS, world.now());
    if (arguments.has(JSON.name())) {
      world.out().print(Json.page(comparison));
    } else if (look.quiet()) {
      world.out().println(text.verdict(comparison));
    } else {
      world.out().print(text.render(comparison));
    }
  }
}
