package benchwright.spark;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What goes back to Benchwright, a frame at a time. */
final class Answers {
  private final DataOutputStream out;

  Answers(OutputStream out) {
    this.out = new DataOutputStream(new BufferedOutputStream(out));
  }

  void greet(int slots) throws IOException {
    out.write("BWCLUST1".getBytes(StandardCharsets.US_ASCII));
    send('S', slots, new byte[0]);
  }

  /** Any thread may send; if nobody reads any more, the end of the input says so as well. */
  synchronized void send(int kind, int number, byte[] bytes) {
    try {
      out.writeByte(kind);
      out.writeInt(number);
      out.writeInt(bytes.length);
      out.write(bytes);
      out.flush();
    } catch (IOException closed) {
      // The pipe is closed at both ends together.
    }
  }
}
