package benchwright.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sets processors to a frequency that does not change by itself, and puts them back.
 *
 * <p>What was set before is written below {@code /run} first, which lives exactly as long as these
 * settings do: until the machine is started again. So an interruption at any moment leaves behind
 * what {@link #restore} needs, and tuning twice does not forget what was there at first.
 */
public final class Tuning {
  static final String NO_TURBO = "sys/devices/system/cpu/intel_pstate/no_turbo";
  static final String BOOST = "sys/devices/system/cpu/cpufreq/boost";
  static final String STATE = "run/benchwright-tune";

  private static final String CPU = "sys/devices/system/cpu";
  private static final String GOVERNOR = "/cpufreq/scaling_governor";

  /**
   * What came of it.
   *
   * @param done sentences: what was set
   * @param absent sentences: what this system does not let anybody set
   * @param refused sentences: what could not be set, and why
   */
  public record Outcome(List<String> done, List<String> absent, List<String> refused) {
    public Outcome {
      done = List.copyOf(done);
      absent = List.copyOf(absent);
      refused = List.copyOf(refused);
    }
  }

  private final SystemFiles files;

  /**
   * @param root the root of the file system, {@code /}; elsewhere in tests
   */
  public Tuning(Path root) {
    files = new SystemFiles(root);
  }

  /** The files of the governors, one for each processor. */
  static List<String> governors(SystemFiles files) {
    List<String> governors = new ArrayList<>();
    for (String cpu : files.in(CPU, "cpu[0-9]*")) {
      if (files.exists(cpu + GOVERNOR)) {
        governors.add(cpu + GOVERNOR);
      }
    }
    return governors;
  }

  /** Whether something was set and not put back. */
  public boolean isTuned() {
    return files.exists(STATE);
  }

  /** Governor {@code performance}, no turbo. */
  public Outcome tune() {
    Map<String, String> wanted = new LinkedHashMap<>();
    for (String governor : governors(files)) {
      wanted.put(governor, "performance");
    }
    if (files.exists(NO_TURBO)) {
      wanted.put(NO_TURBO, "1");
    } else if (files.exists(BOOST)) {
      wanted.put(BOOST, "0");
    }
    List<String> absent = new ArrayList<>();
    if (governors(files).isEmpty()) {
      absent.add("The system shows no frequency governor here: its host sets the clock rate.");
    }
    if (!files.exists(NO_TURBO) && !files.exists(BOOST)) {
      absent.add("The system shows no switch for turbo here.");
    }
    wanted
        .entrySet()
        .removeIf(each -> files.text(each.getKey()).equals(Optional.of(each.getValue())));
    if (wanted.isEmpty()) {
      return new Outcome(List.of(), absent, List.of());
    }
    Optional<String> unkept = keep(wanted);
    return unkept.isPresent()
        ? new Outcome(List.of(), absent, List.of(unkept.get()))
        : set(wanted, absent, List.of());
  }

  /** Puts back what {@link #tune} found; nothing if there is nothing to put back. */
  public Outcome restore() {
    Map<String, String> before = new LinkedHashMap<>();
    List<String> refused = new ArrayList<>();
    for (String line : files.text(STATE).orElse("").lines().toList()) {
      int blank = line.indexOf(' ');
      String file = line.substring(0, Math.max(0, blank));
      // Nothing but what tune writes: the file may have been tampered with.
      if (file.equals(NO_TURBO)
          || file.equals(BOOST)
          || file.matches(CPU + "/cpu[0-9]+" + GOVERNOR)) {
        before.put(file, line.substring(blank + 1));
      } else {
        refused.add("Nothing of ours: " + line);
      }
    }
    Outcome outcome = set(before, List.of(), refused);
    if (outcome.refused().isEmpty() && isTuned()) {
      try {
        Files.delete(files.path(STATE));
      } catch (IOException e) {
        refused.add("Cannot delete " + files.path(STATE) + ": " + reason(e) + ".");
        return new Outcome(outcome.done(), List.of(), refused);
      }
    }
    return outcome;
  }

  /** Adds what is set now to what was kept before; what stands there already is older and stays. */
  private Optional<String> keep(Map<String, String> wanted) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (String line : files.text(STATE).orElse("").lines().toList()) {
      kept.put(line.substring(0, Math.max(0, line.indexOf(' '))), line);
    }
    for (String file : wanted.keySet()) {
      files.text(file).ifPresent(value -> kept.putIfAbsent(file, file + " " + value));
    }
    Path state = files.path(STATE);
    Path partial = files.path(STATE + ".partial");
    try {
      Files.writeString(partial, String.join("\n", kept.values()) + "\n");
      Files.move(partial, state, StandardCopyOption.ATOMIC_MOVE);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          "Nothing was set: what is set now cannot be kept in " + state + ": " + reason(e) + ".");
    }
  }

  private Outcome set(Map<String, String> values, List<String> absent, List<String> refused) {
    List<String> done = new ArrayList<>();
    List<String> problems = new ArrayList<>(refused);
    values.forEach(
        (file, value) -> {
          String was = files.text(file).orElse("");
          try {
            // Never created: a processor may have gone offline.
            Files.write(
                files.path(file),
                value.getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
            done.add(files.path(file) + ": " + was + " → " + value);
          } catch (IOException e) {
            problems.add("Cannot set " + files.path(file) + ": " + reason(e) + ".");
          }
        });
    return new Outcome(done, absent, problems);
  }

  private static String reason(IOException e) {
    return e instanceof AccessDeniedException
        ? "only root may, such as with sudo"
        : e instanceof NoSuchFileException ? "it is not there" : String.valueOf(e.getMessage());
  }
}
