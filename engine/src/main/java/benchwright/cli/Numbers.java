package benchwright.cli;

import java.time.Duration;
import java.util.Optional;

/** Numbers on the command line. */
final class Numbers {
  private Numbers() {}

  static Optional<Integer> positive(Arguments arguments, Flag flag) throws Complaint {
    Optional<String> text = arguments.value(flag.name());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= 1) {
        return Optional.of(number);
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw Complaint.usage(flag.name() + " takes a whole number from 1; got \"" + text.get() + "\"");
  }

  /** {@code 500ms}, {@code 30s}, {@code 2m}, {@code 1h}: a duration says its unit. */
  static Optional<Duration> duration(Arguments arguments, Flag flag) throws Complaint {
    Optional<String> given = arguments.value(flag.name());
    if (given.isEmpty()) {
      return Optional.empty();
    }
    String text = given.get();
    int digits = 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    long millis =
        switch (text.substring(digits)) {
          case "ms" -> 1;
          case "s" -> 1_000;
          case "m", "min" -> 60_000;
          case "h" -> 3_600_000;
          default -> 0;
        };
    // Nine digits of hours are longer than anybody waits, and no overflow.
    if (digits == 0 || digits > 9 || millis == 0 || Long.parseLong(text, 0, digits, 10) == 0) {
      throw Complaint.usage(
          flag.name() + " takes a duration with its unit, ms, s, m or h; got \"" + text + "\"",
          "for example " + flag.name() + " 30s");
    }
    return Optional.of(Duration.ofMillis(millis * Long.parseLong(text, 0, digits, 10)));
  }
}
