package benchwright.history;

import benchwright.artifact.Decimals;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads JSON value by value from a stream, however long it is, and can keep the bytes of a value
 * without the white space around its parts. Says where it is by a JSON pointer.
 */
final class JsonScanner {
  private static final int DEEPEST = 64;
  private static final int LONGEST_TEXT = 1 << 20;
  private static final int LONGEST_NUMBER = 400;

  private InputStream in;
  private byte[] buffer;
  private int at;
  private int end;

  private final String[] names = new String[DEEPEST + 1];
  private final int[] indices = new int[DEEPEST + 1];
  private final boolean[] list = new boolean[DEEPEST + 1];
  private int depth;

  private final JsonBytes token = new JsonBytes(256);
  private final JsonBytes kept = new JsonBytes(4096);
  private int keepLimit;
  private boolean keeping;
  // Where in the buffer those bytes begin that are to be kept and are not yet.
  private int keepFrom;

  JsonScanner(InputStream in) {
    this.in = in;
    this.buffer = new byte[1 << 14];
    Arrays.fill(names, "");
  }

  /** Begins anew with the first {@code size} of {@code bytes}, which must not change meanwhile. */
  void begin(byte[] bytes, int size) {
    in = InputStream.nullInputStream();
    buffer = bytes;
    at = 0;
    end = size;
    depth = 0;
    keeping = false;
  }

  /** The JSON pointer of the value that is read. */
  String pointer() {
    StringBuilder pointer = new StringBuilder();
    for (int level = 1; level <= depth; level++) {
      if (list[level]) {
        pointer.append('/').append(indices[level]);
      } else if (!names[level].isEmpty()) {
        pointer.append('/').append(names[level].replace("~", "~0").replace("/", "~1"));
      }
    }
    return pointer.toString();
  }

  JsonError error(String text) {
    return new JsonError(pointer(), text);
  }

  /**
   * The first byte of the next value: an opening bracket, a quote, {@code t}, {@code f}, {@code n},
   * a minus sign or a digit.
   */
  int peek() throws IOException {
    int c = skipSpace();
    if (c < 0) {
      throw error("ends in the middle; it was cut off");
    }
    return c;
  }

  void beginObject() throws IOException {
    open('{', "an object", false);
  }

  void beginArray() throws IOException {
    open('[', "a list", true);
  }

  /**
   * Whether another field or element follows; must be asked once before each, and once at the end.
   */
  boolean hasNext() throws IOException {
    int closing = list[depth] ? ']' : '}';
    int c = peek();
    if (c == closing) {
      take();
      depth--;
      return false;
    }
    if (indices[depth] >= 0) {
      if (c != ',') {
        throw error("needs a comma or a closing bracket, found " + JsonStart.found(c));
      }
      take();
      if (peek() == closing) {
        throw error("has a comma with nothing after it");
      }
    }
    indices[depth]++;
    return true;
  }

  /** The name of the next field. */
  String name() throws IOException {
    names[depth] = "";
    String name = string();
    if (peek() != ':') {
      throw error("the name \"" + name + "\" needs a colon and a value");
    }
    take();
    names[depth] = name;
    return name;
  }

  boolean isNull() throws IOException {
    return peek() == 'n';
  }

  void nothing() throws IOException {
    word("null");
  }

  boolean bool() throws IOException {
    int c = peek();
    if (c != 't' && c != 'f') {
      throw error("must be true or false, not " + JsonStart.kind(c));
    }
    word(c == 't' ? "true" : "false");
    return c == 't';
  }

