package benchwright.cli;

import benchwright.engine.Benchwright;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

/** {@code bench}: the one place that touches the process. */
public final class Main {
  private Main() {}

  /** Carries out one command line and ends the process with its exit code. */
  public static void main(String[] line) {
    PrintStream out = stream(FileDescriptor.out, 1 << 16, false);
    PrintStream err = stream(FileDescriptor.err, 1 << 10, true);
    // What a suite or an optimizer prints must not stand among our results.
    System.setOut(err);
    System.setErr(err);
    boolean terminal = Terminal.isErr(System.getProperty("benchwright.terminal", ""));
    World world =
        new World(
            Benchwright.surroundings(),
            System.in,
            out,
            err,
            terminal,
            ZoneId::systemDefault,
            new ProcessEndings());
    System.exit(new Bench(world).run(line));
  }

  private static PrintStream stream(FileDescriptor descriptor, int buffer, boolean flush) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), buffer),
        flush,
        StandardCharsets.UTF_8);
  }
}
