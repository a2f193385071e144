package benchwright.engine;

import benchwright.artifact.Manifest;
import benchwright.artifact.RunStatus;
import benchwright.artifact.TrialKey;
import benchwright.history.Fault;
import benchwright.history.HistoryFailure;
import benchwright.history.RunHeader;
import benchwright.history.RunReader;
import benchwright.history.TrialCensus;
import benchwright.history.Verification;
import benchwright.plan.Plan;
import benchwright.plan.Planning;
import benchwright.plan.Selection;
import benchwright.report.Quantity;
import benchwright.suite.Suite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Joins the runs of shards: first everything is looked at and all that is wrong is told, then a
 * trial at a time goes through the journal of a new run, whose files are assembled as those of any
 * other.
 */
final class Merger {
  private static final int SHOWN = 5;

  /** A shard is checked, counted and joined. */
  private static final int STEPS = 3;

  private final Surroundings surroundings;
  private final MergeListener listener;
  private final List<String> problems = new ArrayList<>();
  private int done;
  private int total;

  Merger(Surroundings surroundings, MergeListener listener) {
    this.surroundings = surroundings;
    this.listener = listener;
  }

  Merging merge(List<Path> places, Path target) {
    List<ShardRun> members = family(finished(open(places)));
    total = STEPS * members.size();
    List<ShardRun> parts = sound(members);
    Optional<Plan> plan = parts.isEmpty() ? Optional.empty() : plan(parts);
    if (plan.isEmpty()) {
      return new Merging.Refused(problems);
    }
    Path directory = surroundings.directory().resolve(target).toAbsolutePath().normalize();
    MergedRun whole = new MergedRun(plan.get(), parts, directory);
    TrialCensus census = census(whole.header(), parts);
    return problems.isEmpty()
        ? new Merging.Merged(whole.write(census, surroundings.clock(), this::begins))
        : new Merging.Refused(problems);
  }

  private void begins(String step) {
    listener.begins(step, done++, total);
  }

  private List<ShardRun> open(List<Path> places) {
    List<ShardRun> parts = new ArrayList<>();
    Set<Path> seen = new LinkedHashSet<>();
    for (Path place : places) {
      Path path = surroundings.directory().resolve(place).normalize();
      if (seen.add(path)) {
        try {
          parts.add(new ShardRun(surroundings.shown(path), RunReader.open(path)));
        } catch (HistoryFailure failure) {
          problem(surroundings.shown(path), failure);
        }
      }
    }
    // Whatever was named first: the joined run is the same.
    parts.sort(
        Comparator.comparingInt((ShardRun part) -> part.manifest().shard().index())
            .thenComparing(part -> part.manifest().startedAt())
            .thenComparing(ShardRun::name));
    return parts;
  }

  private List<ShardRun> finished(List<ShardRun> parts) {
    List<ShardRun> finished = new ArrayList<>();
    for (ShardRun part : parts) {
      if (part.manifest().totals().timings() > 0) {
        problems.add(
            part.name() + ": measures time on one machine in one go; there is nothing to join");
      } else if (part.manifest().status() == RunStatus.COMPLETE) {
        finished.add(part);
      } else {
        problems.add(
            part.name() + ": is not finished; go on with: bench run --resume " + part.name());
      }
    }
    return finished;
  }

  private List<ShardRun> family(List<ShardRun> parts) {
    if (parts.isEmpty()) {
      return parts;
    }
    Family family = Family.largest(parts.stream().map(ShardRun::manifest).toList());
    List<ShardRun> members = new ArrayList<>();
    for (ShardRun part : parts) {
      if (Family.of(part.manifest()).equals(family)) {
        members.add(part);
      } else {
        problems.add(part.name() + ": " + family.difference(part.manifest()));
      }
    }
    return members;
  }

  private List<ShardRun> sound(List<ShardRun> parts) {
    List<ShardRun> sound = new ArrayList<>();
    for (ShardRun part : parts) {
      begins("checking " + part.name());
      if (part.reader().verify() instanceof Verification.Faulty faulty) {
        problem(part.name(), faulty.faults());
      } else {
        sound.add(part);
      }
    }
    return sound;
  }

