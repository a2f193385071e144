package benchwright.measure.command;

import benchwright.external.Leash;
import benchwright.measure.Reading.Figure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Looks at the devices that a program was offered, again and again while it runs. */
final class DeviceWatch implements AutoCloseable {
  private static final long PAUSE_MILLIS = 200;

  private final String tool;
  private final List<String> devices;
  private final Map<String, List<Double>> utilizations = new TreeMap<>();
  private final Map<String, Long> memory = new TreeMap<>();
  private final Thread thread = new Thread(this::watch, "device-watch");
  private boolean over;

  /** Begins to look, if there are devices and somebody to ask. */
  DeviceWatch(List<String> devices, Map<String, String> environment) {
    this.devices = devices;
    this.tool = Leash.find("nvidia-smi", environment.getOrDefault("PATH", ""));
    if (!devices.isEmpty() && !tool.isEmpty()) {
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void watch() {
    try {
      while (take(Devices.ask(tool, "index,utilization.gpu,memory.used"))) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    } catch (IOException | InterruptedException noMore) {
      // What was seen is kept.
    }
  }

  /** False if the program has ended meanwhile: then this says nothing about it. */
  private synchronized boolean take(List<List<String>> rows) {
    for (List<String> row : over ? List.<List<String>>of() : rows) {
      String device = row.get(0);
      if (devices.contains(device)) {
        try {
          double utilization = Double.parseDouble(row.get(1));
          utilizations.computeIfAbsent(device, key -> new ArrayList<>()).add(utilization);
        } catch (NumberFormatException notTold) {
          // Some devices do not tell.
        }
        memory.merge(device, Devices.bytes(row.get(2)), Math::max);
      }
    }
    return !over;
  }

  /**
   * What was seen until now, which is the end: the mean utilization in percent, and the most memory
   * in bytes.
   */
  synchronized List<Figure> figures() {
    over = true;
    List<Figure> figures = new ArrayList<>();
    for (String device : devices) {
      List<Double> seen = utilizations.getOrDefault(device, List.of());
      if (!seen.isEmpty()) {
        double mean = seen.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        figures.add(new Figure("gpu" + device + " utilization", "%", mean));
      }
      long most = memory.getOrDefault(device, 0L);
      if (most > 0) {
        figures.add(new Figure("gpu" + device + " memory", "bytes", most));
      }
    }
    return figures;
  }

  /** Looks no more. */
  @Override
  public void close() {
    synchronized (this) {
      over = true;
    }
    thread.interrupt();
  }
}
