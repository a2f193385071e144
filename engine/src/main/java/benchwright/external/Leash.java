package benchwright.external;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Holds processes by a mark in their environment, so that all that comes of them can be ended: also
 * children whose parent is gone, that left the session, or that ignore every signal that can be
 * ignored. Marks nest: a leash holds what the leashes made from it hold.
 *
 * <p>Marks are read in {@code /proc}. Where there is none, the descendants that are still known as
 * such are ended.
 */
public final class Leash {
  private static final String VARIABLE = "BENCHWRIGHT_MARK";
  private static final Path PROC = Path.of("/proc");
  private static final Charset ISO = StandardCharsets.ISO_8859_1;
  private static final int ROUNDS = 200;
  private static final int ROUND_MILLIS = 5;

  private final String mark;
  private final String session;
  private final AtomicInteger next = new AtomicInteger();

  private Leash(String mark, String session) {
    this.mark = mark;
    this.session = session;
  }

  /**
   * A leash for all processes that this one starts.
   *
   * @param distinction tells it from others of this process, and of processes that had its number
   */
  public static Leash of(long distinction) {
    Map<String, String> environment = new ProcessBuilder().environment();
    String inherited = environment.getOrDefault(VARIABLE, "");
    String own = ProcessHandle.current().pid() + "-" + Long.toHexString(distinction);
    return new Leash(
        inherited.isEmpty() ? own : inherited + "." + own,
        find("setsid", environment.getOrDefault("PATH", "")));
  }

  /** A leash of its own for one process; this one holds it too. */
  public Leash branch() {
    return new Leash(mark + "." + next.incrementAndGet(), session);
  }

  /**
   * Starts a process on this leash, in a session of its own where that is possible: Ctrl-C at a
   * terminal is meant for this process, which then ends the others in its own order.
   */
  public Process start(ProcessBuilder builder) throws IOException {
    builder.environment().put(VARIABLE, mark);
    if (isApart()) {
      List<String> command = new ArrayList<>(builder.command());
      command.add(0, session);
      builder.command(command);
    }
    return builder.start();
  }

  /** Whether what is started here hears nothing of Ctrl-C. */
  boolean isApart() {
    return !session.isEmpty();
  }

  /** The program {@code name} of the search path; empty if there is none. */
  public static String find(String name, String searchPath) {
    for (String place : searchPath.split(File.pathSeparator, -1)) {
      Path path = Path.of(place, name);
      if (!place.isEmpty() && Files.isExecutable(path) && !Files.isDirectory(path)) {
        return path.toString();
      }
    }
    return "";
  }

  /** Ends {@code process} and everything that came of it; returns when it is gone. */
  public void end(Process process) {
    if (!Files.isDirectory(PROC)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
    }
    // By its handle: the process itself would close its streams, and what it last said were lost.
    end(process.pid());
    try {
      process.waitFor(1, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the process with this number, what lives in its session, and what is on this leash. */
  public void end(long pid) {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    sweep(pid);
  }

  /** Ends everything on this leash. */
  public void sweep() {
    sweep(ProcessHandle.current().pid());
  }

  /** Again and again until nothing is left: what is found may be just about to start another. */
  private void sweep(long eldest) {
    boolean interrupted = false;
    for (int round = 0; round < ROUNDS; round++) {
      List<Long> held = held(eldest);
      if (held.isEmpty()) {
        break;
      }
      for (long pid : held) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      }
      try {
        Thread.sleep(ROUND_MILLIS);
      } catch (InterruptedException stopped) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Who holds the mark, or lives in the session, of the process that was the {@code eldest}. */
  private List<Long> held(long eldest) {
    List<Long> held = new ArrayList<>();
    long own = ProcessHandle.current().pid();
    boolean wrapped = latest() < eldest;
    byte[] wanted = (VARIABLE + "=" + mark).getBytes(StandardCharsets.UTF_8);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path entry : entries) {
        long pid = number(entry.getFileName().toString());
        // Numbers are given in rising order, so nothing that is younger has a smaller one.
        if (pid != own && (wrapped || pid >= eldest) && isHeld(entry, wanted, eldest, own)) {
          held.add(pid);
        }
      }
    } catch (IOException | RuntimeException noProc) {
      return List.of();
    }
    return held;
  }

  private static boolean isHeld(Path entry, byte[] wanted, long eldest, long own) {
    try {
      if (holds(Files.readAllBytes(entry.resolve("environ")), wanted)) {
        return true;
      }
      return eldest != own && session(Files.readString(entry.resolve("stat"), ISO)) == eldest;
    } catch (IOException goneOrForeign) {
      return false;
    }
  }

  /** The session of a living process; that of one that is dead and not yet buried is -1. */
  private static long session(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 5);
    return fields[0].equals("Z") || fields[0].equals("X") ? -1 : number(fields[3]);
  }

  private static boolean holds(byte[] environment, byte[] wanted) {
    int start = 0;
    for (int i = 0; i <= environment.length; i++) {
      if (i == environment.length || environment[i] == 0) {
        if (begins(environment, start, i, wanted)) {
          return true;
        }
        start = i + 1;
      }
    }
    return false;
  }

  private static boolean begins(byte[] environment, int start, int end, byte[] wanted) {
    if (end - start < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (environment[start + i] != wanted[i]) {
        return false;
      }
    }
    int after = start + wanted.length;
    return after == end || environment[after] == '.';
  }

  /** The number that was given last; it begins anew when it has reached its largest. */
  private static long latest() {
    try {
      String line = Files.readString(PROC.resolve("loadavg"), ISO).strip();
      return number(line.substring(line.lastIndexOf(' ') + 1));
    } catch (IOException unknown) {
      return 0;
    }
  }

  private static long number(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException none) {
      return -1;
    }
  }
}
