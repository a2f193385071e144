package benchwright.measure.operation;

import benchwright.script.DoubleMeasured;
import benchwright.script.LongMeasured;
import benchwright.script.Measured;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/**
 * What goes wrong when code is timed without care, beside what our stub makes of the same code: not
 * by the clock, which a busy machine bends, but by what the compiler says that it did. Run as a
 * process of its own, because compiled code remembers what it has seen, and with {@code -Xbatch},
 * so that what it has seen does not depend on when it is compiled.
 */
public final class Traps {
  private static final LongMeasured CONSTANT = mixing(42);
  private static final int CALLS = 2_000_000;
  private static final int REPEATS = 7;

  /** The level of the compiler that optimizes most. */
  private static final int OPTIMIZED = 4;

  private volatile boolean ended;
  private long longs;
  private double doubles;
  private Object object = "";

  private Traps() {}

  /** Prints a line for each trap: its name and figures. */
  public static void main(String[] words) throws IOException {
    new Traps().tell();
  }

  private void tell() throws IOException {
    System.out.println(
        "constant "
            + compiled("constant", () -> call(this::constant)).getLong("codeSize")
            + " "
            + compiled("holder", () -> call(this::holder)).getLong("codeSize"));
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

  /** One loop for all operations: alone, the first is compiled into it; after the others, none. */
  private String polluted() throws IOException {
    double[] x = {1.5, 2.5, 3.5};
    List<DoubleMeasured> operations =
        List.of(
            () -> x[0] + 1,
            () -> x[1] * 3,
            () -> x[2] - 2,
            () -> x[0] * x[1],
            () -> x[1] + x[2],
            () -> x[2] / 3);
    DoubleMeasured first = operations.get(0);
    RecordedEvent alone = compiled("shared", () -> call(calls -> shared(first, calls)));
    RecordedEvent after =
        compiled(
            "shared",
            () -> {
              for (DoubleMeasured other : operations) {
                call(calls -> shared(other, calls));
              }
              call(calls -> shared(first, calls));
            });
    return "shared " + alone.getLong("inlinedBytes") + " " + after.getLong("inlinedBytes");
  }

  private void shared(Measured measured, long calls) {
    DoubleMeasured operation = (DoubleMeasured) measured;
    double sum = 0;
    for (long i = 0; i < calls && !ended; i++) {
      sum += operation.call();
    }
    doubles = sum;
  }

  private static void call(LongConsumer loop) {
    for (int i = 0; i < REPEATS; i++) {
      loop.accept(CALLS);
    }
  }

  /** What the compiler made of our method {@code name} when it last optimized it in this time. */
  private static RecordedEvent compiled(String name, Runnable time) throws IOException {
    Path file = Files.createTempFile("traps", ".jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.Compilation").withThreshold(Duration.ZERO);
      recording.start();
      time.run();
      recording.stop();
      recording.dump(file);
      return RecordingFile.readAllEvents(file).stream()
          .filter(event -> event.getInt("compileLevel") == OPTIMIZED)
          .filter(event -> isOurs(event.getValue("method"), name))
          .max(Comparator.comparing(RecordedEvent::getStartTime))
          .orElseThrow(() -> new IllegalStateException(name + " was not optimized"));
    } finally {
      Files.delete(file);
    }
  }

  private static boolean isOurs(RecordedMethod method, String name) {
    return method.getName().equals(name)
        && method.getType().getName().equals(Traps.class.getName());
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
