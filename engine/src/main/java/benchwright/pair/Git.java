package benchwright.pair;

import benchwright.external.Leash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command {@code git}, in one directory. It asks nobody for a password and runs no hooks. */
final class Git {
  /** What a hook that runs us has set; it names the hook's repository, not ours. */
  private static final List<String> INHERITED =
      List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY");

  /** What it said. */
  record Answer(int exitValue, String out, String err) {
    boolean isGood() {
      return exitValue == 0;
    }

    /** The first line of its output; empty if there is none. */
    String line() {
      return out.lines().findFirst().orElse("").strip();
    }

    /** The last line of what it complained about. */
    String complaint() {
      String last = err.strip().lines().reduce("", (before, line) -> line).strip();
      return last.isEmpty() ? "git ended with " + exitValue : last;
    }
  }

  private final Path directory;
  private final Leash leash;

  Git(Path directory, Leash leash) {
    this.directory = directory;
    this.leash = leash;
  }

  Git in(Path other) {
    return new Git(other, leash);
  }

  /** Of other processes' ends this one hears nothing. */
  Git on(Leash other) {
    return new Git(directory, other);
  }

  /**
   * Asks, and waits for the answer.
   *
   * @throws IOException if there is no git, or this thread was interrupted
   */
  Answer ask(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.hooksPath=/dev/null"));
    command.addAll(List.of(words));
    Path complaints = Files.createTempFile("bench-git-", ".txt");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
      builder.redirectError(complaints.toFile());
      INHERITED.forEach(builder.environment()::remove);
      builder.environment().put("LC_ALL", "C");
      builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
      builder.environment().put("GIT_TERMINAL_PROMPT", "0");
      Process process = leash.start(builder);
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exitValue = process.waitFor();
      return new Answer(exitValue, out, Files.readString(complaints, StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while git was at work", e);
    } finally {
      Files.deleteIfExists(complaints);
    }
  }
}
