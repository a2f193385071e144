package benchwright.history;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a gzip file whose header is the same every time (no name, no time, no system), and takes
 * the checksum of what lands on the disk.
 */
final class Gzip extends OutputStream {
  private static final int LEVEL = 6;
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  private final FileChannel channel;
  private final MessageDigest digest = Hex.sha256();
  private final Deflater deflater = new Deflater(LEVEL, true);
  private final CRC32 checksum = new CRC32();
  private final byte[] out = new byte[1 << 15];
  private int size;

  Gzip(FileChannel channel) {
    this.channel = channel;
    System.arraycopy(HEADER, 0, out, 0, HEADER.length);
    size = HEADER.length;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    checksum.update(bytes, from, length);
    deflater.setInput(bytes, from, length);
    while (!deflater.needsInput()) {
      deflate();
    }
  }

  /** Ends the file; returns the SHA-256 of all its bytes. The channel stays open. */
  String finish() throws IOException {
    deflater.finish();
    while (!deflater.finished()) {
      deflate();
    }
    if (out.length - size < 8) {
      drain();
    }
    littleEndian((int) checksum.getValue());
    littleEndian((int) deflater.getBytesRead());
    drain();
    return Hex.text(digest.digest());
  }

  /** Frees what the compression holds outside the heap. */
  @Override
  public void close() {
    deflater.end();
  }

  private void deflate() throws IOException {
    size += deflater.deflate(out, size, out.length - size);
    if (size == out.length) {
      drain();
    }
  }

  private void drain() throws IOException {
    digest.update(out, 0, size);
    Disk.writeFully(channel, ByteBuffer.wrap(out, 0, size));
    size = 0;
  }

  private void littleEndian(int value) {
    for (int shift = 0; shift < 32; shift += 8) {
      out[size++] = (byte) (value >> shift);
    }
  }
}
