package benchwright.report.chart;

import benchwright.report.markup.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Draws charts as static SVG: the same bytes for the same chart on every machine, readable by a
 * screen reader, and with colours that its style sheet gives, light or dark.
 */
public final class SvgChart {
  /** A page has larger letters than a drawing. */
  private static final double ENLARGED = 1.2;

  private SvgChart() {}

  /** A file of its own, with a background and the style sheet in it. */
  public static String file(Chart chart) {
    return drawn(chart, true).toString() + "\n";
  }

  /** A part of a page, which has {@link #style} among its own. */
  public static Markup inline(Chart chart) {
    return drawn(chart, false);
  }

  /** The style sheet that the drawings in a page need, colours as variables. */
  public static String style() {
    return Colours.variables() + rules();
  }

  /** The look of a curve, for a legend beside the chart. */
  public static Markup swatch(int style) {
    Markup markup = new Markup();
    markup.open("svg").in("chart swatch").attribute("viewBox", "0 0 26 12");
    markup.attribute("width", 26).attribute("height", 12).attribute("aria-hidden", "true");
    Drawing drawing = new Drawing(markup);
    drawing.line("curve " + Drawing.look(style), 1, 6, 25, 6);
    Pen marker = new Pen();
    Marker.draw(marker, style, 13, 6, 4);
    drawing.path("mark " + Drawing.colour(style), marker);
    return markup.close();
  }

  static String rules() {
    String name = "chart.css";
    try (InputStream in = SvgChart.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Markup drawn(Chart chart, boolean alone) {
    Markup markup = new Markup();
    Drawing drawing = new Drawing(markup);
    if (chart instanceof Plot plot) {
      PlotDrawing it = new PlotDrawing(plot);
      begin(markup, chart, alone, it.classes(), it.axes(), it.width(), it.height());
      it.draw(drawing);
    } else if (chart instanceof Bars bars) {
      BarsDrawing it = new BarsDrawing(bars);
      begin(markup, chart, alone, "bars", "", it.width(), it.height());
      it.draw(drawing);
    } else if (chart instanceof Strips strips) {
      StripsDrawing it = new StripsDrawing(strips);
      begin(markup, chart, alone, "strips", "", it.width(), it.height());
      it.draw(drawing);
    } else if (chart instanceof Ranking ranking) {
      RankingDrawing it = new RankingDrawing(ranking);
      begin(markup, chart, alone, "ranking", "", it.width(), it.height());
      it.draw(drawing);
    } else if (chart instanceof Grid grid) {
      GridDrawing it = new GridDrawing(grid);
      begin(markup, chart, alone, "heat-table", "", it.width(), it.height());
      it.draw(drawing);
    }
    return markup.close();
  }

  private static void begin(
      Markup markup,
      Chart chart,
      boolean alone,
      String classes,
      String axes,
      double width,
      double height) {
    boolean small = chart instanceof Plot plot && plot.small();
    markup.open("svg");
    if (alone) {
      markup.attribute("xmlns", "http://www.w3.org/2000/svg");
    }
    markup
        .in("chart " + classes)
        .attribute("viewBox", "0 0 " + Pen.number(width) + " " + Pen.number(height));
    if (alone) {
      markup.attribute("width", Pen.number(width)).attribute("height", Pen.number(height));
    } else if (!small) {
      markup.attribute("width", (int) Math.round(width * ENLARGED));
    }
    markup.attribute("role", "img").attribute("aria-label", chart.title());
    if (!axes.isEmpty()) {
      markup.attribute("data-axes", axes);
    }
    if (alone || !small) {
      // Many small charts are described by the text that they stand in.
      markup.element("title", chart.title()).element("desc", chart.description());
    }
    if (alone) {
      markup.open("style").source(Colours.resolved(rules())).close();
      markup.open("rect").in("paper").attribute("width", "100%").attribute("height", "100%");
      markup.close();
    }
  }
}
