package benchwright.measure.operation;

import benchwright.script.DoubleMeasured;
import benchwright.script.LongMeasured;
import benchwright.script.Measured;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * What goes wrong when code is timed without care, beside what our stub makes of the same code. Run
 * as a process of its own, because compiled code remembers what it has seen.
 */
public final class Traps {
  private static final LongMeasured CONSTANT = mixing(42);
  private static final int CALLS = 2_000_000;
  private static final int REPEATS = 7;

  private volatile boolean ended;
  private long longs;
  private double doubles;
  private Object object = "";

  private Traps() {}

  /** Prints a line for each trap: its name and figures. */
  public static void main(String[] words) {
    new Traps().tell();
  }

  private void tell() {
    System.out.println("constant " + nanos(this::constant) + " " + nanos(this::holder));
    System.out.println("boxes " + allocated(this::boxed) + " " + allocated(this::primitive));
    System.out.println(polluted());
  }

  /** The trap: the compiler knows what is called, and with which value. */
  private void constant(long calls) {
    long sum = 0;
    for (long i = 0; i < calls && !ended; i++) {
      sum += CONSTANT.call();
    }
    longs = sum;
  }

  private void holder(long calls) {
    OperationStub stub = new OperationStub();
    OperationStub.LongHolder holder = new OperationStub.LongHolder();
    holder.measured = mixing(42);
    long sum = 0;
    for (long i = 0; i < calls && !ended; i++) {
      sum += stub.callLong(holder);
    }
    longs = sum;
  }

  private static LongMeasured mixing(long seed) {
    return () -> {
      long x = seed;
      for (int i = 0; i < 24; i++) {
        x = (x ^ (x >>> 29)) * 0x5851F42D4C957F2DL;
      }
      return x;
    };
  }

  private void boxed(long calls) {
    OperationStub stub = new OperationStub();
    OperationStub.ObjectHolder holder = new OperationStub.ObjectHolder();
    double[] x = {1.5};
    holder.measured = () -> x[0]++;
    for (long i = 0; i < calls && !ended; i++) {
      object = stub.callObject(holder);
    }
  }

  private void primitive(long calls) {
    OperationStub stub = new OperationStub();
    OperationStub.DoubleHolder holder = new OperationStub.DoubleHolder();
    double[] x = {1.5};
    holder.measured = () -> x[0]++;
    for (long i = 0; i < calls && !ended; i++) {
      doubles = stub.callDouble(holder);
    }
  }

  /** One loop for all operations: the first is slower after the others than it was alone. */
  private String polluted() {
    double[] x = {1.5, 2.5, 3.5};
    List<DoubleMeasured> operations =
        List.of(
            () -> x[0] + 1,
            () -> x[1] * 3,
            () -> x[2] - 2,
            () -> x[0] * x[1],
            () -> x[1] + x[2],
            () -> x[2] / 3);
    double alone = nanos(calls -> shared(operations.get(0), calls));
    for (DoubleMeasured other : operations) {
      nanos(calls -> shared(other, calls));
    }
    return "shared " + alone + " " + nanos(calls -> shared(operations.get(0), calls));
  }

  private void shared(Measured measured, long calls) {
    DoubleMeasured operation = (DoubleMeasured) measured;
    double sum = 0;
    for (long i = 0; i < calls && !ended; i++) {
      sum += operation.call();
    }
    doubles = sum;
  }

  /** For one call: the least of some repetitions, which a busy machine disturbs least. */
  private static double nanos(LongConsumer loop) {
    double[] nanos = new double[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
      long start = System.nanoTime();
      loop.accept(CALLS);
      nanos[i] = (System.nanoTime() - start) / (double) CALLS;
    }
    return Arrays.stream(nanos).min().getAsDouble();
  }

  /** Bytes for one call, once the loop is compiled. */
  private static double allocated(LongConsumer loop) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    loop.accept(CALLS);
    loop.accept(CALLS);
    long before = threads.getThreadAllocatedBytes(id);
    loop.accept(CALLS);
    return (threads.getThreadAllocatedBytes(id) - before) / (double) CALLS;
  }

  @Override
  public String toString() {
    return longs + " " + doubles + " " + object;
  }
}
