package benchwright.export;

import benchwright.artifact.CaseStatus;
import benchwright.artifact.Harness;
import benchwright.artifact.Metric;
import benchwright.artifact.Samples;
import benchwright.artifact.Start;
import benchwright.artifact.TimedCase;
import benchwright.artifact.Timings;
import benchwright.stats.MeanInterval;
import benchwright.suite.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kotlinx.serialization.json.JsonArray;
import kotlinx.serialization.json.JsonElement;
import kotlinx.serialization.json.JsonElementKt;
import kotlinx.serialization.json.JsonObject;

/**
 * What JMH itself would write of a run's operations: {@code jmh-result.json}, with the keys, units
 * and statistics of its JSON format (1.37), so that the pages and scripts that read it can be used.
 * A size stands among the parameters, workers are threads. Programs are not JMH's.
 */
public final class JmhExport {
  private static final String FILE = "jmh-result.json";
  private static final String TOOL = "jmh ";
  private static final double CONFIDENCE = 0.999;
  private static final double NANOS_OF_MILLI = 1e6;
  private static final double[] RANKS = {0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 100};

  private final String jvm;
  private final List<JsonElement> results = new ArrayList<>();
  private int leftOut;

  /**
   * @param jvm name and version of the JVM, as a manifest says them
   */
  public JmhExport(String jvm) {
    this.jvm = jvm;
  }

  /** Takes all cases of one implementation. */
  public void add(Timings timings) {
    for (TimedCase each : timings.cases()) {
      boolean told = timings.implementation() instanceof Operation;
      if (told && each.status() == CaseStatus.MEASURED && !each.samples().wallNanos().isEmpty()) {
        String name =
            "benchwright." + timings.suite().name() + "." + timings.implementation().getId();
        results.add(result(name, each));
      } else {
        leftOut++;
      }
    }
  }

  /** How many cases were taken. */
  public int taken() {
    return results.size();
  }

  /** How many cases the format has no place for: of programs, and those without samples. */
  public int leftOut() {
    return leftOut;
  }

