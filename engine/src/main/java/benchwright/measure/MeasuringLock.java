package benchwright.measure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One measurement at a time on a machine, over all processes of {@code bench} and all users.
 *
 * <p>It is a lock of the operating system on a file that everybody may open, so it is given back
 * when its holder ends, however that happens. The file is {@code benchwright-measuring.lock} in
 * {@code /tmp}, the one directory that all users of a system share; containers have a {@code /tmp}
 * of their own, and take turns with each other only if they are shown the same file and {@code
 * BENCH_LOCK} names it.
 *
 * <p>A process that was started by the one that holds the lock does not wait for it: who measures a
 * program that measures would wait forever. One lock is for one measurement, and then closed.
 */
public final class MeasuringLock implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Path file;
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private Optional<FileChannel> channel = Optional.empty();
  private boolean isOurs;

  /**
   * @param file that all processes lock
   */
  public MeasuringLock(Path file) {
    this.file = file;
  }

  /** The file of this machine. */
  public static Path file(Map<String, String> environment, String osName, Path temporary) {
    String own = environment.getOrDefault("BENCH_LOCK", "");
    if (!own.isEmpty()) {
      return Path.of(own);
    }
    // Not java.io.tmpdir on macOS: there each user has one of his own.
    return (osName.startsWith("Windows") ? temporary : Path.of("/tmp"))
        .resolve("benchwright-measuring.lock");
  }

  /**
   * Waits until nobody else measures.
   *
   * @param told of the reason once it has waited for a second
   * @return a warning if measurements of others cannot be kept away; empty if they can, or after
   *     {@link #cancel}
   */
  public Optional<String> acquire(Consumer<String> told) {
    long begin = System.nanoTime();
    boolean silent = true;
    try {
      FileChannel open = open();
      channel = Optional.of(open);
      while (!tryLock(open)) {
        String holder = holder(open);
        if (isAncestor(holder)) {
          return Optional.empty();
        }
        if (silent && System.nanoTime() - begin >= PATIENCE.toNanos()) {
          silent = false;
          told.accept(
              "waiting: another measurement goes on on this machine"
                  + (holder.isEmpty() ? "" : " (process " + holder + ")"));
        }
        if (cancelled.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
          return Optional.empty();
        }
      }
      isOurs = true;
      name(open);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          "Nothing keeps other measurements on this machine away: "
              + file
              + " cannot be locked; name a file that can with BENCH_LOCK.");
    }
  }

  /** Whether this one has the turn. */
  public boolean isHeld() {
    return isOurs;
  }

  /** Waits no longer. Any thread may call. */
  public void cancel() {
    cancelled.countDown();
  }

  /** Gives the turn back. */
  @Override
  public void close() {
    isOurs = false;
    if (channel.isPresent()) {
      try {
        channel.get().close();
      } catch (IOException e) {
        // The system takes it back when this process ends.
      }
    }
  }

  /**
   * An existing file is opened without being created: Linux forbids to create somebody else's file
   * in a directory that everybody may write to (fs.protected_regular).
   */
  private FileChannel open() throws IOException {
    try {
      return openExisting();
    } catch (NoSuchFileException e) {
      try {
        Files.createFile(file);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
          Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        }
      } catch (FileAlreadyExistsException other) {
        // Somebody was quicker.
      }
      return openExisting();
    }
  }

  private FileChannel openExisting() throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  }

  private boolean tryLock(FileChannel open) throws IOException {
    try {
      FileLock lock = open.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // Another measurement of this very process.
      return false;
    }
  }

  /** Writes who holds it, for those who wait. */
  private static void name(FileChannel open) throws IOException {
    String pid = ProcessHandle.current().pid() + "\n";
    open.truncate(0);
    open.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
  }

  /** The process that holds it; empty if that did not get to write it. */
  private static String holder(FileChannel open) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(32);
    open.read(text, 0);
    String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
    return pid.matches("[0-9]{1,18}") ? pid : "";
  }

  private static boolean isAncestor(String pid) {
    if (pid.isEmpty()) {
      return false;
    }
    long wanted = Long.parseLong(pid);
    Optional<ProcessHandle> at = ProcessHandle.current().parent();
    while (at.isPresent()) {
      if (at.get().pid() == wanted) {
        return true;
      }
      at = at.get().parent();
    }
    return false;
  }
}
