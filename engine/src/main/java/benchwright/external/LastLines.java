package benchwright.external;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Reads all that a program writes to its standard error, and keeps the end of it. */
public final class LastLines {
  private static final int KEPT = 1 << 13;
  private static final int SHOWN_LINES = 5;
  private static final int SHOWN = 400;
  private static final char REPLACEMENT = '\uFFFD';
  private static final long FAREWELL_MILLIS = 1_000;

  private final InputStream in;
  private final Thread reader;
  private final byte[] kept = new byte[KEPT];
  private long total;

  /** Begins to read, in a thread of its own. */
  public LastLines(InputStream in) {
    this.in = in;
    this.reader = new Thread(this::read, "program-errors");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    byte[] bytes = new byte[KEPT];
    try {
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        keep(bytes, count);
      }
    } catch (IOException closed) {
      // The program is gone, and what it said is kept.
    }
  }

  private synchronized void keep(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      kept[(int) ((total + i) % KEPT)] = bytes[i];
    }
    total += count;
  }

  /** The last lines, in one; to be asked when the program has ended. */
  public String text() {
    try {
      TimeUnit.MILLISECONDS.timedJoin(reader, FAREWELL_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    List<String> lines = all().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    StringBuilder text = new StringBuilder();
    for (String line : lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size())) {
      text.append(text.isEmpty() ? "" : " | ");
      line.codePoints()
          .forEach(c -> text.appendCodePoint(Character.isISOControl(c) ? REPLACEMENT : c));
    }
    return text.length() <= SHOWN ? text.toString() : "…" + text.substring(text.length() - SHOWN);
  }

  private synchronized String all() {
    int size = (int) Math.min(total, KEPT);
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = kept[(int) ((total - size + i) % KEPT)];
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
