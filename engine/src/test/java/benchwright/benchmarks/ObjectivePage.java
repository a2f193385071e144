package benchwright.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link ObjectiveBenchmark} shortly and writes its figures as a page in Markdown. */
public final class ObjectivePage {
  private static final int POPULATION = 32;

  private record Cell(double point, double population) {}

  private ObjectivePage() {}

  /** Takes the dimensions as words; by default 2, 3, 5, 10, 20 and 40. */
  public static void main(String[] words) throws RunnerException {
    String[] dimensions =
        words.length == 0 ? new String[] {"2", "3", "5", "10", "20", "40"} : words;
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("ObjectiveBenchmark\\.(point|population)$")
                    .param("dimension", dimensions)
                    .forks(1)
                    .warmupIterations(2)
                    .warmupTime(TimeValue.milliseconds(150))
                    .measurementIterations(4)
                    .measurementTime(TimeValue.milliseconds(100))
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    System.out.print(page(dimensions, results));
  }

  private static String page(String[] dimensions, Collection<RunResult> results) {
    Map<Integer, Map<String, Cell>> rows = new TreeMap<>();
    for (RunResult result : results) {
      int function = Integer.parseInt(result.getParams().getParam("function"));
      String dimension = result.getParams().getParam("dimension");
      double nanos = result.getPrimaryResult().getScore();
      boolean single = result.getPrimaryResult().getLabel().equals("point");
      rows.computeIfAbsent(function, key -> new TreeMap<>())
          .merge(
              dimension,
              single ? new Cell(nanos, 0) : new Cell(0, nanos / POPULATION),
              (a, b) -> new Cell(a.point() + b.point(), a.population() + b.population()));
    }
    StringBuilder page = new StringBuilder("# What an evaluation costs\n\n");
    page.append("Nanoseconds for each point of a population of ")
        .append(POPULATION)
        .append(", in brackets for a point alone; one thread, JMH, ")
        .append(System.getProperty("java.vm.name"))
        .append(' ')
        .append(Runtime.version())
        .append(".\n`.ci/objective-page` writes this page anew.\n\n");
    List<String> heading = new ArrayList<>(List.of("function"));
    for (String dimension : dimensions) {
      heading.add(dimension + "-D");
    }
    row(page, heading);
    page.append("|---").append("|--:".repeat(dimensions.length)).append("|\n");
    double[] sums = new double[dimensions.length];
    rows.forEach(
        (function, cells) -> {
          List<String> texts = new ArrayList<>(List.of("f" + function));
          for (int d = 0; d < dimensions.length; d++) {
            Cell cell = cells.getOrDefault(dimensions[d], new Cell(0, 0));
            sums[d] += cell.population();
            texts.add(number(cell.population()) + " (" + number(cell.point()) + ")");
          }
          row(page, texts);
        });
    List<String> last = new ArrayList<>(List.of("mean"));
    for (double sum : sums) {
      last.add(number(sum / rows.size()));
    }
    row(page, last);
    return page.toString();
  }

  private static void row(StringBuilder page, List<String> cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String number(double nanos) {
    return String.format(Locale.ROOT, nanos < 100 ? "%.1f" : "%.0f", nanos);
  }
}
