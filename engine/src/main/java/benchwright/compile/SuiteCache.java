package benchwright.compile;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compiled scripts as folders named by their content. An entry appears whole, by renaming, and is
 * never changed afterwards; what does not match its own checksums is not an entry.
 */
final class SuiteCache {
  static final String SUITE = "suite.json";
  static final String CLASSES = "classes";

  /** Its time of change is when the entry was last used. */
  private static final String USED = "used";

  private static final String FRESH = ".new-";
  private static final int ATTEMPTS = 3;
  private static final long STALE_MILLIS = 3_600_000;

  private final Path folder;
  private final int most;

  /** Keeps the entries that were used last, at most {@code most}. */
  SuiteCache(Path folder, int most) {
    this.folder = folder;
    this.most = most;
  }

  /** The entry of {@code key}, if there is one and it is sound. */
  Optional<CacheEntry> find(String key) {
    Optional<CacheEntry> entry = CacheEntry.open(folder.resolve(key));
    if (entry.isPresent()) {
      touch(entry.get().folder());
    }
    return entry;
  }

  /**
   * A new folder in which an entry can be made.
   *
   * @throws IOException if the cache cannot be written
   */
  Path fresh() throws IOException {
    Files.createDirectories(folder);
    return Files.createTempDirectory(folder, FRESH);
  }

  /**
   * Makes the entry of {@code key} out of the finished folder {@code made}. If another process was
   * faster, its entry is taken.
   *
   * @throws IOException if the cache cannot be written
   */
  CacheEntry keep(Path made, String key) throws IOException {
    Path entry = folder.resolve(key);
    touch(made);
    for (int attempt = 1; !moved(made, entry); attempt++) {
      Optional<CacheEntry> other = CacheEntry.open(entry);
      if (other.isPresent()) {
        remove(made);
        return other.get();
      }
      if (attempt == ATTEMPTS) {
        throw new IOException("the damaged entry " + entry + " cannot be replaced");
      }
      // Moved aside before it is removed, so that nobody sees half of it.
      Path aside = fresh();
      moved(entry, aside.resolve("damaged"));
      remove(aside);
    }
    prune(entry);
    return CacheEntry.open(entry)
        .orElseThrow(() -> new IOException("the entry " + entry + " is damaged already"));
  }

  /** False if something is in the way: what exactly, systems tell by different exceptions. */
  private static boolean moved(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (FileSystemException e) {
      if (Files.exists(to) || !Files.exists(from)) {
        return false;
      }
      throw e;
    }
  }

  private static void touch(Path entry) {
    try {
      Files.write(entry.resolve(USED), "1".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      // A cache that can only be read serves as well; it only forgets what was used last.
    }
  }

  /** Keeps what was used last. What others are making is left alone, unless it is very old. */
  private void prune(Path kept) {
    File[] entries = folder.toFile().listFiles();
    if (entries == null) {
      return;
    }
    long now = lastUse(kept.toFile());
    File[] oldestFirst =
        Arrays.stream(entries)
            .filter(entry -> !entry.getName().startsWith(FRESH))
            .sorted(Comparator.comparingLong(SuiteCache::lastUse))
            .toArray(File[]::new);
    for (int i = 0; i < oldestFirst.length - most; i++) {
      remove(oldestFirst[i].toPath());
    }
    for (File entry : entries) {
      long age = now - entry.lastModified();
      if (entry.getName().startsWith(FRESH) && age > STALE_MILLIS) {
        remove(entry.toPath());
      }
    }
  }

  private static long lastUse(File entry) {
    long used = new File(entry, USED).lastModified();
    return used == 0 ? entry.lastModified() : used;
  }

  /** Removes a folder as far as that is possible: what stays is removed by a later pruning. */
  static void remove(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      // Another process removes it as well.
    }
  }
}
