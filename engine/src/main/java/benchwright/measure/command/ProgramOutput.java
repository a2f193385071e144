package benchwright.measure.command;

import benchwright.measure.Reading.Figure;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Reads all that a program writes to its standard output, in a thread of its own, and keeps what it
 * says of itself and the numbers in the rest: little, however much it writes.
 */
final class ProgramOutput {
  private static final int CHUNK = 1 << 16;
  private static final int LONGEST_MESSAGE = 4096;
  private static final long FAREWELL_MILLIS = 2_000;

  /** Where in a line it is. */
  private enum At {
    BEGIN,
    MESSAGE,
    TEXT
  }

  private final InputStream in;
  private final boolean collecting;
  private final Thread reader;
  private final Messages messages = new Messages();
  private final NumberScanner scanner = new NumberScanner();
  private final byte[] line = new byte[LONGEST_MESSAGE];
  private int length;
  private At at = At.BEGIN;

  /**
   * @param collecting whether numbers are kept
   */
  ProgramOutput(InputStream in, boolean collecting) {
    this.in = in;
    this.collecting = collecting;
    this.reader = new Thread(this::read, "program-output");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    byte[] bytes = new byte[CHUNK];
    try {
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        take(bytes, count);
      }
    } catch (IOException closed) {
      // The program is gone, and what it said is kept.
    }
  }

  private synchronized void take(byte[] bytes, int count) {
    int i = 0;
    while (i < count) {
      switch (at) {
        case BEGIN -> {
          byte c = bytes[i];
          if (c == '{') {
            at = At.MESSAGE;
            length = 0;
          } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            i++;
          } else {
            at = At.TEXT;
          }
        }
        case MESSAGE -> {
          int end = endOfLine(bytes, i, count);
          if (length + end - i > LONGEST_MESSAGE) {
            scan(line, 0, length);
            at = At.TEXT;
          } else {
            System.arraycopy(bytes, i, line, length, end - i);
            length += end - i;
            i = end;
            if (end < count) {
              endMessage();
            }
          }
        }
        case TEXT -> {
          int end = endOfLine(bytes, i, count);
          scan(bytes, i, end);
          i = end;
          if (end < count) {
            endText();
          }
        }
      }
    }
  }

  private static int endOfLine(byte[] bytes, int start, int end) {
    int i = start;
    while (i < end && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  private void endMessage() {
    if (!messages.take(Arrays.copyOf(line, length))) {
      scan(line, 0, length);
    }
    endText();
  }

  private void endText() {
    scan(new byte[] {'\n'}, 0, 1);
    at = At.BEGIN;
  }

  private void scan(byte[] bytes, int start, int end) {
    if (collecting) {
      scanner.scan(bytes, start, end);
    }
  }

  /**
   * To be called when the program has ended. Who still holds its output then has escaped, and what
   * it says is not waited for.
   */
  void await() {
    try {
      TimeUnit.MILLISECONDS.timedJoin(reader, FAREWELL_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      if (at == At.MESSAGE) {
        endMessage();
      }
    }
  }

  /** What it said of itself, each name once. */
  synchronized List<Figure> metrics() {
    return messages.metrics();
  }

  /** The parts of the run, each name once, in seconds. */
  synchronized List<Figure> stages() {
    return messages.stages();
  }

  synchronized List<Double> numbers() {
    return scanner.finish();
  }
}
