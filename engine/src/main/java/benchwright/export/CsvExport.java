package benchwright.export;

import benchwright.artifact.Circumstance;
import benchwright.artifact.Decimals;
import benchwright.artifact.History;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Two tables of comma-separated values (RFC 4180), with a header line: {@code trials.csv} with a
 * line for each trial, {@code histories.csv} with a line for each improvement.
 */
public final class CsvExport implements Export {
  private static final String KEY = "optimizer,function,dimension,instance,seed";

  private final BufferedWriter trials;
  private final BufferedWriter histories;

  /** Begins both tables in {@code directory}, which is made if there is none. */
  public CsvExport(Path directory) throws IOException {
    Files.createDirectories(directory);
    trials = Files.newBufferedWriter(directory.resolve("trials.csv"));
    histories = Files.newBufferedWriter(directory.resolve("histories.csv"));
    trials.write(
        KEY
            + ",budget,evaluations,stop,failure,optimum,bestEvaluation,bestValue"
            + ",runtimeNanos,evaluationNanos,peakBytes\r\n");
    histories.write(KEY + ",evaluation,value\r\n");
  }

  @Override
  public void add(TrialRecord record, Circumstance circumstance) throws IOException {
    History history = record.getHistory();
    int last = history.size() - 1;
    TrialKey key = record.getKey();
    String cells =
        key.optimizer()
            + ","
            + key.function()
            + ","
            + key.dimension()
            + ","
            + key.instance()
            + ","
            + key.seed();
    trials.write(
        cells
            + ","
            + record.getBudget()
            + ","
            + record.getEvaluations()
            + ","
            + record.getStop().getWord()
            + ","
            + quoted(record.getFailure().kind())
            + ","
            + number(record.getOptimum())
            + ","
            + (last < 0 ? "," : history.evaluation(last) + "," + number(history.value(last)))
            + ","
            + circumstance.runtimeNanos()
            + ","
            + circumstance.evaluationNanos()
            + ","
            + circumstance.peakBytes()
            + "\r\n");
    for (int k = 0; k <= last; k++) {
      histories.write(
          cells + "," + history.evaluation(k) + "," + number(history.value(k)) + "\r\n");
    }
  }

  @Override
  public void finish() throws IOException {
    try (trials;
        histories) {
      trials.flush();
    }
  }

  @Override
  public int leftOut() {
    return 0;
  }

  /** Empty where nobody knows it. */
  private static String number(double number) {
    return Double.isNaN(number) ? "" : Decimals.json(number).replace("\"", "");
  }

  private static String quoted(String text) {
    return text.contains(",") || text.contains("\"")
        ? "\"" + text.replace("\"", "\"\"") + "\""
        : text;
  }
}
