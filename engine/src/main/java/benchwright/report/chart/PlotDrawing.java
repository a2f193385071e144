package benchwright.report.chart;

import benchwright.report.chart.Drawing.Named;
import benchwright.report.chart.Scale.Tick;
import java.util.ArrayList;
import java.util.List;

/** Draws curves. */
final class PlotDrawing {
  private static final double WIDTH = 640;
  private static final double HEIGHT = 300;
  private static final double SMALL_WIDTH = 300;
  private static final double SMALL_HEIGHT = 132;
  private static final int MARKERS = 4;

  private final Plot plot;
  private final double size;
  private final double width;
  private final double inner;
  private final double left;
  private final double right;
  private final List<Named> keys;
  private final int legendLines;
  private final double top;
  private final Scale x;
  private final Scale y;

  PlotDrawing(Plot plot) {
    this.plot = plot;
    this.size = plot.small() ? Drawing.SMALL : Drawing.SIZE;
    this.width = plot.small() ? SMALL_WIDTH : WIDTH;
    this.inner = plot.small() ? SMALL_HEIGHT : HEIGHT;
    this.keys = plot.series().stream().map(each -> new Named(each.name(), each.style())).toList();
    int most = plot.small() ? 5 : 8;
    double widest = 0;
    for (Tick tick : new Scale(plot.y(), 0, 1).ticks(most)) {
      widest = Math.max(widest, Letters.width(tick.text(), size));
    }
    this.left = Math.ceil(widest + 12);
    this.right = width - 14;
    this.legendLines =
        plot.small() || keys.size() < 2 ? 0 : Drawing.legendLines(keys, width - 16, size);
    this.top = 8 + size * (plot.small() ? 2 : 3.5 + legendLines * 1.6);
    this.x = new Scale(plot.x(), left, right);
    this.y = new Scale(plot.y(), top + inner, top);
  }

  double width() {
    return width;
  }

  double height() {
    return Math.ceil(top + inner + size * (plot.small() ? 2 : 3.2));
  }

  String classes() {
    return plot.small() ? "plot small" : "plot";
  }

  /** The axes, for a script that reads values off the curves. */
  String axes() {
    return x.attribute() + " " + y.attribute();
  }

  void draw(Drawing drawing) {
    double baseline = 8 + size;
    drawing.name("title", 4, baseline, plot.title(), size * 1.1, width - 8);
    if (legendLines > 0) {
      drawing.legend(keys, 8, 8 + size * 1.7, width - 16, size, true);
    }
    if (!plot.small()) {
      drawing.text("axis", 4, top - size * 0.9, plot.y().title());
    }
    double bottom = top + inner;
    drawing.markup().open("g").in("grid");
    Pen lines = new Pen();
    for (Tick tick : y.ticks(plot.small() ? 5 : 8)) {
      if (plot.small() && tick.text().isEmpty()) {
        continue;
      }
      lines.move(left, tick.position()).line(right, tick.position());
    }
    List<Tick> along = x.ticks(plot.small() ? 6 : 10);
    for (Tick tick : along) {
      lines.move(tick.position(), bottom).line(tick.position(), top);
    }
    drawing.path("rule", lines);
    drawing.markup().open("text").in("tick e");
    for (Tick tick : y.ticks(plot.small() ? 5 : 8)) {
      if (!tick.text().isEmpty()) {
        drawing.part(left - 6, tick.position() + size * 0.35, tick.text());
      }
    }
    drawing.markup().close();
    labels(drawing, along, bottom);
    drawing.line("base", left, bottom, right, bottom);
    drawing.markup().close();
    if (!plot.small()) {
      drawing.text("axis x-title e", right, bottom + size * 2.75, plot.x().title());
    }
    for (Series each : plot.series()) {
      series(drawing, each);
    }
    for (Limit each : plot.limits()) {
      limit(drawing, each);
    }
  }

  /** Labels that would touch the one before are left away. */
  private void labels(Drawing drawing, List<Tick> ticks, double bottom) {
    double free = 0;
    drawing.markup().open("text").in("tick m");
    for (Tick tick : ticks) {
      double half = Letters.width(tick.text(), size) / 2;
      double middle = Math.min(tick.position(), width - half - 1);
      if (!tick.text().isEmpty() && middle - half >= free) {
        drawing.part(middle, bottom + size * 1.35, tick.text());
        free = middle + half + 6;
      }
    }
    drawing.markup().close();
  }

  private void limit(Drawing drawing, Limit limit) {
    Axis axis = limit.along() ? plot.x() : plot.y();
    if (limit.value() < axis.least() || limit.value() > axis.greatest()) {
      return;
    }
    if (limit.along()) {
      double at = x.at(limit.value());
      drawing.line("limit", at, top, at, top + inner);
      boolean room = at + Letters.width(limit.name(), size) + 6 < right;
      drawing.text(room ? "note" : "note e", room ? at + 4 : at - 4, top + size, limit.name());
    } else {
      double at = y.at(limit.value());
      drawing.line("limit", left, at, right, at);
      if (!limit.name().isEmpty()) {
        drawing.text("note e", right - 2, at - 4, limit.name());
      }
    }
  }

