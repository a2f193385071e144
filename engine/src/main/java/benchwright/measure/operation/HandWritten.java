package benchwright.measure.operation;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A benchmark as somebody writes it who uses JMH directly: what {@link SelfCheck} measures beside
 * the same work in a script.
 */
@State(Scope.Thread)
public class HandWritten {
  long seed = 42;

  /** 96 multiplications, each of which waits for the one before. */
  @Benchmark
  public long mix() {
    long x = seed;
    for (int i = 0; i < 96; i++) {
      x = (x ^ (x >>> 29)) * 0x5851F42D4C957F2DL;
    }
    return x;
  }
}
