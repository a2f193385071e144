package benchwright.benchmarks;

import benchwright.analysis.PairRules;
import benchwright.analysis.PairedComparison;
import benchwright.artifact.CaseKey;
import benchwright.artifact.CommitStamp;
import benchwright.artifact.ComparedRun;
import benchwright.artifact.Comparison;
import benchwright.artifact.Conditions;
import benchwright.artifact.Formats;
import benchwright.artifact.Pairs;
import benchwright.artifact.SuiteStamp;
import benchwright.artifact.VerdictState;
import benchwright.external.Leash;
import benchwright.measure.Confinement;
import benchwright.measure.command.CommandRuns;
import benchwright.pair.MatchedCase;
import benchwright.pair.PairListener;
import benchwright.pair.PairRun;
import benchwright.plan.TimingCase;
import benchwright.suite.Command;
import benchwright.suite.NoTolerance;
import benchwright.suite.Timing;
import benchwright.timing.Subjects;
import benchwright.timing.TimingListener;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Prints how often {@code bench pair} calls identical code failed, and how often code that is
 * slower: with real processes, the measuring, the rules and the verdict of the command. Only git
 * and the compiler are left out.
 *
 * <p>Arguments: comparisons of identical code, comparisons of each slower one.
 */
public final class VerdictRates {
  private static final int LOOPS = 150_000;
  private static final int BLOCK = 10;

  private VerdictRates() {}

  public static void main(String[] arguments) throws IOException {
    int same = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    int slower = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 40;
    PrintStream out = System.out;
    out.println("| the head is | pairs | failed | undecided | passed | pairs used | load |");
    out.println("|---|---|---:|---:|---:|---:|---:|");
    Tally quiet = new Tally();
    Tally busy = new Tally();
    for (int done = 0; done < same; done += BLOCK) {
      // In blocks, so that both meet the same hours.
      boolean hog = done / BLOCK % 2 == 1;
      Optional<Process> process = hog ? Optional.of(hog()) : Optional.empty();
      try {
        for (int i = 0; i < BLOCK; i++) {
          compare(1, PairRules.LEAST, PairRules.MOST, hog ? busy : quiet);
        }
      } finally {
        process.ifPresent(Process::destroyForcibly);
      }
    }
    print(out, "the same", "6 to 30", quiet);
    print(out, "the same, beside a CPU hog", "6 to 30", busy);
    slower(out, "20 % slower", 1.2, 30, slower);
    slower(out, "50 % slower", 1.5, 10, slower);
  }

  private static void slower(PrintStream out, String name, double times, int pairs, int comparisons)
      throws IOException {
    Tally tally = new Tally();
    for (int i = 0; i < comparisons; i++) {
      compare(times, pairs, pairs, tally);
    }
    print(out, name, String.valueOf(pairs), tally);
  }

  /** How verdicts came out. */
  private static final class Tally {
    private final Map<VerdictState, Integer> verdicts = new EnumMap<>(VerdictState.class);
    private int pairs;
    private double load;

    void add(Comparison comparison) throws IOException {
      verdicts.merge(comparison.verdict().state(), 1, Integer::sum);
      pairs += comparison.rows().get(0).samples();
      load += Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0]);
    }

    int all() {
      return verdicts.values().stream().mapToInt(Integer::intValue).sum();
    }

    int of(VerdictState state) {
      return verdicts.getOrDefault(state, 0);
    }
  }

  private static void print(PrintStream out, String head, String pairs, Tally tally) {
    int all = tally.all();
    if (all == 0) {
      return;
    }
    out.printf(
        Locale.ROOT,
        "| %s | %s | %d of %d | %d | %d | %.1f | %.1f |%n",
        head,
        pairs,
        tally.of(VerdictState.FAILED),
        tally.all(),
        tally.of(VerdictState.UNDECIDED),
        tally.of(VerdictState.PASSED),
        (double) tally.pairs / all,
        tally.load / all);
    out.flush();
  }

  private static Process hog() throws IOException {
    return new ProcessBuilder("sh", "-c", "while :; do :; done").start();
  }

  private static void compare(double times, int least, int most, Tally tally) throws IOException {
    List<MatchedCase> cases =
        MatchedCase.of(List.of(loops(LOOPS)), List.of(loops(Math.round(times * LOOPS))), true);
    PairRules rules =
        PairRules.of(
            least,
            most,
            PairRules.withDefaults(List.of()),
            cases.stream().map(MatchedCase::unmeasured).toList());
    PairRun run =
        new PairRun(
            new PairRun.Order(cases, rules, new Timing(), NoTolerance.INSTANCE, Optional.empty()),
            new Programs(),
            new Programs(),
            () -> () -> Conditions.UNKNOWN,
            new Unlocked(),
            System::nanoTime);
    if (!(run.carryOut(PairListener.none()) instanceof PairRun.Outcome.Measured measured)) {
      throw new IllegalStateException("nothing was measured");
    }
    Pairs pairs =
        new Pairs(
            Formats.PAIRS,
            Formats.VERSION,
            side("base"),
            side("head"),
            measured.cases(),
            measured.conditions());
    tally.add(new PairedComparison(rules).of(pairs, List.of()));
  }

  private static TimingCase loops(long loops) {
    return new TimingCase(
        new Command(
            "loop",
            "loop",
            ".",
            List.of(),
            List.of(),
            "awk BEGIN{for(i=0;i<" + loops + ";i++)x+=i;print(x)}",
            List.of(),
            "",
            Map.of(),
            false),
        new CaseKey("", 0, 1, 0));
  }

  private static ComparedRun side(String name) {
    return new ComparedRun(
        name,
        "",
        new SuiteStamp("verdicts", "Verdicts", "", ""),
        "full",
        CommitStamp.UNKNOWN,
        "",
        "",
        "",
        "",
        "",
        "");
  }

  /** The whole machine is asked for by whoever starts this. */
  private static final class Unlocked implements benchwright.timing.MeasuringTurn {
    @Override
    public Held await(java.util.function.Consumer<String> waiting) {
      return () -> {};
    }

    @Override
    public void cancel() {}
  }

  private static final class Programs implements Subjects {
    private final CommandRuns runs =
        new CommandRuns(
            Path.of("").toAbsolutePath(),
            System.getenv(),
            Leash.of(System.nanoTime()),
            System::nanoTime);

    @Override
    public Optional<String> prepare(Collection<TimingCase> cases, TimingListener listener) {
      return Optional.empty();
    }

    @Override
    public Made subject(TimingCase each) {
      return new Made.Ready(
          runs.subject(
              (Command) each.implementation(),
              each.key(),
              new Confinement(List.of(), 0, System.nanoTime(), List.of(), Duration.ofMinutes(1))));
    }

    @Override
    public double launchNanos() {
      return Double.NaN;
    }

    @Override
    public void cancel() {}

    @Override
    public void close() {
      runs.close();
    }
  }
}