  private void series(Drawing drawing, Series series) {
    drawing.markup().open("g").in("series").attribute("data-series", series.name());
    for (List<Point> run : runs(series.points(), true)) {
      if (run.size() > 1) {
        drawing.path("band " + Drawing.colour(series.style()), band(run, series.stepped()));
      }
    }
    Pen curve = new Pen();
    Pen marks = new Pen(true);
    boolean any = false;
    for (List<Point> run : runs(series.points(), false)) {
      trace(curve, run, series.stepped());
      any = true;
    }
    if (any) {
      drawing.path(
          "curve " + Drawing.look(series.style()) + (series.marked() ? " points" : ""), curve);
      mark(marks, series);
      drawing.path("mark " + Drawing.colour(series.style()), marks);
    }
    drawing.markup().close();
  }

  /** The stretches of a curve without a gap. */
  private static List<List<Point>> runs(List<Point> points, boolean bands) {
    List<List<Point>> runs = new ArrayList<>();
    List<Point> run = new ArrayList<>();
    for (Point point : points) {
      if (bands ? point.hasBand() : point.isDrawn()) {
        run.add(point);
      } else if (!run.isEmpty()) {
        runs.add(run);
        run = new ArrayList<>();
      }
    }
    if (!run.isEmpty()) {
      runs.add(run);
    }
    return runs;
  }

  private void trace(Pen pen, List<Point> run, boolean stepped) {
    double before = Double.NaN;
    for (int i = 0; i < run.size(); i++) {
      Point point = run.get(i);
      double height = y.at(point.y());
      if (i == 0) {
        pen.move(x.at(point.x()), height);
      } else if (height != before || i == run.size() - 1) {
        if (stepped) {
          pen.line(x.at(point.x()), before);
        }
        pen.line(x.at(point.x()), height);
      } else if (!stepped) {
        pen.line(x.at(point.x()), height);
      }
      before = height;
    }
    if (run.size() == 1) {
      pen.dot(x.at(run.get(0).x()), before);
    }
  }

  private Pen band(List<Point> run, boolean stepped) {
    Pen pen = new Pen(plot.small());
    double before = y.at(run.get(0).upper());
    pen.move(x.at(run.get(0).x()), before);
    int last = run.size() - 1;
    for (int i = 1; i <= last; i++) {
      double height = y.at(run.get(i).upper());
      if (stepped && height == before && i < last) {
        continue;
      }
      if (stepped) {
        pen.line(x.at(run.get(i).x()), before);
      }
      pen.line(x.at(run.get(i).x()), height);
      before = height;
    }
    before = y.at(run.get(last).lower());
    pen.line(x.at(run.get(last).x()), before);
    for (int i = last - 1; i >= 0; i--) {
      double height = y.at(run.get(i).lower());
      if (stepped && height == before && i > 0) {
        continue;
      }
      if (stepped) {
        pen.line(x.at(run.get(i + 1).x()), before);
        pen.line(x.at(run.get(i + 1).x()), height);
      }
      pen.line(x.at(run.get(i).x()), height);
      before = height;
    }
    return pen.end();
  }

  /** Each measured point, or a few evenly over the width, other ones for each curve. */
  private void mark(Pen pen, Series series) {
    double reach = size * (plot.small() ? 0.3 : 0.36);
    List<Point> drawn = series.points().stream().filter(Point::isDrawn).toList();
    if (series.marked()) {
      for (Point point : drawn) {
        Marker.draw(pen, series.style(), x.at(point.x()), y.at(point.y()), reach);
      }
      return;
    }
    int markers = plot.small() ? MARKERS - 1 : MARKERS;
    double gap = (right - left) / markers;
    double next = left + gap * (0.2 + 0.13 * (series.style() % 6));
    for (int i = 0; i < drawn.size(); i++) {
      double from = x.at(drawn.get(i).x());
      double to = i + 1 < drawn.size() ? x.at(drawn.get(i + 1).x()) : from;
      while (next <= to && next >= from && next < right) {
        double share = to > from && !series.stepped() ? (next - from) / (to - from) : 0;
        double low = y.at(drawn.get(i).y());
        double high = i + 1 < drawn.size() ? y.at(drawn.get(i + 1).y()) : low;
        Marker.draw(pen, series.style(), next, low + share * (high - low), reach);
        next += gap;
      }
      if (next < from) {
        next += gap * Math.ceil((from - next) / gap);
      }
    }
  }
}
