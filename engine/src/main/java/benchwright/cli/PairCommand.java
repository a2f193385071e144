package benchwright.cli;

import benchwright.analysis.PairRules;
import benchwright.engine.PairOutcome;
import benchwright.engine.PairRequest;
import benchwright.engine.Pairing;
import benchwright.engine.RunOptions;
import benchwright.plan.Selection;
import benchwright.suite.Threshold;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code bench pair}: two revisions, built apart and measured in turns, and the verdict. */
final class PairCommand implements Command {
  static final Flag OUT = Flag.value("--out", "FILE", "Write the comparison to this file as well.");
  static final Flag OUTPUT_DIRECTORY =
      Flag.value(
              "--output-dir",
              "DIR",
              "Where comparisons are kept; by default benchmarks/comparisons.")
          .withShortName("-o");
  static final Flag JSON =
      Flag.toggle("--json", "Print the comparison, as schemas/comparison-schema.json says.");
  static final Flag FAIL_ON_UNDECIDED =
      Flag.toggle("--fail-on-undecided", "End with 7 if the verdict is undecided.");

  private static final Flag BASE =
      Flag.value(
          "--base",
          "REV",
          "The revision to compare with; by default where HEAD left the main branch.");
  private static final Flag HEAD =
      Flag.value("--head", "REV", "The revision that is compared; by default the working tree.");
  private static final Flag BUILD =
      Flag.value(
          "--build",
          "COMMAND",
          "Build each side first: 'mvn -q compile'; several with && between.");
  private static final Flag PAIRS =
      Flag.value("--pairs", "N..N", "Pairs of each case, at least and at most; by default 6..30.");
  private static final Flag LIMIT =
      Flag.value("--limit", "TIME", "Begin no further pair after this time: 15m.");
  private static final Flag TIMEOUT =
      Flag.value("--timeout", "TIME", "The time limit of each run: 30s, 2m.");
  private static final Flag KEEP =
      Flag.toggle("--keep", "Leave what was checked out where it is, to look at it.");
  private static final int MOST_PAIRS = 1000;
  private static final long FAREWELL_SECONDS = 10;

  @Override
  public Grammar grammar() {
    List<Flag> flags = new ArrayList<>(List.of(BASE, HEAD, BUILD, Sources.CLASSPATH));
    flags.addAll(List.of(PAIRS, Thresholds.THRESHOLD, LIMIT, TIMEOUT));
    flags.addAll(Flags.timingSelectors());
    flags.addAll(
        List.of(
            MeasuringFlags.PIN,
            MeasuringFlags.NICE,
            MeasuringFlags.REQUIRE_QUIET,
            KEEP,
            OUTPUT_DIRECTORY,
            OUT,
            JSON,
            FAIL_ON_UNDECIDED,
            Look.QUIET,
            Look.VERBOSE,
            Look.COLOR,
            Progress.MODE));
    return new Grammar(
        "pair",
        "Measure two revisions in turns and tell whether anything became slower.",
        flags,
        Words.any("SUITE.bench.kts", 1, 1, "A suite that measures time."));
  }

  @Override
  public Exit run(Arguments arguments, World world) throws Complaint, IOException {
    PairRequest request = request(arguments, world);
    Measuring.requireQuiet(arguments);
    PairReport report = new PairReport(arguments, world);
    CountDownLatch ended = new CountDownLatch(1);
    PairOutcome outcome;
    try (PairProgress progress = report.progress();
        Pairing pairing =
            new Pairing(
                world.surroundings(), request, MeasuringFlags.options(arguments), progress)) {
      world.endings().listen(ending -> end(ending, world, pairing, ended));
      outcome = pairing.carryOut();
    } finally {
      ended.countDown();
    }
    if (outcome instanceof PairOutcome.Stopped) {
      // Whoever has cancelled it tells how the process ends.
      return Exit.INTERRUPTED;
    }
    world.endings().forget();
    return report.ended(outcome);
  }

  /** Runs in a thread of the ending process: nothing of the two revisions may be left behind. */
  private static int end(
      Endings.Ending ending, World world, Pairing pairing, CountDownLatch ended) {
    pairing.cancel();
    try {
      if (!ended.await(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
        pairing.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      world.err().println("error: what was checked out cannot be removed: " + e.getMessage());
    }
    if (!(ending instanceof Endings.Ending.Signalled signalled)) {
      return Exit.BUG.code();
    }
    boolean interrupted = signalled.exit() == Exit.INTERRUPTED;
    world.err().println(interrupted ? "Interrupted." : "Ended by a signal.");
    world.err().println("  Pairs that were measured are not kept: half a comparison is none.");
    world.err().flush();
    return signalled.exit().code();
  }

  private static PairRequest request(Arguments arguments, World world) throws Complaint {
    Selection selection = Flags.selection(Flags.words(arguments, world));
    int[] pairs =
        pairs(arguments.value(PAIRS.name()).orElse(PairRules.LEAST + ".." + PairRules.MOST));
    List<Threshold> thresholds = Thresholds.ofTiming(arguments);
    return new PairRequest(
        Path.of(arguments.words().get(0)),
        arguments.value(BASE.name()),
        arguments.value(HEAD.name()),
        Arrays.stream(arguments.value(BUILD.name()).orElse("").split("&&", -1))
            .map(String::strip)
            .filter(command -> !command.isEmpty())
            .toList(),
        Sources.classPath(arguments),
        selection,
        thresholds,
        pairs[0],
        pairs[1],
        Numbers.duration(arguments, LIMIT),
        Numbers.duration(arguments, TIMEOUT),
        arguments.has(KEEP.name()));
  }

  /** {@code 6..30}, or one number for both. */
  private static int[] pairs(String text) throws Complaint {
    String[] ends = text.strip().split("\\.\\.", -1);
    try {
      int least = Integer.parseInt(ends[0].strip());
      int most = Integer.parseInt(ends[ends.length - 1].strip());
      if (ends.length <= 2 && least >= 1 && most >= least && most <= MOST_PAIRS) {
        return new int[] {least, most};
      }
    } catch (NumberFormatException wrong) {
      // Told below.
    }
    throw Complaint.usage(
        "--pairs takes one number or two, from 1 to " + MOST_PAIRS + "; got \"" + text + "\"",
        "for example --pairs 6..30, or --pairs 30");
  }

  /** Where comparisons are kept unless somebody says otherwise. */
  static Path comparisons() {
    return RunOptions.RESULTS.resolveSibling("comparisons");
  }
}
