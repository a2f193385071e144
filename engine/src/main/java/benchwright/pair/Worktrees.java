package benchwright.pair;

import benchwright.external.Leash;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Revisions checked out beside the working tree, by {@code git worktree} into a temporary
 * directory. When this is closed nothing is left of them, neither files nor git's own notes; what a
 * process that was killed has left is removed by the next one.
 */
public final class Worktrees implements AutoCloseable {
  private static final String PREFIX = "benchwright-pair-";
  private static final String KEPT = "benchwright-kept-";
  private static final Pattern LEFT =
      Pattern.compile("worktree (.*/" + PREFIX + "([0-9]+)-[^/]+/[^/]+)");

  private final Repository repository;
  private final Path temporary;
  private final boolean keep;
  private final Leash leash;
  private final List<Path> trees = new ArrayList<>();
  private @Nullable Path folder;
  private boolean closed;

  /**
   * @param temporary the directory for temporary files
   * @param keep whether they stay when this is closed
   * @param leash of git's processes that remove; others are on the repository's
   */
  public Worktrees(Repository repository, Path temporary, boolean keep, Leash leash) {
    this.repository = repository;
    this.temporary = temporary;
    this.keep = keep;
    this.leash = leash;
  }

  /** A revision that is checked out, or why it is not. */
  public sealed interface Adding {
    /** It is, there. */
    record Added(Path root) implements Adding {}

    /** It is not. */
    record Refused(Obstacle why) implements Adding {}
  }

  /**
   * Checks {@code revision} out, with its submodules.
   *
   * @param name of the directory
   */
  public synchronized Adding add(String name, Revision revision) throws IOException {
    if (closed) {
      return new Adding.Refused(Obstacle.of("the comparison was stopped"));
    }
    sweep();
    Path tree = folder().resolve(name);
    trees.add(tree);
    Git.Answer added =
        repository
            .git()
            .in(repository.root())
            .ask("worktree", "add", "--quiet", "--detach", tree.toString(), revision.sha());
    if (!added.isGood()) {
      return new Adding.Refused(
          Obstacle.of(
              revision.shown() + " cannot be checked out: " + added.complaint(),
              "it would be in " + tree + "; another place: TMPDIR=/some/where bench pair …"));
    }
    if (!Files.exists(tree.resolve(".gitmodules"))) {
      return new Adding.Added(tree);
    }
    Git.Answer modules =
        repository.git().in(tree).ask("submodule", "--quiet", "update", "--init", "--recursive");
    return modules.isGood()
        ? new Adding.Added(tree)
        : new Adding.Refused(
            Obstacle.of(
                "the submodules of "
                    + revision.shown()
                    + " cannot be checked out: "
                    + modules.complaint(),
                "the commits that it names must be where the submodule's url says: push them",
                "to see what git says: git worktree add --detach /tmp/look "
                    + revision.sha()
                    + " && git -C /tmp/look submodule update --init --recursive"));
  }

  /** Where what is kept lies; empty if nothing is kept. */
  public synchronized Optional<Path> kept() {
    return keep && !trees.isEmpty() ? Optional.ofNullable(folder) : Optional.empty();
  }

  private Path folder() throws IOException {
    Path known = folder;
    if (known == null) {
      // Its name says whose it is; what is kept on purpose is nobody's to remove.
      String name = keep ? KEPT : PREFIX + ProcessHandle.current().pid() + "-";
      known = Files.createTempDirectory(temporary.toRealPath(), name);
      folder = known;
    }
    return known;
  }

  /** Removes what a process left that is not there any more. */
  private void sweep() throws IOException {
    String listed = remover().ask("worktree", "list", "--porcelain").out();
    for (String line : listed.lines().toList()) {
      Matcher left = LEFT.matcher(line);
      if (left.matches() && ProcessHandle.of(Long.parseLong(left.group(2))).isEmpty()) {
        Path tree = Path.of(left.group(1));
        remove(tree);
        Path parent = tree.getParent();
        if (parent != null) {
          delete(parent);
        }
      }
    }
  }

  private Git remover() {
    return repository.git().in(repository.root()).on(leash);
  }

  private void remove(Path tree) throws IOException {
    // Twice forced: also if it is locked, which it is while it is being made.
    remover().ask("worktree", "remove", "--force", "--force", tree.toString());
    if (Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
      delete(tree);
      remover().ask("worktree", "prune");
    }
  }

  /** Removes all that was added, unless it is to be kept; nothing is added any more. */
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    Path made = folder;
    if (keep || made == null) {
      return;
    }
    for (Path tree : trees) {
      remove(tree);
    }
    delete(made);
    remover().ask("worktree", "prune");
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
            // Builds make folders that even their owner may not write to.
            entered.toFile().setWritable(true, true);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path left, @Nullable IOException e)
              throws IOException {
            Files.delete(left);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
