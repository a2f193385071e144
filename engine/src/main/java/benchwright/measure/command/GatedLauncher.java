package benchwright.measure.command;

import benchwright.external.Leash;
import benchwright.measure.Confinement;
import java.io.Closeable;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongSupplier;

/**
 * Starts a process on Linux so that its end says what it used, and that from nothing.
 *
 * <p>A process takes the peak of its memory along when it becomes another program, and one that the
 * JDK starts has shared the memory of this JVM until then: its peak could never be below ours. So
 * {@code setsid --fork} starts a small process that begins at zero, and ends. Its orphan becomes a
 * child of this process, which may then wait for it. The orphan is a shell that says its number,
 * waits at a gate, and becomes the program: what the start costs lies before the gate.
 */
final class GatedLauncher implements Launcher {
  // Words come as arguments and are no text of the shell. If nobody opens the gate, it ends.
  private static final String GATE =
      "echo $$; read -r go || exit 125; unset PWD OLDPWD SHLVL go; exec \"$@\" </dev/null";
  private static final int SIGNAL = 0x7f;
  private static final int EXIT_VALUE_AT = 8;
  private static final int EXIT_VALUE = 0xff;
  private static final int LONGEST_NUMBER = 20;

  private final Kernel kernel;
  private final LongSupplier nanos;
  private final String session;
  private final String shell;

  private GatedLauncher(Kernel kernel, LongSupplier nanos, String session, String shell) {
    this.kernel = kernel;
    this.nanos = nanos;
    this.session = session;
    this.shell = shell;
  }

  /** Empty where there is no such kernel, or no {@code setsid}. */
  static Optional<GatedLauncher> here(LongSupplier nanos, String searchPath) {
    String session = Leash.find("setsid", searchPath);
    String shell = Leash.find("sh", searchPath);
    return session.isEmpty() || shell.isEmpty()
        ? Optional.empty()
        : Kernel.here().map(kernel -> new GatedLauncher(kernel, nanos, session, shell));
  }

  @Override
  public String shortcoming() {
    return "";
  }

  @Override
  public Launched launch(ProcessBuilder order, Confinement confinement, Leash leash)
      throws IOException {
    List<String> words = new ArrayList<>(List.of(session, "--fork", shell, "-c", GATE, shell));
    words.addAll(order.command());
    order.command(words);
    Gated gated;
    try (Kernel.Pipe gate = kernel.pipe();
        Kernel.Pipe output = kernel.pipe();
        Kernel.Pipe errors = kernel.pipe()) {
      gated = new Gated(gate.writeEnd(), output.readEnd(), errors.readEnd(), leash);
      order.redirectInput(gate.readEnd());
      order.redirectOutput(output.writeEnd());
      order.redirectError(errors.writeEnd());
      try {
        adopt(order, confinement, leash);
      } catch (IOException impossible) {
        gated.close();
        throw impossible;
      }
    }
    gated.find();
    return gated;
  }

  /** Starts the parent, whose end makes its child ours. */
  private void adopt(ProcessBuilder order, Confinement confinement, Leash leash)
      throws IOException {
    // Adopting holds for the whole process: nobody else may end it in between.
    synchronized (GatedLauncher.class) {
      kernel.adopt(true);
      try {
        Process parent = start(order, confinement, leash);
        if (parent.waitFor() != 0) {
          throw new IOException("setsid --fork is not known here");
        }
      } catch (InterruptedException stopped) {
        leash.sweep();
        Thread.currentThread().interrupt();
        throw new IOException("the start was stopped", stopped);
      } finally {
        kernel.adopt(false);
      }
    }
  }

  /** What a thread is held to, the processes that it starts are held to. */
  private Process start(ProcessBuilder order, Confinement confinement, Leash leash)
      throws IOException, InterruptedException {
    if (confinement.processors().isEmpty() && confinement.niceness() == 0) {
      return leash.start(order);
    }
    FutureTask<Process> start =
        new FutureTask<>(
            () -> {
              if (!confinement.processors().isEmpty()) {
                kernel.pin(confinement.processors());
              }
              if (confinement.niceness() != 0) {
                kernel.nice(confinement.niceness());
              }
              return leash.start(order);
            });
    Thread thread = new Thread(start, "launch");
    thread.setDaemon(true);
    thread.start();
    try {
      return start.get();
    } catch (ExecutionException failed) {
      throw new IOException(String.valueOf(failed.getCause().getMessage()), failed.getCause());
    }
  }

  /** Waits at the gate. */
  private final class Gated implements Launched {
    private final OutputStream gate;
    private final InputStream output;
    private final InputStream errors;
    private final Leash leash;
    private long pid;
    private long began;
    private double spentNanos;

    Gated(File gate, File output, File errors, Leash leash) throws IOException {
      this.gate = new FileOutputStream(gate);
      this.output = new FileInputStream(output);
      this.errors = new FileInputStream(errors);
      this.leash = leash;
    }

    /** Reads the number of the process, and looks whether it is a child of this one. */
    void find() throws IOException {
      StringBuilder digits = new StringBuilder();
      for (int c = output.read(); c >= '0' && c <= '9'; c = output.read()) {
        digits.append((char) c);
      }
      if (digits.isEmpty() || digits.length() > LONGEST_NUMBER) {
        String said = new String(errors.readAllBytes(), StandardCharsets.UTF_8).strip();
        close();
        throw new IOException("no shell can be started" + (said.isEmpty() ? "" : ": " + said));
      }
      pid = Long.parseLong(digits.toString());
      Path own = Path.of("/proc", digits.toString());
      String stat = Files.readString(own.resolve("stat"), StandardCharsets.ISO_8859_1);
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 3);
      if (Long.parseLong(fields[1]) != ProcessHandle.current().pid()) {
        leash.end(pid);
        close();
        throw new IOException("the system does not give the process to this one");
      }
    }

    @Override
    public InputStream output() {
      return output;
    }

    @Override
    public InputStream errors() {
      return errors;
    }

    @Override
    public void begin() {
      spentNanos = spent();
      began = nanos.getAsLong();
      try {
        gate.write('\n');
      } catch (IOException ended) {
        // It was ended at the gate, as its end will tell.
      }
    }

    /** What was used of a processor before the gate. */
    private double spent() {
      try {
        Path account = Path.of("/proc", Long.toString(pid), "schedstat");
        return Double.parseDouble(Files.readString(account).split(" ", 2)[0]);
      } catch (IOException | NumberFormatException unknown) {
        return 0;
      }
    }

    @Override
    public Usage await() throws IOException {
      Kernel.Death death = kernel.await(pid);
      long endedAt = nanos.getAsLong();
      int signal = death.status() & SIGNAL;
      double total = death.userNanos() + death.systemNanos();
      // How it parts into user and system is not told: as the whole does.
      double share = total > 0 ? Math.max(0, total - spentNanos) / total : 0;
      return new Usage(
          endedAt - began,
          death.status() >> EXIT_VALUE_AT & EXIT_VALUE,
          signal,
          death.userNanos() * share,
          death.systemNanos() * share,
          death.peakRssBytes());
    }

    @Override
    public void end() {
      leash.end(pid);
    }

    @Override
    public void close() {
      for (Closeable stream : List.of(gate, output, errors)) {
        try {
          stream.close();
        } catch (IOException gone) {
          // Nothing is held.
        }
      }
    }
  }
}