  /**
   * Plans again what the shards are parts of, from the suite's document that each of them keeps.
   */
  private Optional<Plan> plan(List<ShardRun> parts) {
    for (ShardRun part : parts) {
      Optional<Suite> suite = part.reader().suite();
      if (suite.isPresent()) {
        return plan(suite.get(), part);
      }
    }
    problems.add(
        "None of these runs keeps its suite, so nothing says which trials there should be:"
            + " they were made before runs could be joined, or are single files");
    return Optional.empty();
  }

  private Optional<Plan> plan(Suite suite, ShardRun part) {
    Manifest manifest = part.manifest();
    if (Selectors.read(manifest.selection()) instanceof Selectors.Reading.Selected selected) {
      Selection selection = selected.selection().withProfile(manifest.profile());
      if (Engine.plan(Source.of(suite), selection) instanceof Planning.Planned planned
          && planned.plan().digest().equals(manifest.planDigest())) {
        return Optional.of(planned.plan());
      }
    }
    problems.add(
        part.name()
            + ": was planned differently by the version of Benchwright that made it, "
            + manifest.environment().benchwright()
            + "; join the shards with that version");
    return Optional.empty();
  }

  /** Counts all trials, and tells those that are missing and those that contradict each other. */
  private TrialCensus census(RunHeader whole, List<ShardRun> parts) {
    TrialCensus census = new TrialCensus(whole);
    for (ShardRun part : parts) {
      begins("counting " + part.name());
      problem(part.name(), census.add(part.reader()));
    }
    Map<String, List<TrialKey>> contradictions = new LinkedHashMap<>();
    for (TrialCensus.Contradiction each : census.contradictions()) {
      String pair = parts.get(each.one()).name() + " and " + parts.get(each.other()).name();
      contradictions.computeIfAbsent(pair, name -> new ArrayList<>()).add(each.key());
    }
    contradictions.forEach(
        (pair, keys) ->
            problems.add(
                pair
                    + ": nondeterminism: they hold different results of "
                    + Quantity.count(keys.size(), "same trial")
                    + ": "
                    + some(keys)));
    List<TrialKey> missing = census.missing();
    if (!missing.isEmpty()) {
      problems.add(
          Quantity.count(missing.size())
              + " of "
              + Quantity.count(whole.planOrder().size(), "trial")
              + (missing.size() == 1 ? " is" : " are")
              + " missing: "
              + some(missing)
              + absent(parts));
    }
    return census;
  }

  /** The shards that nobody named, where all others are of one division. */
  private static String absent(List<ShardRun> parts) {
    Set<Integer> there = new TreeSet<>();
    int count = parts.get(0).manifest().shard().count();
    for (ShardRun part : parts) {
      there.add(part.manifest().shard().index());
      if (part.manifest().shard().count() != count) {
        return "";
      }
    }
    List<String> absent = new ArrayList<>();
    for (int index = 1; index <= count; index++) {
      if (!there.contains(index)) {
        absent.add(index + "/" + count);
      }
    }
    return absent.isEmpty()
        ? ""
        : "; not among these runs "
            + (absent.size() == 1 ? "is shard " : "are shards ")
            + list(absent);
  }

  private static String some(List<TrialKey> keys) {
    return list(keys.stream().map(TrialKey::toString).toList());
  }

  private static String list(List<String> all) {
    String shown = String.join(", ", all.subList(0, Math.min(SHOWN, all.size())));
    return all.size() <= SHOWN
        ? shown
        : shown + " and " + Quantity.count(all.size() - SHOWN) + " more";
  }

  private void problem(String name, HistoryFailure failure) {
    if (failure.faults().isEmpty()) {
      problems.add(name + ": " + failure.getMessage());
    } else {
      problem(name, failure.faults());
    }
  }

  private void problem(String name, List<Fault> faults) {
    for (Fault fault : faults) {
      problems.add(name + ": " + fault.toText());
    }
  }
}
