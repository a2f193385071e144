package benchwright.external;

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

/** Builds what is built in a run, each directory and list of steps once. */
public final class Builds implements AutoCloseable {
  private static final int KEPT = 1 << 18;
  private static final int SHOWN_LINES = 12;

  private final Workshop workshop;
  private final Leash leash;
  private boolean closed;

  /**
   * @param directory from which the directories of projects are named
   * @param leash holds every process that is started here, and none that is not
   */
  public Builds(Path directory, Leash leash) {
    this.workshop = new Workshop(directory);
    this.leash = leash;
  }

  /** A build step that was carried out. */
  public record Step(Project project, String command, int exitValue, String output) {}

  /** Hears of build steps. */
  public interface Listener {
    /** A step is about to begin. */
    void began(Project project, String command);

    /** A step has ended, well or badly. */
    void ended(Step step);
  }

  /**
   * Builds the projects, each directory and list of steps once, and looks whether each can be
   * started.
   *
   * @return what went wrong, for people; empty if all can be started
   */
  public Optional<String> prepare(Collection<Project> projects, Listener listener) {
    record Work(Path place, List<String> steps) {}
    Map<Work, Project> work = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (Project project : projects) {
      work.putIfAbsent(new Work(workshop.place(project), project.build()), project);
      add(workshop.missingPlace(project), problems);
    }
    for (Project project : problems.isEmpty() ? work.values() : List.<Project>of()) {
      for (String command : project.build()) {
        String problem = build(project, command, listener);
        if (!problem.isEmpty()) {
          return Optional.of(problem);
        }
      }
    }
    for (Project project : problems.isEmpty() ? projects : List.<Project>of()) {
      for (String command : project.commands()) {
        add(workshop.missingCommand(project, command), problems);
      }
    }
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join("\n", new LinkedHashSet<>(problems)));
  }

  private String build(Project project, String command, Listener listener) {
    String missing = workshop.missingCommand(project, command);
    if (!missing.isEmpty()) {
      return missing;
    }
    listener.began(project, command);
    try {
      // A file and not a pipe: what a build leaves running may hold a pipe open for ever.
      Path file = Files.createTempFile("bench-build-", ".log");
      try {
        int value = carryOut(workshop.command(project, command), file);
        String output = Workshop.end(file, KEPT);
        listener.ended(new Step(project, command, value, output));
        return value == 0 ? "" : failure(project, command, value, output);
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
    Process process = start(builder.redirectErrorStream(true).redirectOutput(output.toFile()));
    try {
      process.getOutputStream().close();
      return process.waitFor();
    } finally {
      leash.end(process);
    }
  }

  private static String failure(Project project, String command, int value, String output) {
    List<String> lines = output.stripTrailing().lines().toList();
    StringBuilder text = new StringBuilder();
    text.append("The ").append(project).append(" cannot be built: \"");
    text.append(command).append("\" in ").append(project.directory());
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
  public void stop() {
    leash.sweep();
  }

  /** Either it is started before everything is ended, or not at all. */
  private synchronized Process start(ProcessBuilder builder) throws IOException {
    if (closed) {
      throw new IOException("the run is over");
    }
    return leash.start(builder);
  }

  /** Ends everything that was started here; nothing is started any more. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    leash.sweep();
  }
}
