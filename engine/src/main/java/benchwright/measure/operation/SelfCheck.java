package benchwright.measure.operation;

import benchwright.compile.Compilation;
import benchwright.compile.SuiteCompiler;
import benchwright.suite.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Shows that a script's operation costs what it costs in a benchmark that is written for JMH by
 * hand: the same work both ways, in forks that take turns (A B, B A), one ratio for each pair.
 */
public final class SelfCheck {
  /** How far the ratio may lie from 1. */
  public static final double TOLERANCE = 0.05;

  // The body of HandWritten.mix, in the words of a suite.
  private static final String SCRIPT =
      """
      operations(
          operation("mix") {
              val seed = 42L
              measured {
                  var x = seed
                  for (i in 0 until 96) x = (x xor (x ushr 29)) * 0x5851F42D4C957F2DL
                  x
              }
          },
      )
      """;
  private static final String FILE = "self-check.bench.kts";
  private static final int WARMUPS = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** What it found. */
  public enum Verdict {
    /** The ratio is within the tolerance. */
    SAME,
    /** It is not, but the ratios of the pairs lie on both sides of the bound: too much noise. */
    UNCLEAR,
    /** All pairs say that the two differ. */
    DIFFERENT,
    /** It could not be measured. */
    FAILED
  }

  /**
   * What came of it.
   *
   * @param scriptNanos the median over the forks, for one call by our stub
   * @param handNanos the same of the hand-written benchmark
   * @param ratio the median of the pairs' ratios, script over hand
   * @param lower the least ratio of a pair; with five pairs the median of all pairs that could be
   *     made lies between {@code lower} and {@code upper} in 94 of 100 checks
   * @param upper the greatest
   * @param sentence for people
   */
  public record Result(
      double scriptNanos,
      double handNanos,
      double ratio,
      double lower,
      double upper,
      Verdict verdict,
      String sentence) {}

  private final SuiteCompiler compiler;
  private final Function<Path, ForkSetup> setups;

  /**
   * @param setups how forks are made for a compiled script
   */
  public SelfCheck(SuiteCompiler compiler, Function<Path, ForkSetup> setups) {
    this.compiler = compiler;
    this.setups = setups;
  }

  /** Measures so many {@code pairs} of forks, each of about two seconds. */
  public Result check(int pairs) {
    try {
      Path folder = Files.createTempDirectory("benchwright-self-check");
      try {
        Path script = Files.writeString(folder.resolve(FILE), SCRIPT);
        Compilation compilation = compiler.compile(script);
        if (compilation instanceof Compilation.Compiled compiled) {
          try (OperationForks forks = new OperationForks(setups.apply(compiled.entry()))) {
            return measure(forks, compiled, pairs);
          }
        }
        return failed("its script is rejected: " + compilation);
      } finally {
        Files.deleteIfExists(folder.resolve(FILE));
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      return failed(String.valueOf(e.getMessage()));
    }
  }

  private static Result measure(OperationForks forks, Compilation.Compiled compiled, int pairs)
      throws IOException {
    Operation operation = (Operation) compiled.suite().speed().implementations().get(0);
    ForkedOperation forked =
        new ForkedOperation(compiled.entry(), operation.id(), operation.name(), 0, 0);
    Job script = job(OperationStub.class.getName() + ".callLong", forked.asOptions());
    Job hand = job(HandWritten.class.getName() + ".mix", List.of());
    List<Double> scripts = new ArrayList<>();
    List<Double> hands = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      boolean scriptFirst = pair % 2 == 0;
      for (int turn = 0; turn < 2; turn++) {
        boolean ours = scriptFirst == (turn == 0);
        Optional<Answer> answer =
            forks.ask(new Host.Hold(List.of(), 0), ours ? script : hand, PATIENCE);
        if (answer.isEmpty() || !answer.get().failure().isEmpty()) {
          return failed(answer.map(Answer::failure).orElse("a fork did not end"));
        }
        (ours ? scripts : hands).add(median(answer.get().wallNanos()));
      }
    }
    return judged(scripts, hands);
  }

  private static Job job(String stub, List<String> options) {
    return new Job(
        stub,
        "self-check",
        1,
        WARMUPS,
        Iterations.USUAL,
        1,
        PATIENCE.toSeconds(),
        options,
        List.of(),
        "");
  }

  /** What {@code scripts} and {@code hands} say, measured pair by pair. */
  static Result judged(List<Double> scripts, List<Double> hands) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < scripts.size(); i++) {
      ratios.add(scripts.get(i) / hands.get(i));
    }
    double ratio = median(ratios);
    double lower = ratios.stream().mapToDouble(r -> r).min().orElse(Double.NaN);
    double upper = ratios.stream().mapToDouble(r -> r).max().orElse(Double.NaN);
    boolean same = Math.abs(ratio - 1) <= TOLERANCE;
    boolean reaches = lower <= 1 + TOLERANCE && upper >= 1 - TOLERANCE;
    Verdict verdict = same ? Verdict.SAME : reaches ? Verdict.UNCLEAR : Verdict.DIFFERENT;
    String figures =
        String.format(
            Locale.ROOT,
            "%.2f ns by a script, %.2f ns by a hand-written benchmark: ratio %.3f (%.3f to %.3f"
                + " over %d pairs of JVMs)",
            median(scripts),
            median(hands),
            ratio,
            lower,
            upper,
            scripts.size());
    String meaning =
        switch (verdict) {
          case SAME -> "; a script costs what JMH alone costs";
          case UNCLEAR -> "; the machine is too noisy to tell";
          case DIFFERENT, FAILED -> "; times of operations are not to be trusted here";
        };
    return new Result(
        median(scripts), median(hands), ratio, lower, upper, verdict, figures + meaning);
  }

  private static Result failed(String why) {
    return new Result(
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Verdict.FAILED,
        "the same work could not be measured both ways: " + why);
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(v -> v).toArray();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
