package benchwright.report;

import benchwright.artifact.Decimals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A JSON document written from front to back, an element of a list of objects a line; doubles as in
 * all our files.
 */
final class JsonOut {
  private final Appendable out;
  private boolean first = true;

  JsonOut(Appendable out) {
    this.out = out;
  }

  JsonOut beginObject() {
    separate();
    return open("{");
  }

  JsonOut endObject() {
    first = false;
    return raw("}");
  }

  /** The name of the next value. */
  JsonOut key(String name) {
    separate();
    raw(JsonLine.quoted(name)).raw(":");
    first = true;
    return this;
  }

  JsonOut value(String text) {
    separate();
    first = false;
    return raw(JsonLine.quoted(text));
  }

  JsonOut value(long number) {
    separate();
    first = false;
    return raw(Long.toString(number));
  }

  JsonOut value(double number) {
    separate();
    first = false;
    return raw(Decimals.json(number));
  }

  JsonOut value(boolean truth) {
    separate();
    first = false;
    return raw(Boolean.toString(truth));
  }

  JsonOut with(String name, String text) {
    return key(name).value(text);
  }

  JsonOut with(String name, long number) {
    return key(name).value(number);
  }

  JsonOut with(String name, double number) {
    return key(name).value(number);
  }

  JsonOut with(String name, boolean truth) {
    return key(name).value(truth);
  }

  /** {@code null} for the empty text. */
  JsonOut orNull(String name, String text) {
    if (!text.isEmpty()) {
      return with(name, text);
    }
    key(name);
    first = false;
    return raw("null");
  }

  /** A field whose value is a list of objects, each written by {@code each} between its braces. */
  <T> JsonOut list(String name, List<T> items, BiConsumer<T, JsonOut> each) {
    key(name).open("[");
    for (T item : items) {
      separate();
      raw("\n");
      first = true;
      beginObject();
      each.accept(item, this);
      endObject();
    }
    first = false;
    return raw(items.isEmpty() ? "]" : "\n]");
  }

  /** A field whose value is JSON already; on a line of its own. */
  JsonOut json(String name, String json) {
    separate();
    raw("\n").raw(JsonLine.quoted(name)).raw(":").raw(json);
    first = false;
    return this;
  }

  JsonOut texts(String name, List<String> texts) {
    key(name).open("[");
    texts.forEach(this::value);
    first = false;
    return raw("]");
  }

  JsonOut numbers(String name, double[] numbers) {
    key(name).open("[");
    for (double number : numbers) {
      value(number);
    }
    first = false;
    return raw("]");
  }

  JsonOut line() {
    return raw("\n");
  }

  private JsonOut open(String bracket) {
    first = true;
    return raw(bracket);
  }

  private void separate() {
    if (!first) {
      raw(",");
    }
    first = false;
  }

  private JsonOut raw(String text) {
    try {
      out.append(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }
}
