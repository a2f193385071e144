package benchwright.measure.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Picks the numbers out of a stream of text, the first 10,000 of them, in their order.
 *
 * <p>A number stands between blanks or one of {@code = : , ; ( ) [ ] { } < > " ' | %}, and is
 * decimal, or one of the words {@code nan}, {@code inf} and {@code infinity}, in any case and with
 * a sign or not. So the digits in {@code f10}, {@code 1.2.3} and {@code 2026-11-20} are none.
 */
final class NumberScanner {
  /** More are not kept. */
  static final int MOST = 10_000;

  private static final String SEPARATORS = " \t\r\n\f=:,;()[]{}<>\"'|%";
  private static final int LONGEST = 400;
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

  private final boolean[] separates = new boolean[256];
  private final List<Double> numbers = new ArrayList<>();
  private final byte[] word = new byte[LONGEST];
  // Of the word that is being read; one that is no number is passed over without being kept.
  private int length;
  private boolean hopeless;

  NumberScanner() {
    for (int i = 0; i < SEPARATORS.length(); i++) {
      separates[SEPARATORS.charAt(i)] = true;
    }
  }

  boolean isFull() {
    return numbers.size() >= MOST;
  }

  /** Takes in what follows. */
  void scan(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      byte c = bytes[i];
      if (separates[c & 0xff]) {
        take();
        if (isFull()) {
          return;
        }
      } else if (!hopeless) {
        keep(c);
      }
    }
  }

  private void keep(byte c) {
    if (length == LONGEST || (length == 0 && !canBegin(c))) {
      hopeless = true;
    } else {
      word[length++] = c;
    }
  }

  private static boolean canBegin(byte c) {
    return (c >= '0' && c <= '9') || "+-.nNiI".indexOf(c) >= 0;
  }

  private void take() {
    if (length > 0 && !hopeless) {
      OptionalDouble number = number(new String(word, 0, length, StandardCharsets.ISO_8859_1));
      if (number.isPresent() && !isFull()) {
        numbers.add(number.getAsDouble());
      }
    }
    length = 0;
    hopeless = false;
  }

  private static OptionalDouble number(String text) {
    // A full stop may end a sentence.
    String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (DECIMAL.matcher(bare).matches()) {
      return OptionalDouble.of(Double.parseDouble(bare));
    }
    return switch (bare.toLowerCase(Locale.ROOT)) {
      case "nan", "+nan", "-nan" -> OptionalDouble.of(Double.NaN);
      case "inf", "+inf", "infinity", "+infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
      case "-inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
      default -> OptionalDouble.empty();
    };
  }

  /** All of them; nothing follows. */
  List<Double> finish() {
    take();
    return List.copyOf(numbers);
  }
}
