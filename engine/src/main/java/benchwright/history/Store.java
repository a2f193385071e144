package benchwright.history;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A directory of runs. A run comes into it, and goes out of it, by one renaming: whoever looks sees
 * all of it or nothing. Whatever is no run is left alone.
 */
public final class Store {
  private static final String LEAVING = ".leaving-";
  private static final String ARRIVING = ".arriving-";

  private final Path directory;

  public Store(Path directory) {
    this.directory = directory;
  }

  public Path directory() {
    return directory;
  }

  /**
   * All runs, the oldest first; none if there is no such directory.
   *
   * @throws IOException if the directory cannot be read
   */
  public List<StoredRun> runs() throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    List<StoredRun> runs = new ArrayList<>();
    for (Path place : places()) {
      try {
        runs.add(
            new StoredRun(place, Optional.of(RunReader.open(place).manifest()), bytes(place), ""));
      } catch (HistoryFailure failure) {
        String first = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        runs.add(new StoredRun(place, Optional.empty(), bytes(place), first));
      }
    }
    return runs;
  }

  /** What an earlier removal or joining left half done is no run. */
  private List<Path> places() throws IOException {
    try (Stream<Path> children = Files.list(directory)) {
      return children
          .filter(child -> !name(child).startsWith("."))
          .filter(child -> Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS))
          .filter(Salvage::isRun)
          .sorted()
          .toList();
    }
  }

  /**
   * Removes a run: it is gone at once, its files after that.
   *
   * @throws IOException if it cannot be removed
   */
  public void remove(StoredRun run) throws IOException {
    Path place = run.place();
    if (!directory.equals(place.getParent()) || !Salvage.isRun(place)) {
      throw new IOException(place + " is no run of " + directory);
    }
    Path leaving = directory.resolve(LEAVING + run.name());
    Files.move(place, leaving, StandardCopyOption.ATOMIC_MOVE);
    delete(leaving);
  }

  /**
   * Removes what an earlier, interrupted removal left.
   *
   * @throws IOException if it cannot be removed
   */
  public void sweep() throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    List<Path> leavings;
    try (Stream<Path> children = Files.list(directory)) {
      leavings =
          children
              .filter(child -> name(child).startsWith(LEAVING))
              .filter(child -> Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS))
              .toList();
    }
    for (Path leaving : leavings) {
      delete(leaving);
    }
  }

  /** What came of taking in a run. */
  public enum Arrival {
    ADDED,
    /** It was here already, the same bytes. */
    SAME,
    /** A run of this name is here, and is another. */
    DIFFERENT
  }

  /**
   * Takes in a copy of a run of another store.
   *
   * @throws IOException if it cannot be read or written
   */
  public Arrival add(StoredRun run) throws IOException {
    Path target = directory.resolve(run.name());
    if (Files.exists(target)) {
      return sums(target).equals(sums(run.place())) ? Arrival.SAME : Arrival.DIFFERENT;
    }
    Files.createDirectories(directory);
    Path arriving = directory.resolve(ARRIVING + run.name());
    delete(arriving);
    copy(run.place(), arriving);
    Files.move(arriving, target, StandardCopyOption.ATOMIC_MOVE);
    Disk.REAL.synchronize(directory);
    return Arrival.ADDED;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  /** The SHA-256 of every file, by its name in the run. */
  private static Map<String, String> sums(Path run) throws IOException {
    Map<String, String> sums = new TreeMap<>();
    try (Stream<Path> all = Files.walk(run)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        if (Files.isRegularFile(each)) {
          sums.put(run.relativize(each).toString(), Hex.sha256(Files.readAllBytes(each)));
        }
      }
    }
    return sums;
  }

  private static long bytes(Path run) throws IOException {
    long bytes = 0;
    try (Stream<Path> all = Files.walk(run)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        bytes += Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS) ? Files.size(each) : 0;
      }
    }
    return bytes;
  }

  /** Links are removed, never followed. */
  private static void delete(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
