package benchwright.external;

import benchwright.Optimizer;
import benchwright.suite.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The programs of a run: built once, then started anew for each trial. */
public final class Programs {
  private static final int KEPT = 1 << 18;
  private static final int SHOWN_LINES = 12;

  private final Workshop workshop;
  private final Leash leash;
  private final Leash builds;
  private final Patience patience;
  private boolean closed;

  /**
   * @param directory from which the directories of programs are named
   * @param leash holds every process that is started here
   */
  public Programs(Path directory, Leash leash) {
    this(directory, leash, Patience.USUAL);
  }

  Programs(Path directory, Leash leash, Patience patience) {
    this.workshop = new Workshop(directory);
    this.leash = leash;
    this.builds = leash.branch();
    this.patience = patience;
  }

  /** A build step that was carried out. */
  public record Step(Program program, String command, int exitValue, String output) {}

  /** Hears of build steps. */
  public interface Listener {
    /** A step is about to begin. */
    void began(Program program, String command);

    /** A step has ended, well or badly. */
    void ended(Step step);
  }

  /** An optimizer for one trial: starts the program, talks to it, ends it. */
  public Optimizer optimizer(Program program) {
    return new Conversation(
        leash.branch(),
        own -> start(own, workshop.command(program, program.run())),
        patience,
        program.patienceSeconds());
  }

  /**
   * Builds the programs, each directory and list of steps once, and looks whether each can be
   * started.
   *
   * @return what went wrong, for people; empty if all can be started
   */
  public Optional<String> prepare(Collection<Program> programs, Listener listener) {
    record Work(Path place, List<String> steps) {}
    Map<Work, Program> work = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (Program program : programs) {
      work.putIfAbsent(new Work(workshop.place(program), program.build()), program);
      add(workshop.missingPlace(program), problems);
    }
    for (Program program : problems.isEmpty() ? work.values() : List.<Program>of()) {
      for (String command : program.build()) {
        String problem = build(program, command, listener);
        if (!problem.isEmpty()) {
          return Optional.of(problem);
        }
      }
    }
    for (Program program : problems.isEmpty() ? programs : List.<Program>of()) {
      add(workshop.missingCommand(program, program.run()), problems);
    }
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join("\n", new LinkedHashSet<>(problems)));
  }

  private String build(Program program, String command, Listener listener) {
    String missing = workshop.missingCommand(program, command);
    if (!missing.isEmpty()) {
      return missing;
    }
    listener.began(program, command);
    try {
      // A file and not a pipe: what a build leaves running may hold a pipe open for ever.
      Path file = Files.createTempFile("bench-build-", ".log");
      try {
        int value = carryOut(workshop.command(program, command), file);
        String output = Workshop.end(file, KEPT);
        listener.ended(new Step(program, command, value, output));
        return value == 0 ? "" : failure(program, command, value, output);
      } finally {
        Files.delete(file);
      }
    } catch (IOException impossible) {
      return "The build step \"" + command + "\" failed: " + impossible.getMessage();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "The build was stopped.";
    }
  }

  private int carryOut(ProcessBuilder builder, Path output)
      throws IOException, InterruptedException {
    Process process =
        start(builds, builder.redirectErrorStream(true).redirectOutput(output.toFile()));
    try {
      process.getOutputStream().close();
      return process.waitFor();
    } finally {
      builds.end(process);
    }
  }

  private static String failure(Program program, String command, int value, String output) {
    List<String> lines = output.stripTrailing().lines().toList();
    StringBuilder text = new StringBuilder();
    text.append("The program ").append(program.id()).append(" cannot be built: \"");
    text.append(command).append("\" in ").append(program.directory());
    text.append(" ended with exit value ").append(value).append(". ");
    text.append(lines.isEmpty() ? "It wrote nothing." : "It wrote:");
    if (lines.size() > SHOWN_LINES) {
      text.append("\n    …");
    }
    for (String line : lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size())) {
      text.append("\n    ").append(line);
    }
    return text.toString();
  }

  private static void add(String problem, List<String> problems) {
    if (!problem.isEmpty()) {
      problems.add(problem);
    }
  }

  /** Ends a build that is going on; {@link #prepare} returns. */
  public void stopBuilding() {
    builds.sweep();
  }

  /** Either it is started before everything is ended, or not at all. */
  private synchronized Process start(Leash own, ProcessBuilder builder) throws IOException {
    if (closed) {
      throw new IOException("the run is over");
    }
    return own.start(builder);
  }

  /** Ends everything that was started here, at once; nothing is started any more. */
  public void close() {
    synchronized (this) {
      closed = true;
    }
    leash.sweep();
  }
}
