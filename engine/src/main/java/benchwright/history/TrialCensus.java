package benchwright.history;

import benchwright.artifact.Documents;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kotlinx.serialization.json.JsonObject;

/**
 * Which trials of a plan several runs hold together, and where they contradict each other. Of each
 * trial the first 128 bits of the checksum of its results are in memory, and which run has it.
 */
public final class TrialCensus {
  /** Two runs that hold the same trial, with different results. */
  public record Contradiction(TrialKey key, int one, int other) {}

  private final RunHeader whole;
  private final JournalIndex plan;
  private final long[] left;
  private final long[] right;
  private final int[] holders;
  private final List<Contradiction> contradictions = new ArrayList<>();
  private int runs;

  /** A census of the trials of {@code whole}. */
  public TrialCensus(RunHeader whole) {
    int size = whole.planOrder().size();
    this.whole = whole;
    this.plan = new JournalIndex(whole.planOrder());
    this.left = new long[size];
    this.right = new long[size];
    this.holders = new int[size];
  }

  /**
   * Counts the trials of {@code run}, which is known to contradictions by the number of runs that
   * were added before it.
   *
   * @return what does not fit the plan
   * @throws HistoryFailure if a file is damaged
   */
  public List<Fault> add(RunReader run) {
    runs++;
    List<Fault> faults = new ArrayList<>();
    for (String file : run.histories()) {
      add(run, file, faults);
    }
    return faults;
  }

  /** The first run that holds the trial, by the number of runs before it; −1 if none does. */
  public int holder(TrialKey key) {
    int position = plan.position(key);
    return position < 0 ? -1 : holders[position] - 1;
  }

  /** The trials that no run holds, in the order of the plan. */
  public List<TrialKey> missing() {
    List<TrialKey> missing = new ArrayList<>();
    for (int i = 0; i < holders.length; i++) {
      if (holders[i] == 0) {
        missing.add(whole.planOrder().get(i));
      }
    }
    return missing;
  }

  public List<Contradiction> contradictions() {
    return List.copyOf(contradictions);
  }

  private void add(RunReader run, String file, List<Fault> faults) {
    String name = file.isEmpty() ? run.place().toString() : file;
    int[] unplanned = new int[1];
    HistoriesFile histories =
        run.read(
            file,
            new HistoriesFile.Visitor() {
              @Override
              public void trial(int position, TrialRecord record, JsonBytes json) {
                if (!count(record.getKey(), json)) {
                  unplanned[0]++;
                }
              }
            });
    if (!histories.faults().isEmpty()) {
      throw new HistoryFailure(histories.faults());
    }
    if (unplanned[0] > 0) {
      faults.add(new Fault(name, "/trials", "holds trials that the plan does not have"));
    } else if (!fits(histories.head(), "optimizer", whole.optimizers())
        || !fits(histories.head(), "function", whole.functions())) {
      faults.add(
          new Fault(
              name,
              "",
              "describes its optimizer or function otherwise than this version of Benchwright"));
    }
  }

  private static boolean fits(
      JsonObject head, String field, java.util.Map<String, JsonObject> known) {
    if (!(head.get(field) instanceof JsonObject description)) {
      return false;
    }
    JsonObject expected = known.get(HistoriesFile.content(description.get("id")));
    return expected != null
        && Objects.equals(Documents.text(expected), Documents.text(description));
  }

  /** False if nobody planned this trial. */
  private boolean count(TrialKey key, JsonBytes json) {
    int position = plan.position(key);
    if (position < 0) {
      return false;
    }
    MessageDigest sha256 = Hex.sha256();
    sha256.update(json.array(), 0, json.size());
    ByteBuffer sum = ByteBuffer.wrap(sha256.digest());
    long first = sum.getLong();
    long second = sum.getLong();
    if (holders[position] == 0) {
      holders[position] = runs;
      left[position] = first;
      right[position] = second;
    } else if (left[position] != first || right[position] != second) {
      contradictions.add(new Contradiction(key, holders[position] - 1, runs - 1));
    }
    return true;
  }
}
