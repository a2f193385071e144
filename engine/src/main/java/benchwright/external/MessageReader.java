package benchwright.external;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the messages of a program byte by byte, strictly: whatever is no message of ours is told
 * with what stands there. Points are read into arrays that are used again for the next question.
 */
final class MessageReader {
  /** No line is longer. */
  static final long LONGEST_LINE = 1L << 26;

  private static final int LONGEST_GREETING = 1 << 13;
  private static final int MOST_COORDINATES = 1 << 22;
  private static final int QUOTED = 60;
  private static final int LONGEST_REASON = 1_000;
  private static final int LAST_LOOKS = 20;
  private static final int LOOK_MILLIS = 25;

  private final InputStream in;
  private final NumberReader numbers = new NumberReader(this);
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  // Where the line begins in the buffer; below 0 when that part has been read over.
  private long lineStart;

  private double[][] points = new double[16][];
  private int count;

  MessageReader(InputStream in) {
    this.in = in;
  }

  /** The first line, without its end. */
  String greeting() throws IOException, Unreadable {
    StringBuilder line = new StringBuilder();
    for (int c = next(); c != '\n'; c = next()) {
      line.append((char) c);
      if (line.length() > LONGEST_GREETING) {
        throw new Unreadable(
            "its first line is longer than " + LONGEST_GREETING + " bytes: " + quote(line));
      }
    }
    lineStart = at;
    return new String(
        line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /**
   * Reads a question or a farewell.
   *
   * @param affordable points beyond these are read over
   * @return how many points are asked for, at least 1; 0 for the farewell
   */
  long question(int dimension, long affordable, boolean hexadecimal)
      throws IOException, Unreadable {
    int c = next();
    while (c == '\n' || c == ' ' || c == '\r' || c == '\t') {
      c = next();
    }
    lineStart = at - 1L;
    if (c != '{') {
      throw unexpected("{\"ask\": …}");
    }
    expect('"', "\"ask\" or \"done\"");
    long asked;
    switch (next()) {
      case 'a' -> {
        key("sk\"", "\"ask\"");
        asked = points(dimension, affordable, hexadecimal);
      }
      case 'd' -> {
        key("one\"", "\"done\"");
        reason();
        asked = 0;
      }
      default -> throw unexpected("\"ask\" or \"done\"");
    }
    expect('}', "}");
    return asked;
  }

  /** The only point of the last question; it is used again. */
  double[] point() {
    return points[0];
  }

  /** The points of the last question, those that are affordable; they are used again. */
  double[][] points() {
    if (count != points.length) {
      points = Arrays.copyOf(points, count);
    }
    return points;
  }

  private void key(String rest, String whole) throws IOException, Unreadable {
    for (int i = 0; i < rest.length(); i++) {
      if (next() != rest.charAt(i)) {
        throw unexpected(whole);
      }
    }
    expect(':', ":");
  }

  private long points(int dimension, long affordable, boolean hexadecimal)
      throws IOException, Unreadable {
    expect('[', "a list of points");
    long asked = 0;
    count = 0;
    do {
      if (asked < affordable && (long) (count + 1) * dimension > MOST_COORDINATES) {
        throw new Unreadable(
            "it asks for more than " + MOST_COORDINATES + " coordinates at once; ask in parts");
      }
      double[] point = room(dimension, asked < affordable);
      if (hexadecimal) {
        bits(point);
      } else {
        decimals(point, asked < affordable);
      }
      asked++;
    } while (goesOn("the next point"));
    return asked;
  }

  /** Where the next point goes: behind the others, or to the last place if it is not wanted. */
  private double[] room(int dimension, boolean wanted) {
    int place = wanted ? count++ : count;
    if (place >= points.length) {
      points = Arrays.copyOf(points, 2 * place + 1);
    }
    double[] point = points[place];
    if (point == null || point.length != dimension) {
      point = new double[dimension];
      points[place] = point;
    }
    return point;
  }

  private void decimals(double[] point, boolean wanted) throws IOException, Unreadable {
    expect('[', "a point, which is a list of numbers");
    int length = 0;
    do {
      double value = numbers.read(nextVisible());
      if (length < point.length) {
        point[length] = value;
      }
      if (++length > MOST_COORDINATES) {
        throw new Unreadable("a point has more than " + MOST_COORDINATES + " coordinates");
      }
    } while (goesOn("the next coordinate"));
    if (length != point.length && wanted) {
      // The trial tells of it, with the number of the evaluation.
      points[count - 1] = Arrays.copyOf(point, length);
    }
  }

  private void bits(double[] point) throws IOException, Unreadable {
    expect('"', "a point, which is a string of hexadecimal digits");
    for (int i = 0; i < point.length; i++) {
      long bits = 0;
      for (int k = 0; k < Hexadecimal.DIGITS; k++) {
        int digit = Hexadecimal.digit(next());
        if (digit < 0) {
          throw unexpected(
              Hexadecimal.DIGITS + " hexadecimal digits for each of " + point.length + " numbers");
        }
        bits = bits << 4 | digit;
      }
      point[i] = Double.longBitsToDouble(bits);
    }
    if (next() != '"') {
      throw unexpected("the end of " + point.length + " numbers");
    }
  }

  private boolean goesOn(String what) throws IOException, Unreadable {
    int c = nextVisible();
    if (c == ',') {
      return true;
    }
    if (c != ']') {
      throw unexpected(", and " + what + ", or ]");
    }
    return false;
  }

  private void reason() throws IOException, Unreadable {
    expect('"', "a reason in quotes");
    int length = 0;
    for (int c = next(); c != '"'; c = next()) {
      if (c == '\\') {
        next();
      }
      if (c < ' ' || ++length > LONGEST_REASON) {
        throw unexpected("a reason of at most " + LONGEST_REASON + " characters");
      }
    }
  }

  private void expect(char wanted, String what) throws IOException, Unreadable {
    if (nextVisible() != wanted) {
      throw unexpected(what);
    }
  }

  private int nextVisible() throws IOException, Unreadable {
    int c = next();
    while (c == ' ' || c == '\t' || c == '\r') {
      c = next();
    }
    return c;
  }

  /** The next byte. */
  int next() throws IOException, Unreadable {
    if (at == end) {
      refill();
    }
    return buffer[at++] & 0xff;
  }

  /** Takes the last byte back. */
  void back() {
    at--;
  }

  private void refill() throws IOException, Unreadable {
    int kept = (int) Math.min(QUOTED, at - Math.max(0, lineStart));
    System.arraycopy(buffer, at - kept, buffer, 0, kept);
    lineStart -= at - kept;
    at = kept;
    end = kept;
    if (at - lineStart > LONGEST_LINE) {
      throw new Unreadable("it wrote a line of more than " + (LONGEST_LINE >> 20) + " MiB");
    }
    int more = in.read(buffer, end, buffer.length - end);
    if (more < 0) {
      throw new EOFException();
    }
    end += more;
  }

  /** Complains of the byte that was read last. */
  Unreadable unexpected(String wanted) throws IOException {
    int place = at - 1;
    int from = (int) Math.max(Math.max(0, lineStart), place - QUOTED / 2);
    String before = from > lineStart ? "…" : "";
    long number = place - lineStart + 1;
    StringBuilder line = new StringBuilder();
    for (int i = from; i < place; i++) {
      line.append((char) (buffer[i] & 0xff));
    }
    // In which pieces the line came is chance; so what is quoted is read to its end.
    int c = buffer[place] & 0xff;
    while (c != '\n' && line.length() < QUOTED) {
      line.append((char) c);
      c = isMore() ? buffer[at++] & 0xff : '\n';
    }
    return new Unreadable(
        "it wrote "
            + before
            + quote(line)
            + (c == '\n' ? "" : "…")
            + " where "
            + wanted
            + " should stand (byte "
            + number
            + " of the line)");
  }

  /** Whether another byte of the line is there, or comes soon. */
  private boolean isMore() {
    try {
      for (int i = 0; at == end && i < LAST_LOOKS; i++) {
        if (in.available() > 0) {
          refill();
        } else {
          Thread.sleep(LOOK_MILLIS);
        }
      }
    } catch (IOException | Unreadable ended) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return at < end;
  }

  private static String quote(CharSequence bytes) {
    String text =
        new String(bytes.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    StringBuilder quoted = new StringBuilder("«");
    text.codePoints()
        .limit(2 * QUOTED)
        .forEach(c -> quoted.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c));
    return quoted.append('»').toString();
  }
}
