package benchwright.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * A run that was killed before anything of it was kept, even what it had planned: it cannot be
 * resumed, so whoever begins a run of this name may have its place.
 */
final class Stillborn {
  private static final Set<String> OUTSIDE = Set.of(Journal.DIRECTORY, RunLog.FILE);
  private static final Set<String> INSIDE = Set.of(Journal.FILE, Journal.LOCK);

  private Stillborn() {}

  static boolean is(Path directory) {
    Path folder = directory.resolve(Journal.DIRECTORY);
    try {
      return holdsOnly(directory, OUTSIDE)
          && (!Files.exists(folder) || holdsOnly(folder, INSIDE))
          && isEmpty(folder.resolve(Journal.FILE));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean holdsOnly(Path directory, Set<String> names) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.allMatch(file -> names.contains(String.valueOf(file.getFileName())));
    }
  }

  /** Whether there is no sound frame in it. */
  private static boolean isEmpty(Path journal) throws IOException {
    if (!Files.exists(journal)) {
      return true;
    }
    AtomicBoolean empty = new AtomicBoolean(true);
    try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.READ)) {
      long unused = Journal.scan(channel, (offset, payload, length) -> empty.set(false));
    }
    return empty.get();
  }
}
