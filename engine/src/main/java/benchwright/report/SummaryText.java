package benchwright.report;

import benchwright.artifact.Summary;
import benchwright.artifact.SummaryRow;
import benchwright.artifact.TargetRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A summary as a table: a line for each function and dimension, a column for each optimizer, and
 * further tables below where the columns do not fit.
 */
public final class SummaryText {
  private static final int BLANKS = 2;

  private record Place(String function, int dimension) {}

  private final Palette palette;
  private final int columns;

  /**
   * @param columns how many characters fit into a line.
   */
  public SummaryText(Palette palette, int columns) {
    this.palette = palette;
    this.columns = columns;
  }

  /** The tables and a line that explains their cells. */
  public String render(Summary summary) {
    Set<String> optimizers = new LinkedHashSet<>();
    // By name, because the first hash of a record costs a run of nothing else 30 ms of linking.
    Map<String, Place> byName = new LinkedHashMap<>();
    for (SummaryRow row : summary.rows()) {
      optimizers.add(row.optimizer());
      byName.putIfAbsent(
          row.function() + "/" + row.dimension(), new Place(row.function(), row.dimension()));
    }
    Collection<Place> places = byName.values();
    if (places.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (List<String> block : blocks(summary, List.copyOf(optimizers), places)) {
      text.append(table(summary, block, places)).append('\n');
    }
    return text.append(legend(summary)).toString();
  }

  /** As many optimizers in a block as fit beside function and dimension; at least one. */
  private List<List<String>> blocks(
      Summary summary, List<String> optimizers, Collection<Place> places) {
    int heading = "function".length();
    for (Place place : places) {
      heading = Math.max(heading, place.function().length());
    }
    heading += BLANKS + "dim".length();
    List<List<String>> blocks = new ArrayList<>();
    List<String> block = new ArrayList<>();
    int used = heading;
    for (String optimizer : optimizers) {
      int width = optimizer.length();
      for (SummaryRow row : summary.rows()) {
        if (row.optimizer().equals(optimizer)) {
          width = Math.max(width, cell(row).length());
        }
      }
      if (!block.isEmpty() && used + BLANKS + width > columns) {
        blocks.add(block);
        block = new ArrayList<>();
        used = heading;
      }
      block.add(optimizer);
      used += BLANKS + width;
    }
    blocks.add(block);
    return blocks;
  }

  private String table(Summary summary, List<String> optimizers, Collection<Place> places) {
    List<Boolean> toTheRight = new ArrayList<>(List.of(false, true));
    List<String> titles = new ArrayList<>(List.of("function", "dim"));
    for (String optimizer : optimizers) {
      toTheRight.add(true);
      titles.add(optimizer);
    }
    Table table = new Table(toTheRight);
    table.add(titles);
    for (Place place : places) {
      List<String> cells = new ArrayList<>();
      cells.add(place.function());
      cells.add(Integer.toString(place.dimension()));
      int best = -1;
      double least = Double.POSITIVE_INFINITY;
      boolean filled = false;
      for (String optimizer : optimizers) {
        Optional<SummaryRow> row = find(summary, optimizer, place);
        double time = row.map(SummaryText::expectedTime).orElse(Double.POSITIVE_INFINITY);
        if (time < least) {
          least = time;
          best = cells.size();
        }
        filled |= row.isPresent();
        cells.add(row.map(SummaryText::cell).orElse(""));
      }
      if (filled) {
        table.add(cells, optimizers.size() > 1 ? best : -1);
      }
    }
    return table.toText(palette);
  }

  private static Optional<SummaryRow> find(Summary summary, String optimizer, Place place) {
    for (SummaryRow row : summary.rows()) {
      if (row.optimizer().equals(optimizer)
          && row.function().equals(place.function())
          && row.dimension() == place.dimension()) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  private static double expectedTime(SummaryRow row) {
    List<TargetRow> targets = row.targets();
    return targets.isEmpty() ? Double.POSITIVE_INFINITY : targets.get(targets.size() - 1).ert();
  }

  /** {@code 1,234 6/6}: hit; {@code +3.1e-02 0/6}: that far away; {@code 3.1e-02}: nobody knows. */
  private static String cell(SummaryRow row) {
    String failed = row.failed() > 0 ? " !" + row.failed() : "";
    String median = Quantity.distance(row.finalValues().median());
    if (row.targets().isEmpty()) {
      return median + failed;
    }
    String rate = " " + row.successes() + "/" + row.trials();
    return row.successes() > 0
        ? Quantity.shortCount(expectedTime(row)) + rate + failed
        : "+" + median + rate + failed;
  }

  private String legend(Summary summary) {
    boolean known = false;
    boolean unknown = false;
    boolean missed = false;
    boolean failed = false;
    double hardest = 0;
    for (SummaryRow row : summary.rows()) {
      failed |= row.failed() > 0;
      if (row.targets().isEmpty()) {
        unknown = true;
      } else {
        known = true;
        missed |= row.successes() == 0;
        hardest = row.targets().get(row.targets().size() - 1).target();
      }
    }
    StringBuilder text = new StringBuilder();
    if (known) {
      text.append("1,234 6/6     expected evaluations until the optimum is ")
          .append(Quantity.target(hardest))
          .append(" away, hits/trials\n");
    }
    if (missed) {
      text.append("+3.1e-02 0/6  no hit: how far away the median trial ended\n");
    }
    if (unknown) {
      text.append("3.1e-02       the median of the best values, where no optimum is known\n");
    }
    if (failed) {
      text.append("!2            so many of the trials failed\n");
    }
    return palette.faint(text.toString());
  }
}
