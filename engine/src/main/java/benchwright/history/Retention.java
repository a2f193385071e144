package benchwright.history;

import benchwright.artifact.Manifest;
import benchwright.artifact.RunStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which runs of a store are kept: of each suite and profile the newest run of each day, and of each
 * week, that has one, up to so many days and weeks; and those that are held.
 *
 * @param daily how many days
 * @param weekly how many weeks
 * @param tagged full ids of commits whose runs are kept
 * @param held ids of runs that are kept, such as those of baselines
 */
public record Retention(int daily, int weekly, Set<String> tagged, Set<String> held) {
  /** What becomes of a run, and why. */
  public record Fate(StoredRun run, boolean kept, String reason) {}

  public Retention {
    tagged = Set.copyOf(tagged);
    held = Set.copyOf(held);
  }

  /** In the order of {@code runs}. */
  public List<Fate> fates(List<StoredRun> runs) {
    Map<StoredRun, String> kept = new HashMap<>();
    Map<String, Set<String>> days = new HashMap<>();
    Map<String, Set<String>> weeks = new HashMap<>();
    List<StoredRun> newest = new ArrayList<>(runs);
    newest.sort(Comparator.comparing(Retention::startedAt).reversed());
    for (StoredRun run : newest) {
      if (run.manifest().isEmpty()) {
        kept.put(run, "cannot be read: nobody knows what it is");
        continue;
      }
      Manifest manifest = run.manifest().get();
      if (manifest.status() == RunStatus.INTERRUPTED) {
        kept.put(run, "is not finished");
        continue;
      }
      String group = manifest.suite().name() + "\n" + manifest.profile();
      LocalDate date = date(manifest.startedAt());
      boolean day = isNew(days, group, date.toString(), daily);
      boolean week = isNew(weeks, group, week(date), weekly);
      if (held.contains(manifest.runId())) {
        kept.put(run, "a baseline names it");
      } else if (!manifest.commit().sha().isEmpty() && tagged.contains(manifest.commit().sha())) {
        kept.put(run, "its commit is tagged");
      } else if (day) {
        kept.put(run, "newest of " + date);
      } else if (week) {
        kept.put(run, "newest of week " + week(date));
      }
    }
    List<Fate> fates = new ArrayList<>();
    for (StoredRun run : runs) {
      String reason = kept.get(run);
      fates.add(new Fate(run, reason != null, reason == null ? "newer ones stand for it" : reason));
    }
    return fates;
  }

  /** Whether it is the first of its day or week, and that one is among the newest that count. */
  private static boolean isNew(
      Map<String, Set<String>> seen, String group, String period, int most) {
    Set<String> periods = seen.computeIfAbsent(group, g -> new HashSet<>());
    return !periods.contains(period) && periods.size() < most && periods.add(period);
  }

  private static String startedAt(StoredRun run) {
    return run.manifest().map(Manifest::startedAt).orElse("");
  }

  private static LocalDate date(String startedAt) {
    try {
      return LocalDate.ofInstant(Instant.parse(startedAt), ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      return LocalDate.EPOCH;
    }
  }

  private static String week(LocalDate date) {
    int week = date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    return date.get(IsoFields.WEEK_BASED_YEAR) + (week < 10 ? "-W0" : "-W") + week;
  }
}
