package benchwright.history;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Names of runs and moments in time. Spelled by hand: java.time's formatters take longer to load
 * than a small run takes to be written.
 */
public final class RunIds {
  private static final String HEX = "0123456789abcdef";

  private RunIds() {}

  /**
   * {@code 20261120T114512Z-quick-3f9a}: sorts by time.
   *
   * @param distinction tells runs of the same second apart; its lowest 16 bits are used
   */
  public static String of(Instant startedAt, String profile, int distinction) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(startedAt.getEpochSecond(), 0, ZoneOffset.UTC);
    StringBuilder id = new StringBuilder(32);
    date(time, "", id);
    id.append('T');
    time(time, "", id);
    id.append("Z-").append(profile).append('-');
    for (int shift = 12; shift >= 0; shift -= 4) {
      id.append(HEX.charAt((distinction >> shift) & 15));
    }
    return id.toString();
  }

  /** {@code 2026-11-20T11:45:12.345Z}: milliseconds, always three digits of them. */
  public static String text(Instant moment) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(moment.getEpochSecond(), 0, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(24);
    date(time, "-", text);
    text.append('T');
    time(time, ":", text);
    text.append('.');
    padded(moment.getNano() / 1_000_000, 3, text);
    return text.append('Z').toString();
  }

  private static void date(LocalDateTime time, String separator, StringBuilder to) {
    padded(time.getYear(), 4, to);
    to.append(separator);
    padded(time.getMonthValue(), 2, to);
    to.append(separator);
    padded(time.getDayOfMonth(), 2, to);
  }

  private static void time(LocalDateTime time, String separator, StringBuilder to) {
    padded(time.getHour(), 2, to);
    to.append(separator);
    padded(time.getMinute(), 2, to);
    to.append(separator);
    padded(time.getSecond(), 2, to);
  }

  private static void padded(int number, int length, StringBuilder to) {
    String digits = Integer.toString(number);
    for (int i = digits.length(); i < length; i++) {
      to.append('0');
    }
    to.append(digits);
  }
}
