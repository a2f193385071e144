package benchwright.report.chart;

import benchwright.report.markup.Markup;
import java.util.List;

/** A word-sized curve without axes (Tufte, Beautiful Evidence, 2006). */
public final class Spark {
  private static final double WIDTH = 120;
  private static final double HEIGHT = 26;
  private static final double EDGE = 4;

  private Spark() {}

  /**
   * Draws values from the oldest to the newest, the newest with a dot; those that are not finite
   * are left out.
   */
  public static Markup draw(List<Double> values, String says) {
    return drawn(values, says, false);
  }

  /** The same as a file of its own, with the style sheet in it. */
  public static String file(List<Double> values, String says) {
    return drawn(values, says, true).toString() + "\n";
  }

  private static Markup drawn(List<Double> values, String says, boolean alone) {
    double[] finite = values.stream().mapToDouble(each -> each).filter(Double::isFinite).toArray();
    Markup markup = new Markup();
    markup.open("svg");
    if (alone) {
      markup.attribute("xmlns", "http://www.w3.org/2000/svg");
    }
    markup
        .in("spark")
        .attribute("viewBox", "0 0 " + (int) WIDTH + " " + (int) HEIGHT)
        .attribute("width", (int) WIDTH)
        .attribute("height", (int) HEIGHT)
        .attribute("role", "img")
        .attribute("aria-label", says);
    markup.element("title", says);
    if (alone) {
      markup.open("style").source(Colours.resolved(SvgChart.rules())).close();
    }
    if (finite.length > 0) {
      double least = Double.POSITIVE_INFINITY;
      double greatest = Double.NEGATIVE_INFINITY;
      for (double value : finite) {
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
      double span = greatest - least;
      Pen pen = new Pen();
      double x = EDGE;
      double y = HEIGHT / 2;
      for (int i = 0; i < finite.length; i++) {
        x = EDGE + (finite.length == 1 ? 1 : (double) i / (finite.length - 1)) * (WIDTH - 2 * EDGE);
        double share = span > 0 ? (finite[i] - least) / span : 0.5;
        y = HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE);
        if (i == 0) {
          pen.move(x, y);
        } else {
          pen.line(x, y);
        }
      }
      Drawing drawing = new Drawing(markup);
      drawing.path("curve c0", pen);
      Pen dot = new Pen();
      Marker.draw(dot, 0, x, y, 2.8);
      drawing.path("mark c0", dot);
    }
    return markup.close();
  }
}
