package benchwright.measure;

import benchwright.artifact.MachineState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * Reads the state of a Linux machine from {@code /proc} and {@code /sys}, in a few milliseconds and
 * without any rights. On other systems, and where a container hides something, that is unknown.
 */
public final class Sensors {
  private static final String CPU = "sys/devices/system/cpu";

  private final SystemFiles files;

  /**
   * @param root the root of the file system, {@code /}; elsewhere in tests
   */
  public Sensors(Path root) {
    files = new SystemFiles(root);
  }

  /** How the machine is now. */
  public Glance glance() {
    long[] ticks = ticks();
    long all = 0;
    // The last two, guests, are in user and nice already.
    for (int i = 0; i < Math.min(8, ticks.length); i++) {
      all += ticks[i];
    }
    MachineState state =
        new MachineState(
            processors(),
            load(),
            Double.NaN,
            Double.NaN,
            governor(),
            turbo(),
            aslr(),
            celsius(),
            throttlings(),
            power(),
            quota(),
            virtualization(),
            smt());
    return new Glance(
        state, all, ticks.length > 4 ? ticks[3] + ticks[4] : 0, ticks.length > 7 ? ticks[7] : 0);
  }

  /**
   * How the machine is while nothing is done for {@code time}, so that all that keeps it busy is
   * others'.
   *
   * @throws InterruptedException if this thread is interrupted meanwhile
   */
  public MachineState watch(Duration time) throws InterruptedException {
    Glance before = glance();
    Thread.sleep(time.toMillis());
    return glance().since(before);
  }

  /** user nice system idle iowait irq softirq steal guest guest_nice. */
  private long[] ticks() {
    Optional<String> stat = files.text("proc/stat");
    if (stat.isEmpty() || !stat.get().startsWith("cpu ")) {
      return new long[0];
    }
    String[] fields = stat.get().lines().findFirst().orElse("").split(" +", -1);
    long[] ticks = new long[fields.length - 1];
    for (int i = 1; i < fields.length; i++) {
      ticks[i - 1] = Long.parseLong(fields[i]);
    }
    return ticks;
  }

  /** How many processors are online. */
  public int processors() {
    return files
        .text(CPU + "/online")
        .map(Sensors::count)
        .filter(count -> count > 0)
        .orElseGet(() -> Runtime.getRuntime().availableProcessors());
  }

  /** How many numbers {@code 0-3,8} names; 0 if it names none. */
  static int count(String ranges) {
    int count = 0;
    for (String range : ranges.split(",", -1)) {
      String[] ends = range.strip().split("-", -1);
      try {
        int first = Integer.parseInt(ends[0]);
        count += ends.length == 1 ? 1 : Integer.parseInt(ends[1]) - first + 1;
      } catch (NumberFormatException e) {
        return 0;
      }
    }
    return count;
  }

  private double load() {
    return files
        .text("proc/loadavg")
        .map(text -> Double.parseDouble(text.split(" ", -1)[0]))
        .orElse(Double.NaN);
  }

  private String governor() {
    TreeSet<String> governors = new TreeSet<>();
    for (String file : Tuning.governors(files)) {
      files.text(file).ifPresent(governors::add);
    }
    return String.join(",", governors);
  }

  private String turbo() {
    OptionalLong off = files.number(Tuning.NO_TURBO);
    if (off.isPresent()) {
      return off.getAsLong() == 1 ? "off" : "on";
    }
    OptionalLong on = files.number(Tuning.BOOST);
    return on.isEmpty() ? "" : on.getAsLong() == 1 ? "on" : "off";
  }

  private String aslr() {
    return switch (files.text("proc/sys/kernel/randomize_va_space").orElse("")) {
      case "0" -> "off";
      case "1" -> "partial";
      case "2" -> "full";
      default -> "";
    };
  }

  private double celsius() {
    double hottest = Double.NaN;
    for (String zone : files.in("sys/class/thermal", "thermal_zone*")) {
      OptionalLong thousandths = files.number(zone + "/temp");
      // Zones without a sensor tell 0 or less.
      if (thousandths.isPresent() && thousandths.getAsLong() > 0) {
        double here = thousandths.getAsLong() / 1000.0;
        hottest = Double.isNaN(hottest) ? here : Math.max(hottest, here);
      }
    }
    return hottest;
  }

  private long throttlings() {
    long sum = 0;
    for (String cpu : files.in(CPU, "cpu[0-9]*")) {
      sum += files.number(cpu + "/thermal_throttle/core_throttle_count").orElse(0);
      sum += files.number(cpu + "/thermal_throttle/package_throttle_count").orElse(0);
    }
    return sum;
  }

  private String power() {
    boolean mains = false;
    boolean battery = false;
    for (String supply : files.in("sys/class/power_supply", "*")) {
      switch (files.text(supply + "/type").orElse("")) {
        case "Mains", "USB" -> mains |= files.number(supply + "/online").orElse(0) == 1;
        case "Battery" ->
            battery |= files.text(supply + "/status").filter("Discharging"::equals).isPresent();
        default -> {}
      }
    }
    return mains ? "mains" : battery ? "battery" : "";
  }

  /** Of this process's control group and those above it, the least; of version 1 its own only. */
  private double quota() {
    double least = Double.NaN;
    String group =
        files
            .text("proc/self/cgroup")
            .flatMap(text -> text.lines().filter(line -> line.startsWith("0::")).findFirst())
            .map(line -> line.substring("0::/".length()))
            .orElse("");
    for (Path at = Path.of(group); at != null; at = at.getParent()) {
      least = lesser(least, files.text("sys/fs/cgroup/" + at + "/cpu.max"));
    }
    least = lesser(least, files.text("sys/fs/cgroup/cpu.max"));
    Optional<String> quota = files.text("sys/fs/cgroup/cpu/cpu.cfs_quota_us");
    Optional<String> period = files.text("sys/fs/cgroup/cpu/cpu.cfs_period_us");
    return quota.isPresent() && period.isPresent()
        ? lesser(least, Optional.of(quota.get() + " " + period.get()))
        : least;
  }

  /** {@code 150000 100000} are one and a half processors, {@code max} or -1 all that there are. */
  private static double lesser(double least, Optional<String> max) {
    String[] parts = max.orElse("max").split(" ", -1);
    if (parts.length < 2 || parts[0].equals("max") || parts[0].equals("-1")) {
      return least;
    }
    double processors = Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    return Double.isNaN(least) ? processors : Math.min(least, processors);
  }

  private String virtualization() {
    List<String> seen = new ArrayList<>();
    if (files.text("proc/cpuinfo").filter(text -> text.contains(" hypervisor")).isPresent()) {
      seen.add("virtual machine");
    }
    if (files.exists(".dockerenv") || files.exists("run/.containerenv")) {
      seen.add("container");
    }
    return String.join(",", seen);
  }

  private String smt() {
    OptionalLong active = files.number(CPU + "/smt/active");
    return active.isEmpty() ? "" : active.getAsLong() == 1 ? "on" : "off";
  }
}
