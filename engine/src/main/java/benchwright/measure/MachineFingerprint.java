package benchwright.measure;

import benchwright.artifact.Environment;
import benchwright.artifact.MachineIdentity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What stays the same as long as a machine is the same: the model of its processor, how many are
 * online, the memory that is built in, the operating system without a version, the architecture.
 *
 * <p>Not the clock rate, which is another at each reading; not the host's name, which every
 * container has anew; not the kernel's version, which changes every week and seldom the noise.
 */
public final class MachineFingerprint {
  private static final int DIGITS = 16;
  private static final double GIB = 1L << 30;

  private MachineFingerprint() {}

  /**
   * The identity of the machine that {@code environment} tells of.
   *
   * @param environment of a run on the machine
   * @param processors how many are online
   */
  public static MachineIdentity of(
      Environment environment, int processors, String osName, String architecture) {
    long gib = gib(environment.memoryBytes());
    String os = osName.startsWith("Windows") ? "Windows" : osName;
    String all =
        String.join(
            "\n",
            environment.cpu(),
            Integer.toString(processors),
            Long.toString(gib),
            os,
            architecture);
    return new MachineIdentity(digest(all), environment.cpu(), processors, gib, os, architecture);
  }

  /**
   * The identity of the machine of a run, by what its manifest says; the processors are those that
   * the run might use.
   */
  public static MachineIdentity of(Environment environment) {
    // "Ubuntu 24.04, Linux 6.1.0 amd64": name, version and architecture stand last.
    String system = environment.os().substring(environment.os().lastIndexOf(',') + 1).strip();
    List<String> words = List.of(system.split(" ", -1));
    int rest = Math.max(1, words.size() - 2);
    return of(
        environment,
        environment.cores(),
        String.join(" ", words.subList(0, rest)),
        words.get(words.size() - 1));
  }

  /**
   * What is built in, of which the system keeps a part that changes with its version: rounded up to
   * whole GiB, of large machines to a sixteenth.
   */
  static long gib(long bytes) {
    long gib = (long) Math.ceil(bytes / GIB);
    long step = Math.max(1, Long.highestOneBit(gib) / 16);
    return (gib + step - 1) / step * step;
  }

  private static String digest(String text) {
    try {
      byte[] sha256 =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha256).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
