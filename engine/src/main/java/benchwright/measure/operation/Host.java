package benchwright.measure.operation;

import benchwright.external.Leash;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A running {@link HostMain}, on a leash of its own. */
final class Host {
  private static final int MOST_WORDS = 2_000;

  /** How the host and its forks are held: all of them start with it. */
  record Hold(List<Integer> processors, int niceness) {
    /** The words before a command that hold it so. */
    private List<String> words() {
      List<String> words = new ArrayList<>();
      if (niceness != 0) {
        words.addAll(List.of("nice", "-n", Integer.toString(niceness)));
      }
      if (!processors.isEmpty()) {
        String list = String.join(",", processors.stream().map(String::valueOf).toList());
        words.addAll(List.of("taskset", "-c", list));
      }
      return words;
    }
  }

  private final Hold hold;
  private final Process process;
  private final Leash leash;
  private final Path complaints;
  private final DataInputStream in;
  private final DataOutputStream out;

  private Host(Hold hold, Process process, Leash leash, Path complaints) {
    this.hold = hold;
    this.process = process;
    this.leash = leash;
    this.complaints = complaints;
    in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
  }

  /**
   * Starts one whose temporary files lie in {@code scratch}, where JMH's lock lies too.
   *
   * @throws IOException if it cannot be started, such as for want of {@code taskset}
   */
  static Host start(ForkSetup setup, Hold hold, Path scratch) throws IOException {
    List<String> command = new ArrayList<>(hold.words());
    command.add(setup.java().toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Xmx256m",
            "-Xlog:disable",
            "-Djava.io.tmpdir=" + scratch,
            // A class path can be longer than a command line.
            "-Djmh.separateClasspathJAR=true",
            "-cp",
            setup.classPath(),
            HostMain.class.getName()));
    Path complaints = Files.createTempFile(scratch, "host", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(setup.directory().toFile());
    builder.redirectError(complaints.toFile());
    Leash leash = setup.leash().branch();
    return new Host(hold, leash.start(builder), leash, complaints);
  }

  boolean isFor(Hold wanted) {
    return process.isAlive() && hold.equals(wanted);
  }

  /**
   * Does {@code job}.
   *
   * @return empty if it took longer than {@code limit}; the host is gone then
   * @throws IOException if the host ended meanwhile
   */
  Optional<Answer> ask(Job job, Duration limit) throws IOException {
    Watch watch = new Watch(limit);
    watch.start();
    try {
      job.write(out);
      return Optional.of(Answer.read(in));
    } catch (IOException e) {
      if (watch.hasBarked()) {
        return Optional.empty();
      }
      throw new IOException(complaint(), e);
    } finally {
      watch.interrupt();
    }
  }

  /** Ends it and all that it started, at once; returns when they are gone. */
  void end() {
    leash.end(process);
  }

  private String complaint() {
    try {
      String said = Files.readString(complaints, StandardCharsets.UTF_8).strip();
      String end = said.substring(Math.max(0, said.length() - MOST_WORDS));
      return end.isEmpty() ? "the JVM that runs JMH ended and said nothing" : end;
    } catch (IOException gone) {
      return "the JVM that runs JMH ended";
    }
  }

  /** Ends the host when a job takes too long: JMH can only ask, and a loop does not listen. */
  private final class Watch extends Thread {
    private final Duration limit;
    private volatile boolean barked;

    Watch(Duration limit) {
      super("benchwright-fork-limit");
      this.limit = limit;
      setDaemon(true);
    }

    boolean hasBarked() {
      return barked;
    }

    @Override
    public void run() {
      try {
        TimeUnit.MILLISECONDS.sleep(limit.toMillis());
        barked = true;
        end();
      } catch (InterruptedException inTime) {
        // The answer came.
      }
    }
  }
}
