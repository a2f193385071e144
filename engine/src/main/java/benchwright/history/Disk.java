package benchwright.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** How files get onto the disk: whole or not at all, and still there after the power went. */
interface Disk {
  /** The file system of this machine. */
  Disk REAL = FileChannel::open;

  FileChannel open(Path file, OpenOption... options) throws IOException;

  /** What a file is called while it is being written. */
  static Path partial(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".partial");
  }

  /** Writes {@code file} whole or not at all; the caller synchronizes the directory. */
  default void write(Path file, byte[] content) throws IOException {
    Path partial = partial(file);
    try (FileChannel channel = openNew(partial)) {
      writeFully(channel, ByteBuffer.wrap(content));
      channel.force(true);
    }
    rename(partial, file);
  }

  default FileChannel openNew(Path file) throws IOException {
    return open(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }

  default void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Makes names that were created, renamed or removed in {@code directory} last. */
  default void synchronize(Path directory) {
    try (FileChannel channel = open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Not every system lets a program open a directory; those that do not keep names by
      // themselves.
    }
  }

  static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
