package benchwright.report.chart;

import benchwright.report.chart.Ranking.Group;
import benchwright.report.chart.Ranking.Ranked;
import java.util.List;

/**
 * Draws a critical-difference diagram: the better half of the names to the left, the others to the
 * right, each tied to its rank by a line.
 */
final class RankingDrawing {
  private static final double WIDTH = 640;
  private static final double SIZE = Drawing.SIZE;
  private static final double ROW = 22;
  private static final double NAMES = 170;

  private final Ranking ranking;
  private final int count;
  private final double axisTop;
  private final double namesTop;
  private final Scale scale;
  private final int most;

  RankingDrawing(Ranking ranking) {
    this.ranking = ranking;
    this.count = ranking.ranked().size();
    this.most = Math.max(2, (int) Math.ceil(ranking.ranked().get(count - 1).rank()));
    boolean difference = Double.isFinite(ranking.criticalDifference());
    this.axisTop = 8 + SIZE * 2 + (difference ? 26 : 6) + SIZE * 1.6;
    this.namesTop = axisTop + 14 + ranking.groups().size() * 9 + 12;
    this.scale =
        new Scale(new Axis("", Unit.NUMBER, false, 1, most), NAMES + 20, WIDTH - NAMES - 20);
  }

  double width() {
    return WIDTH;
  }

  double height() {
    return Math.ceil(namesTop + Math.ceil(count / 2.0) * ROW + SIZE * 0.6);
  }

  void draw(Drawing drawing) {
    drawing.name("title", 4, 8 + SIZE, ranking.title(), SIZE * 1.1, WIDTH - 8);
    difference(drawing);
    drawing.markup().open("g").in("grid");
    Pen ticks = new Pen().move(scale.at(1), axisTop).line(scale.at(most), axisTop);
    int step = most > 16 ? 2 : 1;
    for (int rank = 1; rank <= most; rank++) {
      double at = scale.at(rank);
      ticks.move(at, axisTop - 6).line(at, axisTop);
      if ((rank - 1) % step == 0) {
        drawing.text("tick m", at, axisTop - 10, Integer.toString(rank));
      }
    }
    drawing.path("base", ticks);
    drawing.text("axis e", scale.at(1) - 14, axisTop - 10, "better");
    drawing.text("axis", scale.at(most) + 14, axisTop - 10, "worse");
    drawing.markup().close();
    int half = (count + 1) / 2;
    for (int i = 0; i < count; i++) {
      boolean left = i < half;
      int row = left ? i : count - 1 - i;
      ranked(drawing, ranking.ranked().get(i), namesTop + row * ROW + ROW / 2, left);
    }
    List<Group> groups = ranking.groups();
    for (int i = 0; i < groups.size(); i++) {
      double y = axisTop + 14 + i * 9;
      Group group = groups.get(i);
      double from = scale.at(ranking.ranked().get(group.first()).rank()) - 4;
      double to = scale.at(ranking.ranked().get(group.last()).rank()) + 4;
      drawing.line("clique", from, y, to, y);
    }
  }

  /** How far apart ranks must lie, drawn to scale. */
  private void difference(Drawing drawing) {
    double reach = ranking.criticalDifference();
    if (!Double.isFinite(reach)) {
      return;
    }
    double from = scale.at(1);
    double to = Math.min(WIDTH - 8, from + (scale.at(2) - scale.at(1)) * reach);
    double y = 8 + SIZE * 2 + 12;
    Pen pen = new Pen().move(from, y).line(to, y).move(from, y - 4).line(from, y + 4);
    drawing.path("whisker", pen.move(to, y - 4).line(to, y + 4));
    String text = "critical difference " + Unit.NUMBER.text(reach);
    boolean room = to + 8 + Letters.width(text, SIZE) < WIDTH;
    drawing.text("axis" + (room ? "" : " e"), room ? to + 8 : from - 8, y + SIZE * 0.35, text);
  }

  private void ranked(Drawing drawing, Ranked each, double y, boolean left) {
    double at = scale.at(each.rank());
    double end = left ? NAMES + 4 : WIDTH - NAMES - 4;
    drawing.markup().open("g").in("series").attribute("data-series", each.name());
    drawing
        .markup()
        .element("title", each.name() + " · mean rank " + Unit.NUMBER.text(each.rank()));
    drawing.path("lead", new Pen().move(at, axisTop).line(at, y).line(end, y));
    Pen marker = new Pen();
    Marker.draw(marker, each.style(), at, axisTop, SIZE * 0.36);
    drawing.path("mark " + Drawing.colour(each.style()), marker);
    String rank = Unit.NUMBER.text(each.rank());
    double room = NAMES - 10 - Letters.width(rank, SIZE) - 10;
    double base = y + SIZE * 0.35;
    String shown = Letters.shortened(each.name(), SIZE, room);
    if (left) {
      drawing.text("value e", end - 6, base, rank);
      drawing.text("name e", end - 12 - Letters.width(rank, SIZE), base, shown);
    } else {
      drawing.text("value", end + 6, base, rank);
      drawing.text("name", end + 12 + Letters.width(rank, SIZE), base, shown);
    }
    drawing.markup().close();
  }
}
