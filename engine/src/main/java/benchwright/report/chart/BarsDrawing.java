package benchwright.report.chart;

import benchwright.report.chart.Bars.Bar;
import benchwright.report.chart.Drawing.Named;
import benchwright.report.chart.Scale.Tick;
import java.util.ArrayList;
import java.util.List;

/** Draws lying bars. */
final class BarsDrawing {
  private static final double WIDTH = 640;
  private static final double ROW = 26;
  private static final double SIZE = Drawing.SIZE;

  private final Bars bars;
  private final double left;
  private final double right;
  private final double top;
  private final List<Named> keys = new ArrayList<>();
  private final int legendLines;
  private final Scale scale;

  BarsDrawing(Bars bars) {
    this.bars = bars;
    for (int i = 0; i < bars.parts().size(); i++) {
      keys.add(new Named(bars.parts().get(i), i));
    }
    this.legendLines = keys.size() < 2 ? 0 : Drawing.legendLines(keys, WIDTH - 16, SIZE);
    double names = 0;
    double notes = 0;
    for (Bar bar : bars.bars()) {
      names = Math.max(names, Letters.width(bar.name(), SIZE));
      notes = Math.max(notes, Letters.width(bar.note(), SIZE));
    }
    this.left = Math.ceil(Math.min(190, names) + 14);
    this.right = Math.floor(WIDTH - 14 - (notes > 0 ? notes + 8 : 0));
    this.top = 8 + SIZE * 1.9 + legendLines * SIZE * 1.6 + 6;
    this.scale = new Scale(bars.axis(), left, right);
  }

  double width() {
    return WIDTH;
  }

  double height() {
    return Math.ceil(top + bars.bars().size() * ROW + SIZE * 3.4);
  }

  void draw(Drawing drawing) {
    drawing.name("title", 4, 8 + SIZE, bars.title(), SIZE * 1.1, WIDTH - 8);
    if (legendLines > 0) {
      drawing.legend(keys, 8, 8 + SIZE * 1.7, WIDTH - 16, SIZE, false);
    }
    double bottom = top + bars.bars().size() * ROW + 4;
    Rows.axis(drawing, scale, bars.axis(), top, bottom, left, right);
    for (int i = 0; i < bars.bars().size(); i++) {
      bar(drawing, bars.bars().get(i), top + i * ROW);
    }
  }

  private void bar(Drawing drawing, Bar bar, double y) {
    Unit unit = bars.axis().unit();
    drawing.name("name e", left - 8, y + ROW * 0.5 + SIZE * 0.35, bar.name(), SIZE, left - 12);
    double sum = 0;
    double end = left;
    for (int i = 0; i < bar.values().size(); i++) {
      double value = bar.values().get(i);
      if (!(value > 0)) {
        continue;
      }
      double from = scale.at(sum);
      sum += value;
      end = scale.at(sum);
      String part = bars.parts().get(i);
      drawing.markup().open("g").in("series").attribute("data-series", part);
      // A hair between the parts, so that they can be told without colour.
      double gap = end - from > 2 && bars.parts().size() > 1 ? 1 : 0;
      drawing.rectangle(
          "part " + Drawing.colour(i),
          from,
          y + 4,
          end - from - gap,
          ROW - 8,
          bar.name() + " · " + (part.isEmpty() ? "" : part + ": ") + unit.text(value));
      drawing.markup().close();
    }
    if (!Double.isNaN(bar.lower()) && !Double.isNaN(bar.upper())) {
      double middle = y + ROW / 2;
      double low = scale.at(bar.lower());
      double high = scale.at(bar.upper());
      Pen pen = new Pen().move(low, middle).line(high, middle);
      pen.move(low, middle - 4).line(low, middle + 4).move(high, middle - 4);
      drawing.path("whisker", pen.line(high, middle + 4));
      end = Math.max(end, high);
    }
    if (!bar.note().isEmpty()) {
      drawing.text("value", end + 6, y + ROW * 0.5 + SIZE * 0.35, bar.note());
    }
  }

  /** What charts with a thing on each row have in common. */
  static final class Rows {
    private Rows() {}

    static void axis(
        Drawing drawing,
        Scale scale,
        Axis axis,
        double top,
        double bottom,
        double left,
        double right) {
      drawing.markup().open("g").in("grid");
      List<Tick> ticks = scale.ticks(Math.max(2, (int) ((right - left) / 60)));
      Pen lines = new Pen();
      for (Tick tick : ticks) {
        lines.move(tick.position(), top).line(tick.position(), bottom);
      }
      drawing.path("rule", lines);
      double free = 0;
      for (Tick tick : ticks) {
        double half = Letters.width(tick.text(), SIZE) / 2;
        if (!tick.text().isEmpty() && tick.position() - half >= free) {
          drawing.text("tick m", tick.position(), bottom + SIZE * 1.3, tick.text());
          free = tick.position() + half + 6;
        }
      }
      drawing.line("base", left, top, left, bottom);
      drawing.text("axis e", right, bottom + SIZE * 2.6, axis.title());
      drawing.markup().close();
    }
  }
}
