package benchwright.history;

import benchwright.Bounds;
import benchwright.artifact.Circumstance;
import benchwright.artifact.Failure;
import benchwright.artifact.History;
import benchwright.artifact.Stop;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One trial as canonical JSON: the very bytes that the journal keeps, that stand in the histories,
 * and that the digest covers.
 */
final class TrialText {
  private static final double[] EMPTY = {};

  private TrialText() {}

  static void encode(TrialRecord record, JsonBytes to) {
    TrialKey key = record.getKey();
    to.beginObject();
    to.key("dimension").value(key.dimension());
    to.key("instance").value(key.instance());
    to.key("seed").value(key.seed());
    to.key("bounds").beginObject();
    decimals(to.key("lower"), record.getBounds().lower());
    decimals(to.key("upper"), record.getBounds().upper());
    to.endObject();
    to.key("budget").value(record.getBudget());
    to.key("optimum");
    if (Double.isNaN(record.getOptimum())) {
      to.nothing();
    } else {
      to.value(record.getOptimum());
    }
    to.key("evaluations").value(record.getEvaluations());
    to.key("stop").value(record.getStop().getWord());
    if (record.getStop() == Stop.FAILED) {
      to.key("failure").beginObject();
      to.key("kind").value(record.getFailure().kind());
      to.key("message").value(record.getFailure().message()).endObject();
    }
    History history = record.getHistory();
    int size = history.size();
    to.key("best");
    if (size == 0) {
      to.nothing();
    } else {
      to.beginObject();
      to.key("evaluation").value(history.evaluation(size - 1));
      to.key("value").value(history.value(size - 1));
      decimals(to.key("point"), record.bestPoint());
      to.endObject();
    }
    to.key("history").beginObject();
    to.key("evaluations").beginArray();
    for (int k = 0; k < size; k++) {
      to.value(history.evaluation(k));
    }
    to.endArray();
    to.key("values").beginArray();
    for (int k = 0; k < size; k++) {
      to.value(history.value(k));
    }
    to.endArray().endObject().endObject();
  }

  /** The circumstances of a trial, as an element of their list. */
  static void encode(TrialKey key, Circumstance circumstance, JsonBytes to) {
    to.beginObject();
    to.key("dimension").value(key.dimension());
    to.key("instance").value(key.instance());
    to.key("seed").value(key.seed());
    to.key("runtimeNanos").value(circumstance.runtimeNanos());
    to.key("evaluationNanos").value(circumstance.evaluationNanos());
    to.key("peakBytes").value(circumstance.peakBytes());
    to.endObject();
  }

  private static void decimals(JsonBytes to, double[] values) {
    to.beginArray();
    for (double value : values) {
      to.value(value);
    }
    to.endArray();
  }

  /**
   * Reads one trial of {@code optimizer} on {@code function}.
   *
   * @throws JsonError if a field is missing, of a wrong type, or contradicts another one
   */
  static TrialRecord decode(String optimizer, String function, JsonScanner in) throws IOException {
    Parts parts = new Parts(in.pointer());
    in.beginObject();
    while (in.hasNext()) {
      switch (in.name()) {
        case "dimension" -> parts.dimension = in.count();
        case "instance" -> parts.instance = in.count();
        case "seed" -> parts.seed = in.integer();
        case "bounds" -> bounds(in, parts);
        case "budget" -> parts.budget = in.integer();
        case "optimum" -> parts.optimum = decimalOrNaN(in);
        case "evaluations" -> parts.evaluations = in.integer();
        case "stop" -> parts.stop = stop(in);
        case "failure" -> parts.failure = failure(in);
        case "best" -> best(in, parts);
        case "history" -> history(in, parts);
        default -> in.skip();
      }
    }
    return parts.toRecord(optimizer, function);
  }

  private static double decimalOrNaN(JsonScanner in) throws IOException {
    if (in.isNull()) {
      in.nothing();
      return Double.NaN;
    }
    return in.decimal();
  }

  private static Stop stop(JsonScanner in) throws IOException {
    String word = in.string();
    return switch (word) {
      case "budget" -> Stop.BUDGET;
      case "target" -> Stop.TARGET;
      case "optimizer" -> Stop.OPTIMIZER;
      case "failed" -> Stop.FAILED;
      default ->
          throw in.error("must be budget, target, optimizer or failed, not \"" + word + "\"");
    };
  }

  private static Failure failure(JsonScanner in) throws IOException {
    String kind = "";
    String message = "";
    in.beginObject();
    while (in.hasNext()) {
      switch (in.name()) {
        case "kind" -> kind = in.string();
        case "message" -> message = in.string();
        default -> in.skip();
      }
    }
    return new Failure(kind, message);
  }

