package benchwright.measure.operation;

import benchwright.measure.Reading;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a host says of a {@link Job}. Times are nanoseconds for one call.
 *
 * @param failure what went wrong; empty if nothing did
 * @param jmh its version
 * @param blackhole how results are used up: {@code compiler}, {@code full}, …
 * @param options of the fork's JVM, without those that only join it to its host
 * @param warmupNanos one for each iteration that only warmed up
 * @param wallNanos one for each that is kept
 * @param allocatedBytes for one call; NaN if the JVM does not tell
 * @param collections garbage collections in the iterations that are kept
 * @param collectionNanos the time that they took
 * @param figures of other profilers
 */
record Answer(
    String failure,
    String jmh,
    String blackhole,
    List<String> options,
    List<Double> warmupNanos,
    List<Double> wallNanos,
    double allocatedBytes,
    double collections,
    double collectionNanos,
    List<Reading.Figure> figures) {
  private static final int LONGEST = 4_000;

  /** Of a job that failed. */
  static Answer failed(String failure) {
    return new Answer(
        failure.isEmpty() ? "it failed and said nothing" : failure,
        "",
        "",
        List.of(),
        List.of(),
        List.of(),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        List.of());
  }

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(failure.length() > LONGEST ? failure.substring(0, LONGEST) + "…" : failure);
    out.writeUTF(jmh);
    out.writeUTF(blackhole);
    Job.writeAll(out, options);
    writeAll(out, warmupNanos);
    writeAll(out, wallNanos);
    out.writeDouble(allocatedBytes);
    out.writeDouble(collections);
    out.writeDouble(collectionNanos);
    out.writeInt(figures.size());
    for (Reading.Figure figure : figures) {
      out.writeUTF(figure.name());
      out.writeUTF(figure.unit());
      out.writeDouble(figure.value());
    }
    out.flush();
  }

  static Answer read(DataInputStream in) throws IOException {
    return new Answer(
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        Job.readAll(in),
        readAll(in),
        readAll(in),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        readFigures(in));
  }

  private static void writeAll(DataOutputStream out, List<Double> values) throws IOException {
    out.writeInt(values.size());
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  private static List<Double> readAll(DataInputStream in) throws IOException {
    List<Double> values = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      values.add(in.readDouble());
    }
    return values;
  }

  private static List<Reading.Figure> readFigures(DataInputStream in) throws IOException {
    List<Reading.Figure> figures = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      figures.add(new Reading.Figure(in.readUTF(), in.readUTF(), in.readDouble()));
    }
    return figures;
  }
}
