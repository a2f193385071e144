package benchwright.measure.command;

import benchwright.external.Leash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The devices for computing that this machine has, as the vendor's {@code nvidia-smi} tells them.
 *
 * @param present those that there are, in its order
 * @param reason why there is none, as a clause; empty if there is one
 */
public record Devices(List<Device> present, String reason) {
  private static final String TOOL = "nvidia-smi";
  private static final long PATIENCE_SECONDS = 20;
  private static final long MEBI = 1 << 20;

  public Devices {
    present = List.copyOf(present);
  }

  /**
   * One of them.
   *
   * @param index by which CUDA_VISIBLE_DEVICES names it
   * @param memoryBytes 0 if it is not told
   */
  public record Device(String index, String name, long memoryBytes) {}

  /**
   * Asks for them.
   *
   * @param environment where PATH says where to look for the tool
   */
  public static Devices look(Map<String, String> environment) {
    String tool = Leash.find(TOOL, environment.getOrDefault("PATH", ""));
    if (tool.isEmpty()) {
      return new Devices(List.of(), "there is no " + TOOL + " on the search path");
    }
    try {
      List<Device> present = new ArrayList<>();
      for (List<String> row : ask(tool, "index,name,memory.total")) {
        present.add(new Device(row.get(0), row.get(1), bytes(row.get(2))));
      }
      return new Devices(present, present.isEmpty() ? TOOL + " knows of none" : "");
    } catch (IOException failed) {
      return new Devices(List.of(), TOOL + " fails: " + failed.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Devices(List.of(), "the question was stopped");
    }
  }

  /** One row for each device. */
  static List<List<String>> ask(String tool, String fields)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(tool, "--query-gpu=" + fields, "--format=csv,noheader,nounits")
            .redirectErrorStream(true)
            .start();
    try (InputStream output = process.getInputStream()) {
      process.getOutputStream().close();
      // Few lines, which a pipe holds: nobody waits for a reader.
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("it does not end within " + PATIENCE_SECONDS + " s");
      }
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.exitValue() != 0) {
        throw new IOException(text.isEmpty() ? "it says nothing" : text.lines().toList().get(0));
      }
      int count = fields.split(",", -1).length;
      List<List<String>> rows = new ArrayList<>();
      for (String line : text.lines().toList()) {
        List<String> row = List.of(line.strip().split("\\s*,\\s*", -1));
        if (row.size() != count) {
          throw new IOException("it says «" + line.strip() + "»");
        }
        rows.add(row);
      }
      return rows;
    } finally {
      process.destroyForcibly();
    }
  }

  /** A number of mebibytes; 0 for words such as {@code [N/A]}. */
  static long bytes(String mebibytes) {
    try {
      return Math.round(Double.parseDouble(mebibytes) * MEBI);
    } catch (NumberFormatException none) {
      return 0;
    }
  }
}