  private static void bounds(JsonScanner in, Parts parts) throws IOException {
    in.beginObject();
    while (in.hasNext()) {
      switch (in.name()) {
        case "lower" -> parts.lower = decimals(in);
        case "upper" -> parts.upper = decimals(in);
        default -> in.skip();
      }
    }
  }

  private static void best(JsonScanner in, Parts parts) throws IOException {
    if (in.isNull()) {
      in.nothing();
      parts.point = EMPTY;
      return;
    }
    in.beginObject();
    while (in.hasNext()) {
      switch (in.name()) {
        case "evaluation" -> parts.bestEvaluation = in.integer();
        case "value" -> parts.bestValue = in.decimal();
        case "point" -> parts.point = decimals(in);
        default -> in.skip();
      }
    }
  }

  private static void history(JsonScanner in, Parts parts) throws IOException {
    in.beginObject();
    while (in.hasNext()) {
      switch (in.name()) {
        case "evaluations" -> parts.historyEvaluations = integers(in);
        case "values" -> parts.historyValues = decimals(in);
        default -> in.skip();
      }
    }
  }

  private static double[] decimals(JsonScanner in) throws IOException {
    double[] values = new double[16];
    int size = 0;
    in.beginArray();
    while (in.hasNext()) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = in.decimal();
    }
    return Arrays.copyOf(values, size);
  }

  private static long[] integers(JsonScanner in) throws IOException {
    long[] values = new long[16];
    int size = 0;
    in.beginArray();
    while (in.hasNext()) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = in.integer();
    }
    return Arrays.copyOf(values, size);
  }

  /** The fields of a trial as far as they were read. */
  private static final class Parts {
    private final String pointer;
    private int dimension = -1;
    private int instance = -1;
    private @Nullable Long seed;
    private double @Nullable [] lower;
    private double @Nullable [] upper;
    private @Nullable Long budget;
    private @Nullable Double optimum;
    private @Nullable Long evaluations;
    private @Nullable Stop stop;
    private @Nullable Failure failure;
    private long bestEvaluation;
    private double bestValue = Double.NaN;
    private double @Nullable [] point;
    private long @Nullable [] historyEvaluations;
    private double @Nullable [] historyValues;

    Parts(String pointer) {
      this.pointer = pointer;
    }

    TrialRecord toRecord(String optimizer, String function) {
      check(dimension >= 1, "/dimension", "is missing or below 1");
      check(instance >= 0, "/instance", "is missing");
      double[] low = present(lower, "/bounds/lower");
      double[] high = present(upper, "/bounds/upper");
      check(low.length == dimension, "/bounds/lower", "needs a value for each dimension");
      check(high.length == dimension, "/bounds/upper", "needs a value for each dimension");
      long[] when = present(historyEvaluations, "/history/evaluations");
      double[] values = present(historyValues, "/history/values");
      check(when.length == values.length, "/history", "needs a value for each evaluation");
      for (int k = 1; k < when.length; k++) {
        check(
            when[k - 1] < when[k],
            "/history/evaluations/" + k,
            "must be later than the one before");
        check(
            values[k] < values[k - 1],
            "/history/values/" + k,
            "must be better than the one before");
      }
      Stop end = present(stop, "/stop");
      check(
          (end == Stop.FAILED) == (failure != null),
          "/failure",
          "must be there if and only if the trial failed");
      double[] where = present(point, "/best");
      if (when.length > 0) {
        check(
            bestEvaluation == when[when.length - 1],
            "/best/evaluation",
            "must be the last of the history");
        check(
            Double.compare(bestValue, values[values.length - 1]) == 0,
            "/best/value",
            "must be the last of the history");
        check(where.length == dimension, "/best/point", "needs a coordinate for each dimension");
      } else {
        check(where.length == 0, "/best", "must be null where the history is empty");
      }
      Bounds bounds;
      try {
        bounds = new Bounds(low, high);
      } catch (IllegalArgumentException e) {
        throw new JsonError(pointer + "/bounds", String.valueOf(e.getMessage()));
      }
      return new TrialRecord(
          new TrialKey(optimizer, function, dimension, instance, present(seed, "/seed")),
          bounds,
          present(budget, "/budget"),
          present(optimum, "/optimum"),
          present(evaluations, "/evaluations"),
          end,
          failure == null ? TrialRecord.NO_FAILURE : failure,
          new History(when, values),
          where);
    }

    private <T> T present(@Nullable T value, String field) {
      if (value == null) {
        throw new JsonError(pointer + field, "is missing");
      }
      return value;
    }

    private void check(boolean holds, String field, String text) {
      if (!holds) {
        throw new JsonError(pointer + field, text);
      }
    }
  }
}
