package benchwright.report.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fenced block of a document.
 *
 * @param line of the opening fence, from 1
 * @param end line of the closing fence
 * @param prefix what stands before each of its lines: the indentation, or the star of a comment
 * @param language the first word behind the fence; empty if there is none
 * @param attributes the other words: {@code region=NAME}, or a word alone with an empty value
 * @param body the lines between the fences, without the prefix
 */
public record Block(
    int line,
    int end,
    String prefix,
    String language,
    Map<String, String> attributes,
    List<String> body) {
  public Block {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    body = List.copyOf(body);
  }

  static Block of(int line, int end, String prefix, String info, List<String> body) {
    Map<String, String> attributes = new LinkedHashMap<>();
    String language = "";
    for (String word : info.strip().split("\\s+", -1)) {
      int equals = word.indexOf('=');
      if (language.isEmpty() && attributes.isEmpty() && equals < 0) {
        language = word;
      } else if (!word.isEmpty()) {
        attributes.put(
            equals < 0 ? word : word.substring(0, equals),
            equals < 0 ? "" : word.substring(equals + 1));
      }
    }
    return new Block(line, end, prefix, language, attributes, body);
  }

  public boolean has(String attribute) {
    return attributes.containsKey(attribute);
  }

  /** The value of an attribute; empty if it is not there, or has none. */
  public Optional<String> value(String attribute) {
    return Optional.ofNullable(attributes.get(attribute)).filter(value -> !value.isEmpty());
  }

  /** The body as one text; each line ends with a line feed. */
  public String text() {
    StringBuilder text = new StringBuilder();
    body.forEach(each -> text.append(each).append('\n'));
    return text.toString();
  }
}
