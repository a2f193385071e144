package benchwright.report;

import benchwright.artifact.CaseKey;
import benchwright.artifact.CaseStatus;
import benchwright.artifact.Steady;
import benchwright.artifact.TimedCase;
import benchwright.artifact.Timings;
import benchwright.suite.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was timed as a table: a line for each case, cases of the same work together. */
public final class TimingText {
  private static final int LEAST_NAME = 24;
  private static final int BLANKS = 2;

  private record Line(Timings implementation, TimedCase timed) {}

  private final Palette palette;
  private final int columns;

  /**
   * @param columns how many characters fit into a line.
   */
  public TimingText(Palette palette, int columns) {
    this.palette = palette;
    this.columns = columns;
  }

  /** The table and lines that explain its columns. */
  public String render(List<Timings> timings) {
    List<Line> lines = lines(timings);
    if (lines.isEmpty()) {
      return "";
    }
    boolean cases = lines.stream().anyMatch(line -> !line.timed().key().toString().isEmpty());
    boolean relative = timings.stream().anyMatch(TimingText::isVanilla);
    boolean memory = lines.stream().anyMatch(line -> !memory(line.timed()).isEmpty());
    List<String> titles = new ArrayList<>(List.of("implementation"));
    List<Boolean> toTheRight = new ArrayList<>(List.of(false));
    add(cases, "case", false, titles, toTheRight);
    add(true, "median", true, titles, toTheRight);
    add(true, "±", true, titles, toTheRight);
    add(true, "n", true, titles, toTheRight);
    add(relative, "times", true, titles, toTheRight);
    add(memory, "memory", true, titles, toTheRight);
    List<List<String>> rows = new ArrayList<>();
    for (Line line : lines) {
      List<String> cells = new ArrayList<>();
      if (cases) {
        cells.add(line.timed().key().toString());
      }
      cells.addAll(figures(line.timed()));
      if (relative) {
        cells.add(relative(line, timings));
      }
      if (memory) {
        cells.add(memory(line.timed()));
      }
      rows.add(cells);
    }
    int room = Math.max(LEAST_NAME, columns - width(titles, rows));
    Table table = new Table(toTheRight);
    table.add(titles);
    for (int i = 0; i < rows.size(); i++) {
      List<String> cells = new ArrayList<>(rows.get(i));
      cells.add(0, name(lines.get(i).implementation(), room));
      table.add(cells);
    }
    String text = table.toText(palette);
    return text + '\n' + palette.faint(legend(lines, timings, relative, memory));
  }

  private static void add(
      boolean wanted, String title, boolean right, List<String> titles, List<Boolean> toTheRight) {
    if (wanted) {
      titles.add(title);
      toTheRight.add(right);
    }
  }

  /** Cases of the same work stand together, in the order in which they were first seen. */
  private static List<Line> lines(List<Timings> timings) {
    List<String> keys = new ArrayList<>();
    for (Timings each : timings) {
      for (TimedCase timed : each.cases()) {
        if (!keys.contains(timed.key().toString())) {
          keys.add(timed.key().toString());
        }
      }
    }
    List<Line> lines = new ArrayList<>();
    for (String key : keys) {
      for (Timings each : timings) {
        each.cases().stream()
            .filter(timed -> timed.key().toString().equals(key))
            .forEach(timed -> lines.add(new Line(each, timed)));
      }
    }
    return lines;
  }

  /** What the columns behind the first one take, with the blanks before each of them. */
  private static int width(List<String> titles, List<List<String>> rows) {
    int width = 0;
    for (int column = 1; column < titles.size(); column++) {
      int widest = titles.get(column).length();
      for (List<String> row : rows) {
        widest = Math.max(widest, row.get(column - 1).length());
      }
      width += BLANKS + widest;
    }
    return width;
  }

  /** Cut in its middle, as names of one family begin alike and differ at their ends. */
  private static String name(Timings implementation, int room) {
    String name = implementation.implementation().getName();
    if (name.length() <= room) {
      return name;
    }
    int end = (room - 1) / 2;
    return name.substring(0, room - 1 - end) + "…" + name.substring(name.length() - end);
  }

  private static List<String> figures(TimedCase timed) {
    int samples = timed.statistics().count();
    if (samples == 0) {
      return List.of(timed.status().getWord(), "", "");
    }
    String mark =
        timed.status() == CaseStatus.FAILED ? "!" : timed.steady() == Steady.NO ? "~" : "";
    double error = timed.statistics().relativeError();
    return List.of(
        mark + Quantity.time(timed.statistics().median()),
        Double.isNaN(error) ? "" : Quantity.percent(error),
        Integer.toString(samples));
  }

  private static boolean isVanilla(Timings timings) {
    return timings.implementation() instanceof Command command && command.vanilla();
  }

  private static String relative(Line line, List<Timings> timings) {
    CaseKey key = line.timed().key();
    Optional<TimedCase> vanilla =
        timings.stream()
            .filter(TimingText::isVanilla)
            .flatMap(each -> each.cases().stream())
            .filter(timed -> timed.key().equals(key) && timed.statistics().count() > 0)
            .findFirst();
    // A call inside the JVM and a whole program are not the same work.
    boolean command = line.implementation().implementation() instanceof Command;
    if (vanilla.isEmpty() || !command || line.timed().statistics().count() == 0) {
      return "";
    }
    return Quantity.ratio(line.timed().statistics().median() / vanilla.get().statistics().median());
  }

  /** The peak of a command's processes, or what an operation allocates. */
  private static String memory(TimedCase timed) {
    List<Long> peaks = timed.samples().peakRssBytes();
    if (!peaks.isEmpty()) {
      return Quantity.bytes(peaks.stream().mapToLong(v -> v).max().orElse(0));
    }
    List<Double> allocated = timed.samples().allocatedBytesPerOperation();
    if (allocated.isEmpty()) {
      return "";
    }
    double[] sorted = allocated.stream().mapToDouble(v -> v).sorted().toArray();
    return Quantity.bytes(Math.round(sorted[sorted.length / 2])) + "/op";
  }

  private static String legend(
      List<Line> lines, List<Timings> timings, boolean relative, boolean memory) {
    StringBuilder text = new StringBuilder();
    text.append("±       half of the median's 95 % interval; n runs, or JVMs of an operation\n");
    if (relative) {
      String name =
          timings.stream()
              .filter(TimingText::isVanilla)
              .map(each -> each.implementation().getName())
              .findFirst()
              .orElse("");
      text.append("times   as long as ").append(name).append(" takes for the same\n");
    }
    if (memory) {
      text.append("memory  the peak of the largest process; /op: allocated by one call\n");
    }
    if (lines.stream().anyMatch(line -> line.timed().steady() == Steady.NO)) {
      text.append("~       had not stopped changing: more warm-ups\n");
    }
    if (lines.stream()
        .anyMatch(
            line ->
                line.timed().status() == CaseStatus.FAILED
                    && line.timed().statistics().count() > 0)) {
      text.append("!       failed after so many runs\n");
    }
    return text.toString();
  }
}
