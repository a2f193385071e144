package benchwright.external;

import benchwright.artifact.Documents;
import kotlinx.serialization.json.JsonElement;
import kotlinx.serialization.json.JsonObject;
import kotlinx.serialization.json.JsonPrimitive;

/**
 * What a program says first.
 *
 * @param hexadecimal whether points and values are spelled as the hexadecimal digits of their bits
 */
record Greeting(String name, String version, boolean hexadecimal) {
  static final int PROTOCOL = 1;

  private static final String EXAMPLE =
      "{\"hello\": {\"protocol\": 1, \"name\": \"…\", \"version\": \"…\"}}";
  private static final int QUOTED = 80;

  /** Reads the first line; fields that are not known are passed over. */
  static Greeting of(String line) throws Unreadable {
    JsonElement element;
    try {
      element = Documents.parse(line);
    } catch (RuntimeException noJson) {
      throw wrong(line);
    }
    if (!(element instanceof JsonObject message)
        || !(message.get("hello") instanceof JsonObject hello)) {
      throw wrong(line);
    }
    String protocol = text(hello, "protocol");
    if (protocol.isEmpty()) {
      throw wrong(line);
    }
    if (!protocol.equals(Integer.toString(PROTOCOL))) {
      throw new Unreadable(
          "it speaks version "
              + protocol
              + " of the protocol; this Benchwright speaks version "
              + PROTOCOL);
    }
    String numbers = text(hello, "numbers");
    if (!numbers.isEmpty() && !numbers.equals("decimal") && !numbers.equals("hexadecimal")) {
      throw new Unreadable(
          "its hello asks for numbers as «" + numbers + "»; there is decimal and hexadecimal");
    }
    String name = text(hello, "name");
    String version = text(hello, "version");
    if (name.isEmpty() || version.isEmpty()) {
      throw wrong(line);
    }
    return new Greeting(name, version, numbers.equals("hexadecimal"));
  }

  private static String text(JsonObject fields, String name) {
    return fields.get(name) instanceof JsonPrimitive primitive ? primitive.getContent() : "";
  }

  private static Unreadable wrong(String line) {
    String shown = line.strip().replaceAll("\\p{Cntrl}", "\uFFFD");
    return new Unreadable(
        "its first line is «"
            + (shown.length() <= QUOTED ? shown : shown.substring(0, QUOTED) + "…")
            + "» and not "
            + EXAMPLE);
  }
}
