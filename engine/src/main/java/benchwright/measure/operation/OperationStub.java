package benchwright.measure.operation;

import benchwright.script.DoubleMeasured;
import benchwright.script.IntMeasured;
import benchwright.script.LongMeasured;
import benchwright.script.Measured;
import benchwright.script.ObjectMeasured;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What JMH measures: a method for each kind of result, which does nothing but call the script's
 * code. That code stands in a field that is not final: in a constant, the compiler would know what
 * is called with which values, and could leave out the work (docs/decisions/0035).
 */
public class OperationStub {

  /** What one thread calls; each thread has a set-up of its own. */
  @State(Scope.Thread)
  public static class DoubleHolder {
    DoubleMeasured measured = () -> Double.NaN;

    /** Executes the set-up that the script says. */
    @Setup(Level.Trial)
    public void prepare() {
      measured = OperationStub.prepare(DoubleMeasured.class);
    }
  }

  /** As {@link DoubleHolder}. */
  @State(Scope.Thread)
  public static class LongHolder {
    LongMeasured measured = () -> 0;

    /** Executes the set-up that the script says. */
    @Setup(Level.Trial)
    public void prepare() {
      measured = OperationStub.prepare(LongMeasured.class);
    }
  }

  /** As {@link DoubleHolder}. */
  @State(Scope.Thread)
  public static class IntHolder {
    IntMeasured measured = () -> 0;

    /** Executes the set-up that the script says. */
    @Setup(Level.Trial)
    public void prepare() {
      measured = OperationStub.prepare(IntMeasured.class);
    }
  }

  /** As {@link DoubleHolder}. */
  @State(Scope.Thread)
  public static class ObjectHolder {
    ObjectMeasured measured = () -> "";

    /** Executes the set-up that the script says. */
    @Setup(Level.Trial)
    public void prepare() {
      measured = OperationStub.prepare(ObjectMeasured.class);
    }
  }

  /** Calls code whose result is a double. */
  @Benchmark
  public double callDouble(DoubleHolder holder) {
    return holder.measured.call();
  }

  /** Calls code whose result is a long. */
  @Benchmark
  public long callLong(LongHolder holder) {
    return holder.measured.call();
  }

  /** Calls code whose result is an int. */
  @Benchmark
  public int callInt(IntHolder holder) {
    return holder.measured.call();
  }

  /** Calls code whose result is an object, or nothing. */
  @Benchmark
  public @Nullable Object callObject(ObjectHolder holder) {
    return holder.measured.call();
  }

  private static <M extends Measured> M prepare(Class<M> kind) {
    return kind.cast(ForkedOperation.fromProperties(System.getProperties()).prepare());
  }
}
