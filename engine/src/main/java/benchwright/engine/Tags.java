package benchwright.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The commits of a user's project that have a tag. */
public final class Tags {
  private static final int SECONDS = 20;

  private Tags() {}

  /** Their full ids; empty if git cannot tell, which is not the same as that there are none. */
  public static Optional<Set<String>> in(Path directory) {
    try {
      Process git =
          new ProcessBuilder(
                  "git", "for-each-ref", "--format=%(objectname) %(*objectname)", "refs/tags")
              .directory(directory.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      git.getOutputStream().close();
      String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!git.waitFor(SECONDS, TimeUnit.SECONDS) || git.exitValue() != 0) {
        git.destroyForcibly();
        return Optional.empty();
      }
      Set<String> commits = new HashSet<>();
      for (String word : text.split("\\s+", -1)) {
        commits.add(word);
      }
      commits.remove("");
      return Optional.of(commits);
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
