package benchwright.report.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * HTML or SVG under construction: elements are opened, given attributes and content, and closed.
 *
 * <p>What comes in as text is escaped, always; there is no way to write an inline style or an event
 * handler, and links lead only to other places of the page or to files beside it. So a page made of
 * this holds under a strict content security policy.
 */
public final class Markup {
  /** Elements without content: the void ones of HTML, and shapes of SVG. */
  private static final List<String> LEAVES =
      List.of("meta", "br", "input", "hr", "path", "rect", "circle", "line");

  private final StringBuilder text = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();
  private boolean inTag;

  /** Begins an element; attributes may follow. */
  public Markup open(String tag) {
    requireName(tag);
    endTag();
    text.append('<').append(tag);
    open.push(tag);
    inTag = true;
    return this;
  }

  /**
   * Adds an attribute to the element begun last.
   *
   * @throws IllegalArgumentException for an event handler, an inline style, or a link that leads
   *     out of the page's folder.
   * @throws IllegalStateException after content.
   */
  public Markup attribute(String name, String value) {
    if (!inTag) {
      throw new IllegalStateException(name + " after the content");
    }
    requireName(name);
    if (name.startsWith("on") || name.equals("style")) {
      throw new IllegalArgumentException("no " + name + " in a page");
    }
    if ((name.equals("href") || name.equals("src")) && leadsAway(value)) {
      throw new IllegalArgumentException("a link that leads away: " + value);
    }
    text.append(' ').append(name).append("=\"");
    escape(value);
    text.append('"');
    return this;
  }

  /** An attribute with a whole number. */
  public Markup attribute(String name, int value) {
    return attribute(name, Integer.toString(value));
  }

  /** The attribute {@code class}. */
  public Markup in(String classes) {
    return attribute("class", classes);
  }

  /** An attribute that is there or not, such as {@code checked}. */
  public Markup flag(String name) {
    return attribute(name, "");
  }

  /** Adds text, escaped. */
  public Markup text(String content) {
    endTag();
    escape(content);
    return this;
  }

  /** Adds a whole element with nothing but text in it. */
  public Markup element(String tag, String content) {
    return open(tag).text(content).close();
  }

  /** Adds a whole element of a class with nothing but text in it. */
  public Markup element(String tag, String classes, String content) {
    return open(tag).in(classes).text(content).close();
  }

  /** Ends the element begun last. */
  public Markup close() {
    String tag = open.pop();
    if (inTag && LEAVES.contains(tag)) {
      text.append("/>");
      inTag = false;
      return this;
    }
    endTag();
    text.append("</").append(tag).append('>');
    return this;
  }

  /** A line break between two elements, for those who read the source. */
  public Markup line() {
    endTag();
    text.append('\n');
    return this;
  }

  /** Adds what another markup holds. */
  public Markup add(Markup other) {
    endTag();
    text.append(other);
    return this;
  }

  /**
   * Adds a style sheet or a script of our own as the content of the element begun last.
   *
   * @throws IllegalArgumentException if it would end that element.
   */
  public Markup source(String code) {
    if (code.contains("</") || code.contains("<!--")) {
      throw new IllegalArgumentException("a style or script that ends its own element");
    }
    endTag();
    text.append(code);
    return this;
  }

  /**
   * What was written.
   *
   * @throws IllegalStateException if an element is still open.
   */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return text.toString();
  }

  private void endTag() {
    if (inTag) {
      text.append('>');
      inTag = false;
    }
  }

  private void escape(String content) {
    int point;
    for (int i = 0; i < content.length(); i += Character.charCount(point)) {
      point = content.codePointAt(i);
      switch (point) {
        case '&' -> text.append("&amp;");
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '"' -> text.append("&quot;");
        case '\'' -> text.append("&#39;");
        default -> text.appendCodePoint(allowed(point) ? point : 0xFFFD);
      }
    }
  }

  /** Whether XML knows the character. */
  private static boolean allowed(int point) {
    return point >= 0x20
        ? (point < 0x7F || point > 0x9F)
            && (point < 0xD800 || point > 0xDFFF)
            && point != 0xFFFE
            && point != 0xFFFF
        : point == '\n' || point == '\t';
  }

  private static void requireName(String name) {
    boolean good = !name.isEmpty() && Character.isLetter(name.charAt(0));
    for (int i = 0; good && i < name.length(); i++) {
      char each = name.charAt(i);
      good = each < 128 && (Character.isLetterOrDigit(each) || each == '-' || each == ':');
    }
    if (!good) {
      throw new IllegalArgumentException("no name: " + name);
    }
  }

  /** A scheme, a host, or a root: what comes before the first slash tells. */
  private static boolean leadsAway(String link) {
    if (link.startsWith("#")) {
      return false;
    }
    int slash = link.indexOf('/');
    String first = slash < 0 ? link : link.substring(0, slash);
    return slash == 0 || first.indexOf(':') >= 0 || link.indexOf('\\') >= 0;
  }
}
