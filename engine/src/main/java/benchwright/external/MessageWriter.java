package benchwright.external;

import benchwright.Bounds;
import benchwright.Problem;
import benchwright.artifact.Decimals;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes our messages to a program: each is one line, handed over whole. */
final class MessageWriter {
  private static final byte[] TELL = bytes("{\"tell\":[");
  private static final byte[] END = bytes("]}\n");

  private final OutputStream out;
  private byte[] line = new byte[1 << 12];

  MessageWriter(OutputStream out) {
    this.out = out;
  }

  void problem(Problem problem, long seed) throws IOException {
    Bounds bounds = problem.bounds();
    StringBuilder text = new StringBuilder(256);
    text.append("{\"problem\":{\"dimension\":").append(problem.dimension());
    append(",\"lower\":[", bounds.lower(), text);
    append("],\"upper\":[", bounds.upper(), text);
    text.append("],\"budget\":").append(problem.budget());
    text.append(",\"seed\":").append(seed).append("}}\n");
    send(text.toString());
  }

  void tell(double[] values, int count, boolean hexadecimal) throws IOException {
    int needed = TELL.length + count * (Decimals.LONGEST + 1) + END.length;
    if (line.length < needed) {
      line = new byte[needed];
    }
    System.arraycopy(TELL, 0, line, 0, TELL.length);
    int at = TELL.length;
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        line[at++] = ',';
      }
      if (hexadecimal) {
        line[at++] = '"';
        at = Hexadecimal.write(values[i], line, at);
        line[at++] = '"';
      } else {
        at = Decimals.write(values[i], line, at);
      }
    }
    System.arraycopy(END, 0, line, at, END.length);
    out.write(line, 0, at + END.length);
    out.flush();
  }

  void done(String reason) throws IOException {
    send("{\"done\":\"" + reason + "\"}\n");
  }

  private void send(String text) throws IOException {
    out.write(bytes(text));
    out.flush();
  }

  private static void append(String before, double[] numbers, StringBuilder text) {
    text.append(before);
    for (int i = 0; i < numbers.length; i++) {
      text.append(i == 0 ? "" : ",").append(Decimals.json(numbers[i]));
    }
  }

  private static byte[] bytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(bytes, bytes.length);
  }
}
