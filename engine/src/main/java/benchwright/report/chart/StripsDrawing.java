package benchwright.report.chart;

import benchwright.report.chart.Strips.Strip;

/** Draws strips of samples. */
final class StripsDrawing {
  private static final double WIDTH = 640;
  private static final double ROW = 34;
  private static final double SIZE = Drawing.SIZE;

  /** More dots than these in a strip are no dots any more. */
  private static final int MOST = 400;

  private final Strips strips;
  private final double left;
  private final double right;
  private final double top;
  private final Scale scale;

  StripsDrawing(Strips strips) {
    this.strips = strips;
    double names = 0;
    double notes = 0;
    for (Strip strip : strips.strips()) {
      names = Math.max(names, Letters.width(strip.name(), SIZE));
      notes = Math.max(notes, Letters.width(strip.note(), SIZE));
    }
    this.left = Math.ceil(Math.min(190, names) + 14);
    this.right = Math.floor(WIDTH - 14 - (notes > 0 ? notes + 8 : 0));
    this.top = 8 + SIZE * 1.9 + (strips.limits().isEmpty() ? 4 : SIZE * 1.6);
    this.scale = new Scale(strips.axis(), left, right);
  }

  double width() {
    return WIDTH;
  }

  double height() {
    return Math.ceil(top + strips.strips().size() * ROW + SIZE * 3.4);
  }

  void draw(Drawing drawing) {
    drawing.name("title", 4, 8 + SIZE, strips.title(), SIZE * 1.1, WIDTH - 8);
    double bottom = top + strips.strips().size() * ROW + 2;
    BarsDrawing.Rows.axis(drawing, scale, strips.axis(), top, bottom, left, right);
    for (int i = 0; i < strips.strips().size(); i++) {
      strip(drawing, strips.strips().get(i), top + i * ROW + ROW / 2);
    }
    for (Limit limit : strips.limits()) {
      if (limit.value() >= strips.axis().least() && limit.value() <= strips.axis().greatest()) {
        double at = scale.at(limit.value());
        drawing.line("limit", at, top, at, bottom);
        double half = Letters.width(limit.name(), SIZE) / 2;
        double middle = Math.max(half + 2, Math.min(at, WIDTH - half - 2));
        drawing.text("note m", middle, top - 4, limit.name());
      }
    }
  }

  private void strip(Drawing drawing, Strip strip, double middle) {
    Unit unit = strips.axis().unit();
    drawing.name("name e", left - 8, middle + SIZE * 0.35, strip.name(), SIZE, left - 12);
    drawing.markup().open("g").in("series").attribute("data-series", strip.name());
    drawing.markup().element("title", says(strip));
    int count = strip.samples().size();
    int step = Math.max(1, (count + MOST - 1) / MOST);
    Pen dots = new Pen();
    for (int i = 0; i < count; i += step) {
      double value = strip.samples().get(i);
      if (Double.isFinite(value)) {
        // Apart by the golden section: neighbours in time never lie on each other.
        double share = i * 0.6180339887498949;
        double y = middle + (share - Math.floor(share) - 0.5) * ROW * 0.55;
        dots.dot(scale.at(value), y);
      }
    }
    drawing.path("dots " + Drawing.colour(strip.style()), dots);
    if (!Double.isNaN(strip.lower()) && !Double.isNaN(strip.upper())) {
      double low = scale.at(strip.lower());
      double high = scale.at(strip.upper());
      drawing.rectangle("interval", low, middle - 2.5, Math.max(2, high - low), 5, "");
    }
    if (Double.isFinite(strip.middle())) {
      double at = scale.at(strip.middle());
      drawing.line("middle", at, middle - ROW * 0.36, at, middle + ROW * 0.36);
    }
    // What the pointer meets: the dots alone would be hard to hit.
    drawing.rectangle("touch", left, middle - ROW / 2, right - left, ROW, "");
    drawing.markup().close();
    if (!strip.note().isEmpty()) {
      drawing.text("value", right + 8, middle + SIZE * 0.35, strip.note());
    }
    if (Double.isNaN(strip.middle()) && unit == Unit.NANOS) {
      drawing.text("axis", left + 8, middle + SIZE * 0.35, "not measured");
    }
  }

  private String says(Strip strip) {
    Unit unit = strips.axis().unit();
    StringBuilder text = new StringBuilder(strip.name());
    text.append(" · median ").append(unit.text(strip.middle()));
    if (!Double.isNaN(strip.lower()) && !Double.isNaN(strip.upper())) {
      text.append(" · 95 % ").append(unit.text(strip.lower()));
      text.append(" to ").append(unit.text(strip.upper()));
    }
    int count = strip.samples().size();
    return text.append(" · ").append(count).append(count == 1 ? " sample" : " samples").toString();
  }
}
