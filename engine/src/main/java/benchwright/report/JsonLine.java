package benchwright.report;

import benchwright.artifact.Decimals;
import java.util.List;

/** One JSON object on one line, written field by field. */
public final class JsonLine {
  private final StringBuilder text = new StringBuilder("{");

  public JsonLine with(String name, String value) {
    return raw(name, quoted(value));
  }

  public JsonLine with(String name, long value) {
    return raw(name, Long.toString(value));
  }

  public JsonLine with(String name, double value) {
    return raw(name, Decimals.json(value));
  }

  /** A field whose value is JSON already. */
  public JsonLine raw(String name, String json) {
    if (text.length() > 1) {
      text.append(',');
    }
    text.append(quoted(name)).append(':').append(json);
    return this;
  }

  /** The object, closed, without a line break. */
  public String toText() {
    return text + "}";
  }

  /** The array of what is JSON already. */
  public static String array(List<String> items) {
    return "[" + String.join(",", items) + "]";
  }

  /** A JSON string. */
  public static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c < ' ') {
            quoted.append("\\u00").append(c < 16 ? "0" : "").append(Integer.toHexString(c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
