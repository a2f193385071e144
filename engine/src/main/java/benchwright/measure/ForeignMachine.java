package benchwright.measure;

import oshi.SystemInfo;

/** A machine without {@code /proc}: the only place that loads OSHI. */
final class ForeignMachine {
  private ForeignMachine() {}

  static Hardware hardware() {
    SystemInfo system = new SystemInfo();
    return new Hardware(
        system.getOperatingSystem().getNetworkParams().getHostName(),
        system.getOperatingSystem() + " " + System.getProperty("os.arch"),
        system.getHardware().getProcessor().getProcessorIdentifier().getName().strip(),
        system.getHardware().getMemory().getTotal());
  }
}
