package benchwright.measure.command;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What Linux can do and the JDK has no word for. */
final class Kernel {
  private static final int CHILD_SUBREAPER = 36;
  private static final int CLOSE_ON_EXEC = 0x80000;
  private static final int INTERRUPTED = 4;
  private static final int LARGEST_MASK = 128;
  private static final int ONE_PROCESS = 0;
  // struct rusage of 64-bit Linux: two times of two longs each, then the peak in kibibytes.
  private static final int USAGE_SIZE = 144;
  private static final int USER = 0;
  private static final int SYSTEM = 16;
  private static final int PEAK = 32;
  private static final int KIBI = 1 << 10;

  private final NativeLibrary system;

  private Kernel(NativeLibrary system) {
    this.system = system;
  }

  /** Empty where this is no 64-bit Linux, or no native code can be called. */
  static Optional<Kernel> here() {
    if (!System.getProperty("os.name", "").equals("Linux")) {
      return Optional.empty();
    }
    try {
      return Native.LONG_SIZE == Long.BYTES
          ? Optional.of(new Kernel(NativeLibrary.getProcess()))
          : Optional.empty();
    } catch (LinkageError refused) {
      return Optional.empty();
    }
  }

  /** How a child ended, and what it and the children that it waited for used. */
  record Death(int status, double userNanos, double systemNanos, long peakRssBytes) {}

  /** Both ends of a pipe, which no child inherits by itself, as files that can be opened. */
  final class Pipe implements AutoCloseable {
    private final int[] ends;

    private Pipe(int... ends) {
      this.ends = ends;
    }

    File readEnd() {
      return file(ends[0]);
    }

    File writeEnd() {
      return file(ends[1]);
    }

    private static File file(int descriptor) {
      return new File("/proc/self/fd/" + descriptor);
    }

    @Override
    public void close() {
      for (int end : ends) {
        call("close", end);
      }
    }
  }

  /** Whether orphans among the descendants of this process become its children. */
  void adopt(boolean adopting) throws IOException {
    check("prctl", call("prctl", CHILD_SUBREAPER, adopting ? 1L : 0L, 0L, 0L, 0L));
  }

  /** Waits for the end of a child. */
  Death await(long pid) throws IOException {
    try (Memory status = new Memory(Integer.BYTES);
        Memory usage = new Memory(USAGE_SIZE)) {
      while (call("wait4", (int) pid, status, 0, usage) < 0) {
        if (Native.getLastError() != INTERRUPTED) {
          throw refused("wait4");
        }
      }
      return new Death(
          status.getInt(0), nanos(usage, USER), nanos(usage, SYSTEM), usage.getLong(PEAK) * KIBI);
    }
  }

  private static double nanos(Memory usage, int offset) {
    return usage.getLong(offset) * 1e9 + usage.getLong(offset + Long.BYTES) * 1e3;
  }

  Pipe pipe() throws IOException {
    int[] ends = new int[2];
    check("pipe2", call("pipe2", ends, CLOSE_ON_EXEC));
    return new Pipe(ends);
  }

  /** Holds this thread, and what it starts, to these processors. */
  void pin(List<Integer> processors) throws IOException {
    try (Memory mask = new Memory(LARGEST_MASK)) {
      mask.clear();
      for (int processor : processors) {
        if (processor < 0 || processor >= LARGEST_MASK * Byte.SIZE) {
          throw new IOException("there is no processor " + processor);
        }
        int at = processor / Byte.SIZE;
        mask.setByte(at, (byte) (mask.getByte(at) | 1 << processor % Byte.SIZE));
      }
      check("sched_setaffinity", call("sched_setaffinity", 0, (long) LARGEST_MASK, mask));
    }
  }

  /** Makes this thread, and what it starts, so nice. */
  void nice(int niceness) throws IOException {
    check("setpriority", call("setpriority", ONE_PROCESS, 0, niceness));
  }

  private int call(String name, Object... arguments) {
    return system.getFunction(name).invokeInt(arguments);
  }

  private static void check(String name, int answer) throws IOException {
    if (answer < 0) {
      throw refused(name);
    }
  }

  private static IOException refused(String name) {
    return new IOException("the system refuses " + name + " (error " + Native.getLastError() + ")");
  }
}
