package benchwright.measure.operation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One fork that a host is asked to make; with 0 forks, only whether its profilers can be used.
 *
 * @param stub the method that calls what is measured, with its class
 * @param title names the files of profilers
 * @param forks 0 or 1
 * @param warmups iterations whose time is not kept; 0 for one call in a fresh JVM
 * @param iterations how long they are, and how many are kept
 * @param threads how many at a time
 * @param timeoutSeconds after which JMH interrupts an iteration
 * @param options of the fork's JVM
 * @param profilers beside {@code gc}
 * @param profiles where profilers write
 */
record Job(
    String stub,
    String title,
    int forks,
    int warmups,
    Iterations iterations,
    int threads,
    long timeoutSeconds,
    List<String> options,
    List<String> profilers,
    String profiles) {

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(stub);
    out.writeUTF(title);
    out.writeInt(forks);
    out.writeInt(warmups);
    out.writeLong(iterations.warmupMillis());
    out.writeLong(iterations.measuredMillis());
    out.writeInt(iterations.measured());
    out.writeInt(threads);
    out.writeLong(timeoutSeconds);
    writeAll(out, options);
    writeAll(out, profilers);
    out.writeUTF(profiles);
    out.flush();
  }

  static Job read(DataInputStream in) throws IOException {
    return new Job(
        in.readUTF(),
        in.readUTF(),
        in.readInt(),
        in.readInt(),
        new Iterations(in.readLong(), in.readLong(), in.readInt()),
        in.readInt(),
        in.readLong(),
        readAll(in),
        readAll(in),
        in.readUTF());
  }

  static void writeAll(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  static List<String> readAll(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(in.readUTF());
    }
    return texts;
  }
}