  long integer() throws IOException {
    number("a whole number");
    if (NumberSyntax.isShortInteger(token.array(), token.size())) {
      return NumberSyntax.integer(token.array(), token.size());
    }
    String text = token.toText();
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw error("must be a whole number of at most 64 bits, not " + text);
    }
  }

  int count() throws IOException {
    long value = integer();
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw error("must be a count, not " + value);
    }
    return (int) value;
  }

  /** A number, or one of the three strings that stand for what JSON has no number for. */
  double decimal() throws IOException {
    if (peek() == '"') {
      String text = string();
      return switch (text) {
        case "Infinity", "-Infinity", "NaN" -> Decimals.parse(text);
        default ->
            throw error(
                "must be a number, \"Infinity\", \"-Infinity\" or \"NaN\", not \"" + text + "\"");
      };
    }
    number("a number");
    double quick = NumberSyntax.shortDecimal(token.array(), token.size());
    return Double.isNaN(quick) ? Decimals.parse(token.toText()) : quick;
  }

  String string() throws IOException {
    int c = peek();
    if (c != '"') {
      throw error("must be a text, not " + JsonStart.kind(c));
    }
    take();
    if (textIsPlain()) {
      return new String(token.array(), 0, token.size(), StandardCharsets.ISO_8859_1);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(token.toBuffer()).toString();
    } catch (CharacterCodingException e) {
      throw error("holds a text that is not UTF-8");
    }
  }

  /** Reads the rest of a text into the token; whether it is all ASCII without an escape. */
  private boolean textIsPlain() throws IOException {
    boolean plain = true;
    token.clear();
    while (true) {
      int from = at;
      while (at < end && buffer[at] >= ' ' && buffer[at] != '"' && buffer[at] != '\\') {
        at++;
      }
      token.raw(buffer, from, at - from);
      int c = take();
      if (c == '"') {
        return plain;
      } else if (c == '\\') {
        escape();
        plain = false;
      } else if (c < ' ') {
        throw error(JsonStart.insideText(c));
      } else {
        token.raw(c);
        plain &= c < 0x80;
      }
      if (token.size() > LONGEST_TEXT) {
        throw error("holds a text of more than " + LONGEST_TEXT + " bytes");
      }
    }
  }

  /** Passes over the next value, whatever it is. */
  void skip() throws IOException {
    int outside = depth;
    do {
      if (depth > outside && !hasNext()) {
        continue;
      }
      if (depth > outside && !list[depth]) {
        String unused = name();
      }
      switch (peek()) {
        case '{' -> beginObject();
        case '[' -> beginArray();
        case '"' -> {
          String unused = string();
        }
        case 't', 'f' -> {
          boolean unused = bool();
        }
        case 'n' -> nothing();
        default -> number("a value");
      }
    } while (depth > outside);
  }

  /** From here on, keeps what is read, without white space, up to {@code limit} bytes. */
  void keep(int limit) {
    kept.clear();
    keepLimit = limit;
    keeping = true;
    keepFrom = at;
  }

  /** What was read since {@link #keep}; valid until the next such call. */
  JsonBytes kept() {
    keepSoFar();
    keeping = false;
    return kept;
  }

  private void keepSoFar() {
    if (keeping) {
      kept.raw(buffer, keepFrom, at - keepFrom);
      keepFrom = at;
      if (kept.size() > keepLimit) {
        throw error("is longer than " + keepLimit + " bytes");
      }
    }
  }

  /** Nothing but white space may follow. */
  void finish() throws IOException {
    int c = skipSpace();
    if (c >= 0) {
      throw error("goes on after its end with " + JsonStart.found(c));
    }
  }

  private void open(char bracket, String what, boolean isList) throws IOException {
    int c = peek();
    if (c != bracket) {
      throw error("must be " + what + ", not " + JsonStart.kind(c));
    }
    if (depth == DEEPEST) {
      throw error("is nested more than " + DEEPEST + " deep");
    }
    take();
    depth++;
    list[depth] = isList;
    indices[depth] = -1;
    names[depth] = "";
  }

  /** Reads a number into the token. */
  private void number(String what) throws IOException {
    int c = peek();
    if (c != '-' && (c < '0' || c > '9')) {
      throw error("must be " + what + ", not " + JsonStart.kind(c));
    }
    token.clear();
    while (NumberSyntax.isPart(peekByte())) {
      int from = at;
      while (at < end && NumberSyntax.isPart(buffer[at])) {
        at++;
      }
      token.raw(buffer, from, at - from);
      if (token.size() > LONGEST_NUMBER) {
        throw error("holds a number of more than " + LONGEST_NUMBER + " digits");
      }
    }
    if (!NumberSyntax.holds(token.array(), token.size())) {
      throw error("is no number: " + token.toText());
    }
  }

  private void word(String word) throws IOException {
    int c = peek();
    for (int i = 0; i < word.length(); i++) {
      if (take() != word.charAt(i)) {
        throw error("must be " + word + ", not " + JsonStart.kind(c));
      }
    }
  }

  private void escape() throws IOException {
    int c = take();
    switch (c) {
      case '"', '\\', '/' -> token.raw(c);
      case 'n' -> token.raw('\n');
      case 'r' -> token.raw('\r');
      case 't' -> token.raw('\t');
      case 'b' -> token.raw('\b');
      case 'f' -> token.raw('\f');
      case 'u' -> {
        char first = unicode();
        String text = String.valueOf(first);
        if (Character.isHighSurrogate(first)) {
          if (take() != '\\' || take() != 'u') {
            throw error("has half of a surrogate pair in a text");
          }
          text += unicode();
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        token.raw(utf8, 0, utf8.length);
      }
      default -> throw error("has an unknown escape in a text: " + JsonStart.found(c));
    }
  }

  private char unicode() throws IOException {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int c = take();
      int digit = c < 0 ? -1 : Character.digit(c, 16);
      if (digit < 0) {
        throw error("has an escape without four hexadecimal digits");
      }
      value = value << 4 | digit;
    }
    return (char) value;
  }

  private int skipSpace() throws IOException {
    while (true) {
      int c = peekByte();
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        return c;
      }
      keepSoFar();
      at++;
      keepFrom = at;
    }
  }

  private int peekByte() throws IOException {
    if (at == end) {
      keepSoFar();
      keepFrom = 0;
      end = Math.max(0, in.read(buffer, 0, buffer.length));
      at = 0;
      if (end == 0) {
        return -1;
      }
    }
    return buffer[at] & 0xff;
  }

  private int take() throws IOException {
    int c = peekByte();
    if (c < 0) {
      return c;
    }
    at++;
    return c;
  }
}
