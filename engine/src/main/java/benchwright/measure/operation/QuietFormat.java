package benchwright.measure.operation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.format.OutputFormat;

/** Listens to JMH and prints nothing: keeps the times of iterations, and the last lines of text. */
final class QuietFormat implements OutputFormat {
  private static final int MOST_LINES = 400;
  private static final int LONGEST_LINE = 2_000;

  private final List<Double> warmups = new ArrayList<>();
  private final List<Double> measured = new ArrayList<>();
  private final Deque<String> lines = new ArrayDeque<>();
  private final StringBuilder line = new StringBuilder();

  /** The scores of iterations that warmed up, in their order. */
  synchronized List<Double> warmups() {
    return List.copyOf(warmups);
  }

  /** The scores of the others. */
  synchronized List<Double> measured() {
    return List.copyOf(measured);
  }

  /**
   * What JMH said of a failure: the exception and where it was thrown, without the frames of JMH.
   */
  synchronized Optional<String> failure() {
    List<String> said = new ArrayList<>();
    boolean failed = false;
    for (String each : lines) {
      if (each.startsWith("<failure")) {
        failed = true;
        if (each.startsWith("<failure:")) {
          said.add("the operation ended its JVM: System.exit was called, or it was killed");
        }
      } else if (failed && !each.isBlank() && isTelling(each)) {
        said.add(each.strip().replace("at suite//", "at "));
      }
    }
    return said.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", said));
  }

  /** The last lines that the fork or JMH wrote. */
  synchronized String lastLines() {
    return String.join("\n", lines);
  }

  private static boolean isTelling(String text) {
    return !text.contains("org.openjdk.jmh.")
        && !text.contains("jmh_generated")
        && !text.contains("at java.base/")
        && !text.contains("at benchwright.measure.operation.")
        && !text.contains("at benchwright.script.")
        && !text.startsWith("Benchmark had encountered")
        && !text.startsWith("<")
        && !text.startsWith("# ");
  }

  @Override
  public synchronized void iterationResult(
      BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult data) {
    double score = data.getPrimaryResult().getScore();
    (params.getType() == IterationType.WARMUP ? warmups : measured).add(score);
  }

  @Override
  public synchronized void write(int character) {
    if (character == '\n') {
      keep();
    } else if (line.length() < LONGEST_LINE) {
      line.append((char) character);
    }
  }

  @Override
  public void print(String text) {
    text.chars().forEach(this::write);
  }

  @Override
  public void println(String text) {
    print(text);
    write('\n');
  }

  @Override
  public void write(byte[] bytes) {
    print(new String(bytes, StandardCharsets.UTF_8));
  }

  private void keep() {
    lines.add(line.toString());
    line.setLength(0);
    if (lines.size() > MOST_LINES) {
      lines.remove();
    }
  }

  @Override
  public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {}

  @Override
  public void startBenchmark(BenchmarkParams benchmark) {}

  @Override
  public void endBenchmark(BenchmarkResult result) {}

  @Override
  public void startRun() {}

  @Override
  public void endRun(Collection<RunResult> result) {}

  @Override
  public void verbosePrintln(String text) {}

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
