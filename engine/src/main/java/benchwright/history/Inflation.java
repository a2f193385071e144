package benchwright.history;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.NoSuchFileException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens a file of ours, compressed or not: its first bytes decide, not its name. */
final class Inflation {
  private static final int CHUNK = 1 << 14;

  private Inflation() {}

  /**
   * The text of {@code in}.
   *
   * @param limit more bytes than this are an error, so that a small file cannot fill the memory
   */
  static InputStream open(InputStream in, long limit) throws IOException {
    PushbackInputStream start = new PushbackInputStream(in, 4);
    byte[] first = start.readNBytes(4);
    start.unread(first);
    if (begins(first, 0x28, 0xb5, 0x2f, 0xfd)) {
      throw new IOException(
          "is compressed by zstd, which this version does not read; decompress it first");
    }
    boolean gzip = begins(first, 0x1f, 0x8b);
    return new Limited(gzip ? new GZIPInputStream(start, CHUNK) : start, limit);
  }

  /** Says of a failed read what is wrong with the file. */
  static String reason(IOException e) {
    if (e instanceof EOFException) {
      return "is cut off in the middle of its compressed content";
    }
    if (e instanceof ZipException) {
      return "is damaged: " + RunWriter.reason(e);
    }
    if (e instanceof NoSuchFileException) {
      return "is missing";
    }
    return RunWriter.reason(e);
  }

  private static boolean begins(byte[] bytes, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** Ends with an error where a decompression bomb would go on. */
  private static final class Limited extends FilterInputStream {
    private final long limit;
    private long count;

    Limited(InputStream in, long limit) {
      super(in);
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      count += Math.max(0, read);
      if (count > limit) {
        throw new IOException("is larger than " + limit + " bytes when it is decompressed");
      }
      return read;
    }
  }
}
