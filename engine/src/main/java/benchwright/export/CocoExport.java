package benchwright.export;

import benchwright.artifact.Circumstance;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder for each optimizer as COCO's logger of the suite bbob writes it (data_format bbob-new2),
 * for cocopp and IOHanalyzer: lines at the same evaluations with the same best values.
 *
 * <p>Two things are not recorded and differ: the current value of a line is the best one so far,
 * and there are no columns of coordinates. Neither tool reads them.
 */
public final class CocoExport implements Export {
  private final Path directory;
  private final String version;
  private int leftOut;

  // What belongs to the function and dimension that are being written.
  private String optimizer = "";
  private String function = "";
  private int dimension;
  private final StringBuilder info = new StringBuilder();
  private final StringBuilder byTarget = new StringBuilder();
  private final StringBuilder byEvaluation = new StringBuilder();
  private final StringBuilder headers = new StringBuilder();

  /**
   * @param directory gets a folder for each optimizer
   * @param version of this program, which the files name as their origin
   */
  public CocoExport(Path directory, String version) {
    this.directory = directory;
    this.version = version;
  }

  @Override
  public void add(TrialRecord record, Circumstance circumstance) throws IOException {
    TrialKey key = record.getKey();
    int number = BbobNumber.of(key.function());
    if (number == 0 || record.getHistory().size() == 0) {
      leftOut++;
      return;
    }
    boolean sameFile = key.optimizer().equals(optimizer) && key.function().equals(function);
    if (!sameFile) {
      finish();
      optimizer = key.optimizer();
      function = key.function();
    } else if (key.dimension() != dimension) {
      writeDimension();
    }
    if (!sameFile || key.dimension() != dimension) {
      dimension = key.dimension();
      info.append(info.isEmpty() ? "" : "\n").append(entry(number));
    }
    append(record);
  }

  @Override
  public void finish() throws IOException {
    if (info.isEmpty()) {
      return;
    }
    writeDimension();
    int number = BbobNumber.of(function);
    Files.writeString(folder().resolve("bbobexp_f" + number + ".info"), info);
    info.setLength(0);
  }

  @Override
  public int leftOut() {
    return leftOut;
  }

  private String entry(int number) {
    return "suite = 'bbob', funcId = "
        + number
        + ", DIM = "
        + dimension
        + ", Precision = 1.000e-08, algId = '"
        + optimizer
        + "', coco_version = 'benchwright "
        + version
        + "', logger = 'bbob', data_format = 'bbob-new2', settings = ''\n% exported by benchwright "
        + version
        + "\n"
        + path(number)
        + ".dat";
  }

  private String path(int number) {
    return "data_f" + number + "/bbobexp_f" + number + "_DIM" + dimension;
  }

  private void append(TrialRecord record) {
    List<CocoTriggers.Line> targets = CocoTriggers.byTarget(record);
    double best = targets.get(targets.size() - 1).best();
    info.append(", ")
        .append(record.getKey().instance())
        .append(':')
        .append(record.getEvaluations())
        .append('|')
        .append(CNumbers.exponent(best - record.getOptimum(), 1));
    String header =
        "% f evaluations | g evaluations | best noise-free fitness - Fopt ("
            + CNumbers.exponent(record.getOptimum(), 12)
            + ") + sum g_i+ | measured fitness | best measured fitness or single-digit g-values"
            + " | x1 | x2...\n";
    headers.append(header);
    append(byTarget.append(header), targets, record.getOptimum());
    append(byEvaluation.append(header), CocoTriggers.byEvaluation(record), record.getOptimum());
  }

  private static void append(StringBuilder text, List<CocoTriggers.Line> lines, double optimum) {
    for (CocoTriggers.Line line : lines) {
      String best = CNumbers.signed(line.best(), 9);
      text.append(line.evaluation())
          .append(" 0 ")
          .append(CNumbers.signed(line.best() - optimum, 9))
          .append(' ')
          .append(best)
          .append(' ')
          .append(best)
          .append('\n');
    }
  }

  private void writeDimension() throws IOException {
    String path = path(BbobNumber.of(function));
    Files.createDirectories(folder().resolve("data_f" + BbobNumber.of(function)));
    Files.writeString(folder().resolve(path + ".dat"), byTarget);
    Files.writeString(folder().resolve(path + ".tdat"), byEvaluation);
    // COCO makes these for restarts and recommendations; readers expect a header for each trial.
    Files.writeString(folder().resolve(path + ".rdat"), headers);
    Files.writeString(folder().resolve(path + ".mdat"), headers);
    byTarget.setLength(0);
    byEvaluation.setLength(0);
    headers.setLength(0);
  }

  private Path folder() {
    return directory.resolve(optimizer);
  }
}
