package benchwright.cli;

import benchwright.artifact.Manifest;
import benchwright.artifact.RunStatus;
import benchwright.export.CocoExport;
import benchwright.export.CsvExport;
import benchwright.export.Export;
import benchwright.export.IohExport;
import benchwright.export.JmhExport;
import benchwright.history.RunReader;
import benchwright.report.Quantity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code bench export}: a run in the format of another tool. */
final class ExportCommand implements Command {
  private static final List<String> FORMATS = List.of("coco", "iohprofiler", "csv", "jmh");
  private static final Flag TO = Flag.choice("--to", FORMATS, "The format.");
  private static final Flag OUT =
      Flag.value("--out", "DIR", "Where the files are written; a new or an empty directory.");

  @Override
  public Grammar grammar() {
    return new Grammar(
        "export",
        "Write a run in the format of another tool.",
        List.of(TO, OUT, Runs.OUTPUT_DIRECTORY, Look.QUIET),
        Words.any("RUN", 1, 1, "A run directory, a run file, or a run id."));
  }

  @Override
  public Exit run(Arguments arguments, World world) throws Complaint, IOException {
    String format = required(arguments, TO, "one of " + String.join(", ", FORMATS));
    String out = required(arguments, OUT, "a directory");
    Runs runs = new Runs(world, arguments);
    Path run = runs.find(arguments.words().get(0));
    RunReader reader = RunReader.open(run);
    Manifest manifest = reader.manifest();
    if (manifest.status() == RunStatus.INTERRUPTED) {
      throw Complaint.of(
          Exit.ARTIFACT,
          runs.shown(run) + " is not finished",
          "to finish it: bench run --resume " + runs.shown(run));
    }
    Path directory = world.directory().resolve(out);
    checkIsFree(directory, out);
    if (format.equals("jmh")) {
      return exportTimings(arguments, world, reader, directory, runs.shown(directory));
    }
    if (manifest.totals().timings() > 0) {
      throw Complaint.usage(
          "this run has measured time, and " + format + " is for trials of optimizers",
          "for its operations: --to jmh; for all samples: bench report --format csv");
    }
    Export export = export(format, directory, manifest.environment().benchwright());
    try {
      reader.forEach(
          (record, circumstance) -> {
            try {
              export.add(record, circumstance);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      export.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    tell(arguments, world, export, manifest, runs.shown(directory));
    return Exit.DONE;
  }

  private static Exit exportTimings(
      Arguments arguments, World world, RunReader reader, Path directory, String shown)
      throws Complaint, IOException {
    JmhExport export = new JmhExport(reader.manifest().environment().jvm());
    reader.timings().forEach(export::add);
    if (export.taken() == 0) {
      throw Complaint.usage(
          "this run has measured no operation, and JMH's format is for operations alone",
          "for runs of optimizers: --to coco, --to iohprofiler or --to csv");
    }
    export.write(directory);
    if (export.leftOut() > 0) {
      world
          .err()
          .println(
              "warning: "
                  + Quantity.count(export.leftOut(), "case")
                  + " left out: JMH's format is for operations that were measured");
    }
    if (!Look.of(arguments, world).quiet()) {
      world.out().println(Quantity.count(export.taken(), "case"));
    }
    world.out().println(shown);
    return Exit.DONE;
  }

  private static void tell(
      Arguments arguments, World world, Export export, Manifest manifest, String directory) {
    int trials = manifest.totals().trials() - export.leftOut();
    if (export.leftOut() > 0) {
      world
          .err()
          .println(
              "warning: "
                  + Quantity.count(export.leftOut(), "trial")
                  + " left out: the format has BBOB's functions only, and no trial without an"
                  + " evaluation");
    }
    if (!Look.of(arguments, world).quiet()) {
      world.out().println(Quantity.count(trials, "trial"));
    }
    world.out().println(directory);
  }

  private static Export export(String format, Path directory, String version) throws IOException {
    return switch (format) {
      case "coco" -> new CocoExport(directory, version);
      case "iohprofiler" -> new IohExport(directory);
      default -> new CsvExport(directory);
    };
  }

  private static void checkIsFree(Path directory, String shown) throws Complaint, IOException {
    if (!Files.exists(directory)) {
      return;
    }
    if (Files.isDirectory(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        if (files.findAny().isEmpty()) {
          return;
        }
      }
    }
    throw Complaint.usage(
        shown + " is there already, and nothing is overwritten",
        "name another directory, or remove that one");
  }

  private static String required(Arguments arguments, Flag flag, String what) throws Complaint {
    Optional<String> value = arguments.value(flag.name());
    if (value.isEmpty()) {
      throw Complaint.usage(
          "bench export needs " + flag.name() + ", " + what,
          "for example: bench export RUN --to coco --out exdata");
    }
    return value.get();
  }
}
