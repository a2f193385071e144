package benchwright.history;

import benchwright.artifact.Circumstance;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * The format of the journal: a file of frames, each complete in itself.
 *
 * <pre>
 * frame   = magic (4 bytes) length (4) CRC-32C of the payload (4) payload
 * payload = 1, header as JSON
 *         | 2, length of the trial's id (2), the id, run time (8), evaluation time (8), peak (8), trial as JSON
 *         | 3, case of an implementation as JSON
 * </pre>
 *
 * Numbers are big-endian. A damaged frame costs what is in it and nothing else: the reader looks
 * for the next magic whose frame is sound.
 */
final class Journal {
  static final String DIRECTORY = "journal";
  static final String FILE = "trials.journal";
  static final String LOCK = "lock";

  static final int HEADER = 1;
  static final int TRIAL = 2;
  static final int TIMED = 3;

  private static final int MAGIC = 0x42574a31;
  static final int FRAME = 12;
  private static final int LARGEST = 1 << 28;
  private static final int TIMES = 24;

  private Journal() {}

  /** What a reader of the journal is told of each sound frame. */
  interface Visitor {
    /** The payload of {@code length} bytes begins at {@code offset} of the file. */
    void frame(long offset, byte[] payload, int length) throws IOException;
  }

  /** Adds a frame around {@code json}; returns the length of its payload. */
  static int header(byte[] json, JsonBytes to) {
    int start = begin(to, HEADER);
    to.raw(json, 0, json.length);
    return end(to, start);
  }

  /** Adds the frame of one measured case. */
  static void timed(TimedEntry entry, JsonBytes to) {
    int start = begin(to, TIMED);
    byte[] json = entry.encode();
    to.raw(json, 0, json.length);
    int unused = end(to, start);
  }

  /** Adds the frame of one trial; returns the length of its payload. */
  static int trial(TrialRecord record, Circumstance circumstance, JsonBytes to) {
    int start = begin(to, TRIAL);
    byte[] id = record.getKey().toString().getBytes(StandardCharsets.UTF_8);
    to.raw(id.length >> 8).raw(id.length).raw(id, 0, id.length);
    number(circumstance.runtimeNanos(), to);
    number(circumstance.evaluationNanos(), to);
    number(circumstance.peakBytes(), to);
    TrialText.encode(record, to.element());
    return end(to, start);
  }

  /** The id of the trial in {@code payload}. */
  static String id(byte[] payload) {
    return new String(payload, 3, idLength(payload), StandardCharsets.UTF_8);
  }

  static Circumstance circumstance(byte[] payload) {
    ByteBuffer times = ByteBuffer.wrap(payload, 3 + idLength(payload), TIMES);
    return new Circumstance(times.getLong(), times.getLong(), times.getLong());
  }

  /** Where the JSON of the trial begins in {@code payload}. */
  static int json(byte[] payload) {
    return 3 + idLength(payload) + TIMES;
  }

  /** Reads a payload again, and checks it again. */
  static byte[] read(FileChannel channel, long offset, int length) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(FRAME + length);
    if (!fill(channel, frame, offset - FRAME)) {
      throw new IOException("the journal is shorter than it was");
    }
    byte[] payload = new byte[length];
    frame.position(FRAME).get(payload);
    if (frame.getInt(4) != length || frame.getInt(8) != checksum(payload, 0, length)) {
      throw new IOException("the journal changed while it was read, at byte " + offset);
    }
    return payload;
  }

  /** Hands over all sound frames from the start; returns where the last of them ends. */
  static long scan(FileChannel channel, Visitor visitor) throws IOException {
    long size = channel.size();
    long at = 0;
    long soundEnd = 0;
    ByteBuffer head = ByteBuffer.allocate(FRAME);
    while (at + FRAME <= size) {
      if (!fill(channel, head.clear(), at)) {
        break;
      }
      int length = head.getInt(4);
      byte[] payload = null;
      if (head.getInt(0) == MAGIC
          && length > 0
          && length <= LARGEST
          && length <= size - at - FRAME) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        if (fill(channel, bytes, at + FRAME)
            && checksum(bytes.array(), 0, length) == head.getInt(8)) {
          payload = bytes.array();
        }
      }
      if (payload == null) {
        at = nextMagic(channel, at + 1, size);
      } else {
        visitor.frame(at + FRAME, payload, length);
        at += FRAME + length;
        soundEnd = at;
      }
    }
    return soundEnd;
  }

  /** The trial that {@code id} names: {@code optimizer/function/d10/i1/s1}. */
  static TrialKey key(String id) {
    String[] parts = id.split("/", -1);
    if (parts.length != 5) {
      throw new JsonError("", "is no id of a trial: " + id);
    }
    try {
      return new TrialKey(
          parts[0],
          parts[1],
          Integer.parseInt(parts[2].substring(1)),
          Integer.parseInt(parts[3].substring(1)),
          Long.parseLong(parts[4].substring(1)));
    } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
      throw new JsonError("", "is no id of a trial: " + id);
    }
  }

  private static long nextMagic(FileChannel channel, long from, long size) throws IOException {
    ByteBuffer window = ByteBuffer.allocate(1 << 16);
    for (long start = from; start + 4 <= size; start += window.capacity() - 3) {
      window.clear().limit((int) Math.min(window.capacity(), size - start));
      if (!fill(channel, window, start)) {
        return size;
      }
      for (int i = 0; i + 4 <= window.limit(); i++) {
        if (window.getInt(i) == MAGIC) {
          return start + i;
        }
      }
    }
    return size;
  }

  private static boolean fill(FileChannel channel, ByteBuffer buffer, long at) throws IOException {
    long position = at;
    while (buffer.hasRemaining()) {
      int count = channel.read(buffer, position);
      if (count < 0) {
        return false;
      }
      position += count;
    }
    return true;
  }

  private static int idLength(byte[] payload) {
    return (payload[1] & 0xff) << 8 | (payload[2] & 0xff);
  }

  private static int begin(JsonBytes to, int kind) {
    int start = to.size();
    for (int i = 0; i < FRAME; i++) {
      to.raw(0);
    }
    to.raw(kind);
    return start;
  }

  private static int end(JsonBytes to, int start) {
    int length = to.size() - start - FRAME;
    ByteBuffer head = ByteBuffer.wrap(to.array(), start, FRAME);
    head.putInt(MAGIC).putInt(length).putInt(checksum(to.array(), start + FRAME, length));
    return length;
  }

  private static void number(long value, JsonBytes to) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      to.raw((int) (value >> shift));
    }
  }

  private static int checksum(byte[] bytes, int from, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, from, length);
    return (int) checksum.getValue();
  }
}
