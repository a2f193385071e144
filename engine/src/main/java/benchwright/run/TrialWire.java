package benchwright.run;

import benchwright.Bounds;
import benchwright.artifact.Circumstance;
import benchwright.artifact.Documents;
import benchwright.artifact.Failure;
import benchwright.artifact.History;
import benchwright.artifact.Stop;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import benchwright.plan.Trial;
import benchwright.suite.FormulaFunction;
import benchwright.suite.FunctionSpec;
import benchwright.suite.KnownOptimum;
import benchwright.suite.NamedFunction;
import benchwright.suite.OptimizerSpec;
import benchwright.suite.Optimum;
import benchwright.suite.UnknownOptimum;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalDouble;

/**
 * What goes between a pool and a worker's process, both of one version: fields one after the other,
 * real numbers as their bits. The worker greets first; then trials go one way and outcomes the
 * other, one for one, each behind its mark.
 */
final class TrialWire {
  private static final int GREETING = 0x42574b31;
  private static final int VERSION = 1;
  private static final int TRIAL = 0x5452494c;
  private static final int OUTCOME = 0x4f555443;

  private TrialWire() {}

  static void writeGreeting(DataOutput out) throws IOException {
    out.writeInt(GREETING);
    out.writeInt(VERSION);
  }

  static void readGreeting(DataInput in) throws IOException {
    expect(GREETING, in.readInt());
    int version = in.readInt();
    if (version != VERSION) {
      throw new IOException("a worker speaks version " + version + ", its pool version " + VERSION);
    }
  }

  static void writeTrial(DataOutput out, Trial trial) throws IOException {
    out.writeInt(TRIAL);
    writeKey(out, trial.key());
    out.writeUTF(Documents.text(Documents.toJson(trial.optimizer())));
    writeFunction(out, trial.function());
    out.writeLong(trial.budget());
    out.writeBoolean(trial.finalTarget().isPresent());
    out.writeDouble(trial.finalTarget().orElse(0));
  }

  static Trial readTrial(DataInput in) throws IOException {
    expect(TRIAL, in.readInt());
    TrialKey key = readKey(in);
    OptimizerSpec optimizer = Documents.optimizer(in.readUTF());
    FunctionSpec function = readFunction(in, key.function());
    long budget = in.readLong();
    boolean hasTarget = in.readBoolean();
    double target = in.readDouble();
    return new Trial(
        key,
        optimizer,
        function,
        budget,
        hasTarget ? OptionalDouble.of(target) : OptionalDouble.empty());
  }

  static void writeOutcome(DataOutput out, Outcome outcome) throws IOException {
    TrialRecord record = outcome.record();
    out.writeInt(OUTCOME);
    writeKey(out, record.getKey());
    writeDoubles(out, record.getBounds().lower());
    writeDoubles(out, record.getBounds().upper());
    out.writeLong(record.getBudget());
    out.writeDouble(record.getOptimum());
    out.writeLong(record.getEvaluations());
    out.writeUTF(record.getStop().name());
    out.writeUTF(record.getFailure().kind());
    out.writeUTF(record.getFailure().message());
    History history = record.getHistory();
    out.writeInt(history.size());
    for (int k = 0; k < history.size(); k++) {
      out.writeLong(history.evaluation(k));
      out.writeDouble(history.value(k));
    }
    writeDoubles(out, record.bestPoint());
    Circumstance circumstance = outcome.circumstance();
    out.writeLong(circumstance.runtimeNanos());
    out.writeLong(circumstance.evaluationNanos());
    out.writeLong(circumstance.peakBytes());
  }

  static Outcome readOutcome(DataInput in) throws IOException {
    expect(OUTCOME, in.readInt());
    TrialKey key = readKey(in);
    Bounds bounds = new Bounds(readDoubles(in), readDoubles(in));
    long budget = in.readLong();
    double optimum = in.readDouble();
    long evaluations = in.readLong();
    Stop stop = Stop.valueOf(in.readUTF());
    Failure failure = new Failure(in.readUTF(), in.readUTF());
    int size = in.readInt();
    long[] places = new long[size];
    double[] values = new double[size];
    for (int k = 0; k < size; k++) {
      places[k] = in.readLong();
      values[k] = in.readDouble();
    }
    TrialRecord record =
        new TrialRecord(
            key,
            bounds,
            budget,
            optimum,
            evaluations,
            stop,
            failure,
            new History(places, values),
            readDoubles(in));
    return new Outcome(record, new Circumstance(in.readLong(), in.readLong(), in.readLong()));
  }

  private static void writeKey(DataOutput out, TrialKey key) throws IOException {
    out.writeUTF(key.optimizer());
    out.writeUTF(key.function());
    out.writeInt(key.dimension());
    out.writeInt(key.instance());
    out.writeLong(key.seed());
  }

  private static TrialKey readKey(DataInput in) throws IOException {
    return new TrialKey(in.readUTF(), in.readUTF(), in.readInt(), in.readInt(), in.readLong());
  }

  private static void writeFunction(DataOutput out, FunctionSpec function) throws IOException {
    if (function instanceof FormulaFunction formula) {
      out.writeBoolean(true);
      out.writeDouble(formula.lower());
      out.writeDouble(formula.upper());
      boolean known = formula.optimum() instanceof KnownOptimum;
      out.writeBoolean(known);
      out.writeDouble(formula.optimum() instanceof KnownOptimum optimum ? optimum.value() : 0);
    } else {
      out.writeBoolean(false);
    }
  }

  private static FunctionSpec readFunction(DataInput in, String id) throws IOException {
    if (!in.readBoolean()) {
      return new NamedFunction(id);
    }
    double lower = in.readDouble();
    double upper = in.readDouble();
    boolean known = in.readBoolean();
    double value = in.readDouble();
    Optimum optimum = known ? new KnownOptimum(value) : UnknownOptimum.INSTANCE;
    return new FormulaFunction(id, lower, upper, optimum);
  }

  private static void writeDoubles(DataOutput out, double[] values) throws IOException {
    out.writeInt(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  private static double[] readDoubles(DataInput in) throws IOException {
    double[] values = new double[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }

  private static void expect(int mark, int found) throws IOException {
    if (found != mark) {
      throw new IOException(
          "expected "
              + Integer.toHexString(mark)
              + " and read "
              + Integer.toHexString(found)
              + "; something else writes to the pipe");
    }
  }
}
