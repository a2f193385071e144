package benchwright.cli;

import benchwright.artifact.Shard;
import benchwright.history.Fault;
import benchwright.history.RunReader;
import benchwright.history.Verification;
import benchwright.report.Quantity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code bench verify}: whether a run is what it was, and whether it comes out the same again. */
final class VerifyCommand implements Command {
  private static final Flag RERUN =
      Flag.toggle("--rerun", "Run it again and compare the digests of the results.");

  @Override
  public Grammar grammar() {
    return new Grammar(
        "verify",
        "Check every file of a run: checksum, schema, digest. With --rerun, run it again too.",
        List.of(RERUN, Runs.OUTPUT_DIRECTORY, Rerun.WORKERS, Look.QUIET, Look.COLOR, Progress.MODE),
        Words.any("RUN", 1, 1, "A run directory, a run file, or a run id."));
  }

  @Override
  public Exit run(Arguments arguments, World world) throws Complaint, IOException {
    Path run = new Runs(world, arguments).find(arguments.words().get(0));
    RunReader reader = RunReader.open(run);
    Verification verification = reader.verify();
    if (verification instanceof Verification.Faulty faulty) {
      for (Fault fault : faulty.faults()) {
        world.out().println(fault.toText());
      }
      world.out().println(Runs.shown(world, run) + ": not what it was");
      return Exit.ARTIFACT;
    }
    Shard shard = reader.manifest().shard();
    Verification.Sound sound = (Verification.Sound) verification;
    world
        .out()
        .println(
            Runs.shown(world, run)
                + ": sound, "
                + (shard.isWhole() ? "" : "shard " + shard.index() + " of " + shard.count() + ", ")
                + Quantity.count(sound.files(), "file")
                + ", "
                + (sound.resultsDigest().isEmpty()
                    ? Quantity.count(reader.manifest().totals().timings(), "case")
                    : Quantity.count(sound.trials(), "trial")
                        + ", digest "
                        + sound.resultsDigest()));
    world.out().flush();
    return arguments.has(RERUN.name())
        ? new Rerun(arguments, world).compare(run, reader)
        : Exit.DONE;
  }
}
