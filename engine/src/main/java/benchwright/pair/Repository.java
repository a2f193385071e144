package benchwright.pair;

import benchwright.external.Leash;
import benchwright.script.Spelling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The user's repository, as far as a comparison of two revisions has to know it. */
public final class Repository {
  /** What came of looking for it. */
  public sealed interface Opening {
    /** It is there. */
    record Opened(Repository repository) implements Opening {}

    /** It is not. */
    record Refused(Obstacle why) implements Opening {}
  }

  /** What came of looking for a revision. */
  public sealed interface Search {
    /** There is one. */
    record Found(Revision revision) implements Search {}

    /** There is none. */
    record Missing(Obstacle why) implements Search {}
  }

  private final Git git;
  private final Path root;
  private final Path directory;
  private final Map<String, String> environment;

  private Repository(Git git, Path root, Path directory, Map<String, String> environment) {
    this.git = git;
    this.root = root;
    this.directory = directory;
    this.environment = environment;
  }

  /**
   * The repository that {@code directory} lies in.
   *
   * @param environment of this process: CI systems tell there what a pull request is to
   * @throws IOException if the operating system refuses
   */
  public static Opening open(Path directory, Map<String, String> environment, Leash leash)
      throws IOException {
    Git git = new Git(directory, leash);
    Git.Answer top;
    try {
      top = git.ask("rev-parse", "--show-toplevel");
    } catch (IOException e) {
      return new Opening.Refused(
          Obstacle.of(
              "git cannot be started: " + e.getMessage(),
              "install git, or see that it is on PATH"));
    }
    if (!top.isGood()) {
      boolean foreign = top.err().contains("dubious ownership");
      return new Opening.Refused(
          foreign
              ? Obstacle.of(
                  "git does not trust " + directory + ", which belongs to another user",
                  "git config --global --add safe.directory " + directory)
              : Obstacle.of(
                  directory + " is in no git repository, so it has no revisions to compare",
                  "start bench in a checkout of your project",
                  "to compare two runs that are kept: bench compare BASE HEAD"));
    }
    Path root = Path.of(top.line()).toRealPath();
    return new Opening.Opened(new Repository(git, root, directory.toRealPath(), environment));
  }

  /** The top of the working tree. */
  public Path root() {
    return root;
  }

  /** Where this process works, from the top. */
  public Path place() {
    return root.relativize(directory);
  }

  Git git() {
    return git;
  }

  /** The commit that {@code name} means. */
  public Search find(String name) throws IOException {
    Git.Answer answer =
        git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}");
    if (answer.isGood()) {
      Git.Answer branch = git.ask("rev-parse", "--symbolic-full-name", "--end-of-options", name);
      String full = branch.isGood() ? lastLine(branch.out()) : "";
      return new Search.Found(
          new Revision(
              name,
              answer.line(),
              full.startsWith("refs/heads/") ? full.substring("refs/heads/".length()) : ""));
    }
    List<String> remedies = new ArrayList<>();
    List<String> nearest = Spelling.nearest(name, names());
    if (!nearest.isEmpty()) {
      remedies.add("did you mean " + String.join(" or ", nearest) + "?");
    }
    remedies.add(
        isShallow()
            ? "this checkout has only part of the history: git fetch --unshallow, or in GitHub"
                + " Actions fetch-depth: 0"
            : "to see what there is: git branch --all, git tag, git log --oneline");
    return new Search.Missing(new Obstacle("there is no revision " + name, remedies));
  }

  /**
   * The base that is meant where none is named: where this work left the default branch; on the
   * default branch itself the last commit, or the one before it where nothing is changed.
   */
  public Search base() throws IOException {
    Optional<String> branch = defaultBranch();
    if (branch.isEmpty()) {
      return new Search.Missing(
          Obstacle.of(
              "it cannot be told what to compare with: no default branch is known here",
              "name a revision: --base main, --base HEAD~1, --base v1.2"));
    }
    Git.Answer head = git.ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
    if (!head.isGood()) {
      return new Search.Missing(
          Obstacle.of("the repository has no commit yet", "commit something to compare with"));
    }
    Git.Answer merged = git.ask("merge-base", "HEAD", branch.get());
    if (!merged.isGood()) {
      return new Search.Missing(
          Obstacle.of(
              "HEAD and " + branch.get() + " have no commit in common here",
              isShallow()
                  ? "this checkout has only part of the history: git fetch --unshallow, or in"
                      + " GitHub Actions fetch-depth: 0"
                  : "name a revision: --base main, --base HEAD~1, --base v1.2"));
    }
    if (!merged.line().equals(head.line())) {
      return new Search.Found(new Revision("merge base with " + branch.get(), merged.line(), ""));
    }
    return isDirty() ? find("HEAD") : find("HEAD~1");
  }

  private Optional<String> defaultBranch() throws IOException {
    List<String> candidates = new ArrayList<>();
    String asked = environment.getOrDefault("GITHUB_BASE_REF", "");
    if (!asked.isEmpty()) {
      candidates.add("origin/" + asked);
    }
    Git.Answer remote = git.ask("symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD");
    if (remote.isGood()) {
      candidates.add(remote.line());
    }
    candidates.addAll(List.of("origin/main", "origin/master", "main", "master", "trunk"));
    for (String candidate : candidates) {
      if (git.ask("rev-parse", "--verify", "--quiet", candidate + "^{commit}").isGood()) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** Whether tracked files differ from the last commit. */
  public boolean isDirty() throws IOException {
    Git.Answer status = git.ask("status", "--porcelain", "--untracked-files=no");
    return status.isGood() && !status.out().isBlank();
  }

  /** Of the working tree: the last commit, and the branch if it is on one. */
  public Optional<Revision> checkedOut() throws IOException {
    Git.Answer sha = git.ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
    Git.Answer branch = git.ask("symbolic-ref", "--quiet", "--short", "HEAD");
    return sha.isGood()
        ? Optional.of(
            new Revision("working tree", sha.line(), branch.isGood() ? branch.line() : ""))
        : Optional.empty();
  }

  private boolean isShallow() throws IOException {
    return git.ask("rev-parse", "--is-shallow-repository").line().equals("true");
  }

  /** Branches and tags, short. */
  private List<String> names() throws IOException {
    Git.Answer refs = git.ask("for-each-ref", "--format=%(refname:short)");
    Map<String, Boolean> names = new LinkedHashMap<>();
    refs.out().lines().map(String::strip).forEach(name -> names.put(name, true));
    return List.copyOf(names.keySet());
  }

  private static String lastLine(String text) {
    return text.strip().lines().reduce("", (before, line) -> line).strip();
  }
}
