package benchwright.history;

import benchwright.artifact.Decimals;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Canonical JSON as bytes: no white space, keys in the order in which they are written, doubles as
 * {@link Decimals} spells them, text in UTF-8 with as few escapes as JSON allows.
 */
final class JsonBytes {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_LONG = 20;

  private byte[] bytes;
  private int size;
  private boolean separate;

  JsonBytes(int capacity) {
    bytes = new byte[capacity];
  }

  int size() {
    return size;
  }

  /** The bytes written so far, in an array that the next write may change or leave behind. */
  byte[] array() {
    return bytes;
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  String toText() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }

  ByteBuffer toBuffer() {
    return ByteBuffer.wrap(bytes, 0, size);
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }

  void clear() {
    size = 0;
    separate = false;
  }

  JsonBytes beginObject() {
    return open('{');
  }

  JsonBytes endObject() {
    return shut('}');
  }

  JsonBytes beginArray() {
    return open('[');
  }

  JsonBytes endArray() {
    return shut(']');
  }

  /** A key of our own: ASCII without anything to escape. */
  @SuppressWarnings(
      "deprecation") // The bytes of an ASCII string, without a detour over an encoder.
  JsonBytes key(String key) {
    int length = key.length();
    room(length + 4);
    if (separate) {
      bytes[size++] = ',';
    }
    bytes[size++] = '"';
    key.getBytes(0, length, bytes, size);
    size += length;
    bytes[size++] = '"';
    bytes[size++] = ':';
    separate = false;
    return this;
  }

  JsonBytes value(double value) {
    separator();
    room(Decimals.LONGEST);
    size = Decimals.write(value, bytes, size);
    return this;
  }

  JsonBytes value(long value) {
    separator();
    room(LONGEST_LONG);
    if (value < 0) {
      bytes[size++] = '-';
    }
    int start = size;
    long rest = value;
    do {
      // Digits of a negative number are negative: so its magnitude never overflows.
      bytes[size++] = (byte) ('0' + Math.abs(rest % 10));
      rest /= 10;
    } while (rest != 0);
    for (int i = start, j = size - 1; i < j; i++, j--) {
      byte digit = bytes[i];
      bytes[i] = bytes[j];
      bytes[j] = digit;
    }
    return this;
  }

  JsonBytes value(boolean value) {
    return json(value ? "true" : "false");
  }

  JsonBytes nothing() {
    return json("null");
  }

  /** {@code null} for the empty text. */
  JsonBytes valueOrNull(String text) {
    return text.isEmpty() ? nothing() : value(text);
  }

  JsonBytes value(String text) {
    separator();
    room(3 * text.length() + 2);
    bytes[size++] = '"';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
        bytes[size++] = (byte) c;
      } else {
        room(6 + 3 * (text.length() - i));
        i += special(text, i, c);
      }
    }
    bytes[size++] = '"';
    return this;
  }

  /** A JSON value that is canonical already. */
  JsonBytes json(String json) {
    byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
    return json(utf8, 0, utf8.length);
  }

  /** A JSON value that is canonical already. */
  JsonBytes json(byte[] json, int from, int length) {
    separator();
    raw(json, from, length);
    return this;
  }

  /** What follows is the first value of its own text: no comma goes before it. */
  JsonBytes element() {
    separate = false;
    return this;
  }

  /** A single byte, outside the count of values. */
  JsonBytes raw(int b) {
    room(1);
    bytes[size++] = (byte) b;
    return this;
  }

  JsonBytes raw(byte[] source, int from, int length) {
    room(length);
    System.arraycopy(source, from, bytes, size, length);
    size += length;
    return this;
  }

  /** Writes one character that is no plain ASCII; returns how many more it used up. */
  private int special(String text, int i, char c) {
    switch (c) {
      case '"', '\\' -> escape(c);
      case '\n' -> escape('n');
      case '\r' -> escape('r');
      case '\t' -> escape('t');
      case '\b' -> escape('b');
      case '\f' -> escape('f');
      default -> {
        if (c < ' ') {
          escape('u');
          bytes[size++] = '0';
          bytes[size++] = '0';
          bytes[size++] = HEX[c >> 4];
          bytes[size++] = HEX[c & 15];
        } else if (c < 0x80) {
          bytes[size++] = (byte) c;
        } else {
          int point = text.codePointAt(i);
          // Half of a surrogate pair is no character.
          utf8(point >= 0xd800 && point <= 0xdfff ? 0xfffd : point);
          return Character.charCount(point) - 1;
        }
      }
    }
    return 0;
  }

  private void escape(char letter) {
    bytes[size++] = '\\';
    bytes[size++] = (byte) letter;
  }

  private void utf8(int point) {
    if (point < 0x800) {
      bytes[size++] = (byte) (0xc0 | (point >> 6));
    } else {
      if (point < 0x10000) {
        bytes[size++] = (byte) (0xe0 | (point >> 12));
      } else {
        bytes[size++] = (byte) (0xf0 | (point >> 18));
        bytes[size++] = (byte) (0x80 | ((point >> 12) & 63));
      }
      bytes[size++] = (byte) (0x80 | ((point >> 6) & 63));
    }
    bytes[size++] = (byte) (0x80 | (point & 63));
  }

  private JsonBytes open(char bracket) {
    separator();
    raw(bracket);
    separate = false;
    return this;
  }

  private JsonBytes shut(char bracket) {
    raw(bracket);
    separate = true;
    return this;
  }

  private void separator() {
    if (separate) {
      raw(',');
    }
    separate = true;
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }
}
