package benchwright.measure;

import benchwright.artifact.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kotlin.KotlinVersion;

/**
 * The machine that a run is made on, read from {@code /proc} and {@code /sys} where there are such:
 * a library that knows all systems costs more time than a quick suite.
 */
public final class Machine {
  private static final String UNKNOWN = "unknown";
  private static final long CLOCK_TICK_NANOS = 10_000_000;

  private final Path root;

  /**
   * @param root the root of the file system, {@code /}; elsewhere in tests.
   */
  public Machine(Path root) {
    this.root = root;
  }

  /**
   * The machine, the programs on it, and what makes it a poor place to measure at this moment;
   * {@code unknown} or 0 where it does not tell.
   */
  public Environment environment(String benchwright) {
    Optional<String> cpu = read("proc/cpuinfo");
    Optional<String> memory = read("proc/meminfo");
    Hardware hardware =
        cpu.isPresent() && memory.isPresent()
            ? new Hardware(
                read("proc/sys/kernel/hostname").map(String::strip).orElse(UNKNOWN),
                system(),
                field(cpu.get(), "model name").orElseGet(() -> System.getProperty("os.arch")),
                field(memory.get(), "MemTotal").map(Machine::kilobytes).orElse(0L))
            : ForeignMachine.hardware();
    int cores = Runtime.getRuntime().availableProcessors();
    return new Environment(
        hardware.host(),
        hardware.os(),
        hardware.cpu(),
        cores,
        hardware.memoryBytes(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        KotlinVersion.CURRENT.toString(),
        benchwright,
        governor(),
        warnings(cores));
  }

  /** The largest resident size that this process has had, 0 if the system does not tell. */
  public long peakResidentBytes() {
    return read("proc/self/status")
        .flatMap(status -> field(status, "VmHWM"))
        .map(Machine::kilobytes)
        .orElse(0L);
  }

  /** The processor time of this process and its ended children, 0 if the system does not tell. */
  public long cpuNanos() {
    Optional<String> stat = read("proc/self/stat");
    if (stat.isEmpty()) {
      return 0;
    }
    // The second field is the name in parentheses, which may hold anything, blanks too.
    String[] fields = stat.get().substring(stat.get().lastIndexOf(')') + 2).split(" ", -1);
    long ticks = 0;
    for (int i = 11; i <= 14; i++) {
      ticks += Long.parseLong(fields[i]);
    }
    return ticks * CLOCK_TICK_NANOS;
  }

  private String system() {
    String kernel =
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch");
    return read("etc/os-release")
        .flatMap(release -> assigned(release, "PRETTY_NAME"))
        .map(name -> name + ", " + kernel)
        .orElse(kernel);
  }

  private String governor() {
    return read("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")
        .map(String::strip)
        .orElse("");
  }

  private List<String> warnings(int cores) {
    List<String> warnings = new ArrayList<>();
    Optional<String> load = read("proc/loadavg").map(text -> text.substring(0, text.indexOf(' ')));
    if (load.isPresent() && Double.parseDouble(load.get()) > 0.5 * cores) {
      warnings.add(
          "The machine was busy when the run began (load "
              + load.get()
              + " on "
              + cores
              + " cores): do not trust its times.");
    }
    String governor = governor();
    if (!governor.isEmpty() && !governor.equals("performance")) {
      warnings.add("The frequency governor is " + governor + ": times vary with the clock rate.");
    }
    return List.copyOf(warnings);
  }

  /** What stands after {@code name}, blanks and a colon. */
  private static Optional<String> field(String text, String name) {
    return line(text, name).map(rest -> rest.substring(rest.indexOf(':') + 1).strip());
  }

  private static Optional<String> assigned(String text, String name) {
    return line(text, name + "=").map(rest -> rest.replace("\"", "").strip());
  }

  /** The rest of the first line that begins so; asked after every trial, so it splits nothing. */
  private static Optional<String> line(String text, String beginning) {
    int start = text.startsWith(beginning) ? 0 : text.indexOf("\n" + beginning) + 1;
    if (start == 0 && !text.startsWith(beginning)) {
      return Optional.empty();
    }
    int end = text.indexOf('\n', start);
    return Optional.of(text.substring(start + beginning.length(), end < 0 ? text.length() : end));
  }

  /** Bytes of {@code "24105 kB"}. */
  private static long kilobytes(String text) {
    int blank = text.indexOf(' ');
    return 1024 * Long.parseLong(blank < 0 ? text : text.substring(0, blank));
  }

  private Optional<String> read(String path) {
    try {
      return Optional.of(
          new String(Files.readAllBytes(root.resolve(path)), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
