package benchwright.history;

import benchwright.artifact.Circumstance;
import benchwright.artifact.Documents;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks each part of a histories file as it goes by: its schema, and that no trial is there twice.
 */
final class HistoriesCheck implements HistoriesFile.Visitor {
  private final String file;
  private final Schemas schemas;
  private final List<Fault> faults;
  private final Set<TrialKey> seen = new HashSet<>();
  private int failed;
  private long evaluations;
  private int circumstances;

  HistoriesCheck(String file, Schemas schemas, List<Fault> faults) {
    this.file = file;
    this.schemas = schemas;
    this.faults = faults;
  }

  @Override
  public void trial(int position, TrialRecord record, JsonBytes json) {
    String pointer = "/trials/" + position;
    faults.addAll(schemas.check(file, pointer, Schemas.trial(), Documents.parse(json.toText())));
    if (!seen.add(record.getKey())) {
      faults.add(new Fault(file, pointer, record.getKey() + " is there twice"));
    }
    failed += record.getStop() == benchwright.artifact.Stop.FAILED ? 1 : 0;
    evaluations += record.getEvaluations();
  }

  @Override
  public void circumstance(int position, TrialKey key, Circumstance circumstance, String json) {
    String pointer = "/circumstances/" + position;
    faults.addAll(schemas.check(file, pointer, Schemas.circumstance(), Documents.parse(json)));
    if (!seen.contains(key)) {
      faults.add(new Fault(file, pointer, "belongs to no trial of this file"));
    }
    circumstances++;
  }

  int failed() {
    return failed;
  }

  long evaluations() {
    return evaluations;
  }

  int circumstances() {
    return circumstances;
  }
}
