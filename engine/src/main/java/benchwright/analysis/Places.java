package benchwright.analysis;

import benchwright.artifact.TrendRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Where noisy values are told apart. A machine that takes the place of another begins a series
 * anew; machines that take turns have a series each, and so have JVMs.
 */
final class Places {
  private static final int DIGITS = 8;

  private final Set<String> machinesInTurn;
  private final Set<String> jvmsInTurn;

  /** Of runs in the order of time. */
  Places(List<TrendRun> runs) {
    machinesInTurn = inTurn(runs, TrendRun::fingerprint);
    jvmsInTurn = inTurn(runs, TrendRun::jvm);
  }

  /** What is said behind the id of a series of this run; empty if there is one for all. */
  String of(TrendRun run) {
    List<String> words = new ArrayList<>();
    if (machinesInTurn.contains(group(run))) {
      words.add(run.fingerprint().substring(0, Math.min(DIGITS, run.fingerprint().length())));
    }
    if (jvmsInTurn.contains(group(run))) {
      words.add(run.jvm());
    }
    return String.join("/", words);
  }

  /** The suites and profiles in which something comes back after something else was there. */
  private static Set<String> inTurn(List<TrendRun> runs, Function<TrendRun, String> of) {
    Map<String, String> last = new LinkedHashMap<>();
    Map<String, Set<String>> seen = new LinkedHashMap<>();
    Set<String> found = new LinkedHashSet<>();
    for (TrendRun run : runs) {
      String group = group(run);
      String now = of.apply(run);
      boolean again = !seen.computeIfAbsent(group, g -> new LinkedHashSet<>()).add(now);
      if (again && !now.equals(last.get(group))) {
        found.add(group);
      }
      last.put(group, now);
    }
    return found;
  }

  static String group(TrendRun run) {
    return run.suite() + "\n" + run.profile();
  }
}
