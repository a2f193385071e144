package benchwright.history;

/** What a value is by its first byte, in words. */
final class JsonStart {
  private JsonStart() {}

  static String kind(int c) {
    return switch (c) {
      case '{' -> "an object";
      case '[' -> "a list";
      case '"' -> "a text";
      case 't', 'f' -> "true or false";
      case 'n' -> "null";
      default -> (c >= '0' && c <= '9') || c == '-' ? "a number" : found(c);
    };
  }

  static String found(int c) {
    if (c < 0) {
      return "the end";
    }
    return c > ' ' && c < 0x7f ? "'" + (char) c + "'" : "byte " + c;
  }

  /** Why a text cannot go on with {@code c}, a control character or the end. */
  static String insideText(int c) {
    return c < 0
        ? "ends in the middle of a text; it was cut off"
        : "has a control character in a text";
  }
}
