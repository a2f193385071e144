package benchwright.measure;

import benchwright.artifact.CommitStamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The commit of the user's project: asked of {@code git} itself, else taken from the variables of a
 * CI system, else unknown. It never fails and never takes longer than its limit.
 */
public final class Checkout {
  /** What was found, and what a person should know about it. */
  public record Found(CommitStamp commit, List<String> warnings) {}

  private static final String UNKNOWN = "";
  private static final String DUBIOUS = "detected dubious ownership in repository at '";

  private final Path directory;
  private final Map<String, String> environment;
  private final String git;
  private final Duration limit;

  /**
   * @param git the command that is git.
   * @param limit how long it may take; a checkout on a sleeping network drive must not stop a run.
   */
  public Checkout(Path directory, Map<String, String> environment, String git, Duration limit) {
    this.directory = directory;
    this.environment = environment;
    this.git = git;
    this.limit = limit;
  }

  /** Asks. */
  public Found find() {
    try {
      return ask();
    } catch (IOException e) {
      return fromCi(List.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fromCi(List.of());
    }
  }

  private Found ask() throws IOException, InterruptedException {
    // One command says all three; files that git does not track are nobody's change.
    ProcessBuilder builder =
        new ProcessBuilder(
            git, "status", "--porcelain=v2", "--branch", "--untracked-files=no", "--no-renames");
    builder.directory(directory.toFile());
    builder.environment().put("LC_ALL", "C");
    // Another git may be at work in the same checkout: do not lock its index.
    builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
    Process process = builder.start();
    Thread guard = guard(process);
    String output;
    String complaint;
    try {
      process.getOutputStream().close();
      output = text(process.getInputStream().readAllBytes());
      complaint = text(process.getErrorStream().readAllBytes());
      process.waitFor();
    } finally {
      guard.interrupt();
    }
    return process.exitValue() == 0 ? parse(output) : fromCi(explain(complaint));
  }

  private Thread guard(Process process) {
    Thread guard =
        new Thread(
            () -> {
              try {
                if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                  process.destroyForcibly();
                }
              } catch (InterruptedException e) {
                // git has answered: nothing left to guard.
              }
            },
            "benchwright-git-limit");
    guard.setDaemon(true);
    guard.start();
    return guard;
  }

  private Found parse(String status) {
    String sha = UNKNOWN;
    String branch = UNKNOWN;
    boolean dirty = false;
    for (String line : status.split("\n", -1)) {
      if (line.startsWith("# branch.oid ")) {
        String oid = line.substring("# branch.oid ".length());
        sha = oid.equals("(initial)") ? UNKNOWN : oid;
      } else if (line.startsWith("# branch.head ")) {
        String head = line.substring("# branch.head ".length());
        branch = head.equals("(detached)") ? ciBranch().orElse(UNKNOWN) : head;
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        dirty = true;
      }
    }
    return new Found(new CommitStamp(sha, branch, dirty), List.of());
  }

  private static List<String> explain(String complaint) {
    int start = complaint.indexOf(DUBIOUS);
    if (start < 0) {
      return List.of();
    }
    start += DUBIOUS.length();
    int end = complaint.indexOf('\'', start);
    String path = end < 0 ? "." : complaint.substring(start, end);
    return List.of(
        "git does not trust "
            + path
            + ", which belongs to another user, so the commit of this run is not known;"
            + " to trust it: git config --global --add safe.directory "
            + path);
  }

  private Found fromCi(List<String> warnings) {
    String sha = variable("GITHUB_SHA").or(() -> variable("CI_COMMIT_SHA")).orElse(UNKNOWN);
    return new Found(new CommitStamp(sha, ciBranch().orElse(UNKNOWN), false), warnings);
  }

  private Optional<String> ciBranch() {
    return variable("GITHUB_HEAD_REF")
        .or(() -> variable("GITHUB_REF_NAME"))
        .or(() -> variable("CI_COMMIT_REF_NAME"));
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
