package benchwright.history;

import benchwright.artifact.Decimals;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to spell a double, beside the JVM's own way. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecimalsBenchmark {
  private static final int COUNT = 4096;

  /** Which doubles: like coordinates, of many magnitudes, or whole numbers. */
  @Param({"coordinates", "magnitudes", "whole"})
  public String kind = "coordinates";

  private final double[] values = new double[COUNT];
  private final byte[] bytes = new byte[Decimals.LONGEST];

  /** Draws the doubles. */
  @Setup
  public void draw() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < COUNT; i++) {
      values[i] =
          switch (kind) {
            case "coordinates" -> random.nextDouble(-5, 5);
            case "magnitudes" -> random.nextDouble() * StrictMath.pow(10, random.nextInt(-20, 20));
            default -> random.nextInt(1000);
          };
    }
  }

  /** Into bytes, as a trial is written. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public int decimals() {
    int length = 0;
    for (double value : values) {
      length += Decimals.write(value, bytes, 0);
    }
    return length;
  }

  /** Into a text, by the JVM. */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public int doubleToString() {
    int length = 0;
    for (double value : values) {
      length += Double.toString(value).length();
    }
    return length;
  }
}