  /** Writes the file into {@code directory}, which is made if there is none. */
  public void write(Path directory) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve(FILE), new JsonArray(results) + "\n");
  }

  private JsonObject result(String name, TimedCase each) {
    Samples samples = each.samples();
    Harness harness = each.harness();
    List<List<Double>> forks = forks(samples);
    boolean cold = each.start() == Start.COLD;
    int space = jvm.lastIndexOf(' ');
    String version = space < 0 ? "" : jvm.substring(space + 1);
    Map<String, JsonElement> fields = new LinkedHashMap<>();
    fields.put("jmhVersion", text(harness.tool().replace(TOOL, "")));
    fields.put("benchmark", text(name));
    fields.put("mode", text(cold ? "ss" : "avgt"));
    fields.put("threads", number(each.key().workers()));
    fields.put("forks", number(forks.size()));
    fields.put("jvm", text("java"));
    fields.put("jvmArgs", new JsonArray(harness.options().stream().map(JmhExport::text).toList()));
    fields.put("jdkVersion", text(version.replaceAll("\\+.*", "")));
    fields.put("vmName", text(space < 0 ? jvm : jvm.substring(0, space)));
    fields.put("vmVersion", text(version));
    fields.put("warmupIterations", number(each.warmups()));
    fields.put("warmupTime", text(time(harness.warmupMillis(), cold)));
    fields.put("warmupBatchSize", number(1));
    fields.put("measurementIterations", number(forks.get(0).size()));
    fields.put("measurementTime", text(time(harness.iterationMillis(), cold)));
    fields.put("measurementBatchSize", number(1));
    if (!each.key().size().isEmpty()) {
      JsonElement size = text(Long.toString(each.key().sizeValue()));
      fields.put("params", new JsonObject(Map.of("size", size)));
    }
    fields.put("primaryMetric", metric(forks, "ns/op"));
    fields.put("secondaryMetrics", secondary(each));
    return new JsonObject(fields);
  }

  private static JsonObject secondary(TimedCase each) {
    Samples samples = each.samples();
    Map<String, JsonElement> fields = new LinkedHashMap<>();
    put(fields, "gc.alloc.rate.norm", "B/op", samples.allocatedBytesPerOperation());
    putSum(fields, "gc.count", "counts", samples.collections());
    putSum(
        fields,
        "gc.time",
        "ms",
        samples.collectionNanos().stream().map(nanos -> nanos / NANOS_OF_MILLI).toList());
    for (Metric metric : each.metrics()) {
      put(fields, metric.name(), metric.unit(), metric.values());
    }
    return new JsonObject(fields);
  }

  /** One value a fork. */
  private static void put(
      Map<String, JsonElement> fields, String name, String unit, List<Double> values) {
    if (!values.isEmpty()) {
      fields.put(name, metric(values.stream().map(List::of).toList(), unit));
    }
  }

  /** As {@link #put}, of what JMH adds up over all forks. */
  private static void putSum(
      Map<String, JsonElement> fields, String name, String unit, List<Double> values) {
    if (!values.isEmpty()) {
      List<List<Double>> forks = values.stream().map(List::of).toList();
      Map<String, JsonElement> sum = new LinkedHashMap<>(metric(forks, unit));
      sum.put("score", number(values.stream().mapToDouble(v -> v).sum()));
      fields.put(name, new JsonObject(sum));
    }
  }

  /** The statistics are JMH's: over all iterations, the error at 99.9 %. */
  private static JsonObject metric(List<List<Double>> forks, String unit) {
    double[] values = forks.stream().flatMap(List::stream).mapToDouble(v -> v).sorted().toArray();
    MeanInterval interval = MeanInterval.withConfidence(CONFIDENCE, values);
    // JMH tells none of two values.
    boolean known = values.length > 2;
    double lower = known ? interval.lower() : Double.NaN;
    double upper = known ? interval.upper() : Double.NaN;
    Map<String, JsonElement> percentiles = new LinkedHashMap<>();
    for (double rank : RANKS) {
      percentiles.put(Double.toString(rank), number(percentile(values, rank)));
    }
    Map<String, JsonElement> fields = new LinkedHashMap<>();
    fields.put("score", number(interval.mean()));
    fields.put("scoreError", number(known ? upper - interval.mean() : Double.NaN));
    fields.put("scoreConfidence", new JsonArray(List.of(number(lower), number(upper))));
    fields.put("scorePercentiles", new JsonObject(percentiles));
    fields.put("scoreUnit", text(unit));
    fields.put(
        "rawData",
        new JsonArray(
            forks.stream()
                .map(fork -> new JsonArray(fork.stream().map(JmhExport::number).toList()))
                .toList()));
    return new JsonObject(fields);
  }

  /** As JMH has it: Hyndman and Fan's type 6 (Sample quantiles in statistical packages, 1996). */
  private static double percentile(double[] sorted, double rank) {
    double place = rank / 100 * (sorted.length + 1);
    int below = (int) Math.floor(place);
    if (below < 1) {
      return sorted[0];
    }
    return below >= sorted.length
        ? sorted[sorted.length - 1]
        : sorted[below - 1] + (place - below) * (sorted[below] - sorted[below - 1]);
  }

  private static List<List<Double>> forks(Samples samples) {
    Map<Integer, List<Double>> forks = new LinkedHashMap<>();
    for (int i = 0; i < samples.wallNanos().size(); i++) {
      forks
          .computeIfAbsent(samples.process().get(i), fork -> new ArrayList<>())
          .add(samples.wallNanos().get(i));
    }
    return List.copyOf(forks.values());
  }

  private static String time(long millis, boolean cold) {
    return cold ? "single-shot" : millis + " ms";
  }

  private static JsonElement text(String text) {
    return JsonElementKt.JsonPrimitive(text);
  }

  /** What JSON has no number for, JMH spells as text. */
  private static JsonElement number(Number number) {
    double value = number.doubleValue();
    if (Double.isNaN(value)) {
      return text("NaN");
    }
    return Double.isInfinite(value)
        ? text(value > 0 ? "+INF" : "-INF")
        : JsonElementKt.JsonPrimitive(number);
  }
}
