package benchwright.cli;

import benchwright.artifact.Manifest;
import benchwright.engine.Importer;
import benchwright.export.CocoImport;
import benchwright.export.ForeignFormatException;
import benchwright.export.ForeignRun;
import benchwright.export.IohImport;
import benchwright.report.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code bench import}: what another tool has recorded, as a run of ours. */
final class ImportCommand implements Command {
  private static final List<String> FORMATS = List.of("coco", "iohprofiler");
  private static final Flag FROM = Flag.choice("--from", FORMATS, "The format.");
  private static final Flag OUT = Flag.value("--out", "RUN", "The run directory to be made.");

  @Override
  public Grammar grammar() {
    return new Grammar(
        "import",
        "Make a run out of the folders of another tool.",
        List.of(FROM, OUT, Look.QUIET),
        Words.any("DIR", 1, 1, "The folder of the other tool."));
  }

  @Override
  public Exit run(Arguments arguments, World world) throws Complaint, IOException {
    String format = required(arguments, FROM, "one of " + String.join(", ", FORMATS));
    Path out = Path.of(required(arguments, OUT, "a directory"));
    String word = arguments.words().get(0);
    Path folder = world.directory().resolve(word);
    if (!Files.isDirectory(folder)) {
      throw Complaint.of(Exit.ARTIFACT, "there is no folder " + word);
    }
    try {
      ForeignRun run = format.equals("coco") ? CocoImport.read(folder) : IohImport.read(folder);
      Manifest manifest = new Importer(world.surroundings()).write(run, "imported", out);
      if (!Look.of(arguments, world).quiet()) {
        world
            .out()
            .println(
                Quantity.count(manifest.totals().trials(), "trial")
                    + " of "
                    + String.join(
                        ", ", run.algorithms().stream().map(ForeignRun.Algorithm::name).toList()));
      }
      world.out().println(Runs.shown(world, out));
      return Exit.DONE;
    } catch (ForeignFormatException e) {
      throw Complaint.of(Exit.ARTIFACT, String.valueOf(e.getMessage()));
    }
  }

  private static String required(Arguments arguments, Flag flag, String what) throws Complaint {
    Optional<String> value = arguments.value(flag.name());
    if (value.isEmpty()) {
      throw Complaint.usage(
          "bench import needs " + flag.name() + ", " + what,
          "for example: bench import exdata/BFGS --from coco --out benchmarks/results/bfgs-2009");
    }
    return value.get();
  }
}
