package benchwright.report.chart;

import benchwright.report.markup.Markup;
import java.util.List;

/** The parts that all charts are drawn from. */
final class Drawing {
  /** Letters of ticks and names. */
  static final double SIZE = 12;

  /** Letters of a chart that is one of many. */
  static final double SMALL = 10;

  private static final int COLOURS = 8;
  private static final int DASHES = 5;
  private static final double KEY = 26;

  /** A name in a legend. */
  record Named(String name, int style) {}

  private final Markup markup;

  Drawing(Markup markup) {
    this.markup = markup;
  }

  Markup markup() {
    return markup;
  }

  /** The classes that give a line its colour and its dashes. */
  static String look(int style) {
    return "c" + Math.floorMod(style, COLOURS) + " d" + Math.floorMod(style, DASHES);
  }

  static String colour(int style) {
    return "c" + Math.floorMod(style, COLOURS);
  }

  void text(String classes, double x, double y, String content) {
    markup
        .open("text")
        .in(classes)
        .attribute("x", Pen.number(x))
        .attribute("y", Pen.number(y))
        .text(content)
        .close();
  }

  /** A part of a text that has been begun, at a place of its own. */
  void part(double x, double y, String content) {
    markup
        .open("tspan")
        .attribute("x", Pen.coarse(x))
        .attribute("y", Pen.coarse(y))
        .text(content)
        .close();
  }

  /** A name as far as it fits; all of it under the pointer. */
  void name(String classes, double x, double y, String name, double size, double most) {
    // Bold letters are wider.
    double room = classes.equals("title") ? most / 1.1 : most;
    String shown = Letters.shortened(name, size, room);
    markup
        .open("text")
        .in(classes)
        .attribute("x", Pen.number(x))
        .attribute("y", Pen.number(y))
        .text(shown);
    if (!shown.equals(name)) {
      markup.element("title", name);
    }
    markup.close();
  }

  void path(String classes, Pen pen) {
    markup.open("path").in(classes).attribute("d", pen.toString()).close();
  }

  void line(String classes, double x1, double y1, double x2, double y2) {
    path(classes, new Pen().move(x1, y1).line(x2, y2));
  }

  /** A rectangle; what it says stands under the pointer. */
  void rectangle(String classes, double x, double y, double width, double height, String says) {
    markup
        .open("rect")
        .in(classes)
        .attribute("x", Pen.number(x))
        .attribute("y", Pen.number(y))
        .attribute("width", Pen.number(Math.max(0, width)))
        .attribute("height", Pen.number(Math.max(0, height)));
    if (!says.isEmpty()) {
      markup.element("title", says);
    }
    markup.close();
  }

  /** How many lines of a legend the names take, side by side. */
  static int legendLines(List<Named> keys, double width, double size) {
    double x = 0;
    int lines = 1;
    for (Named key : keys) {
      double wide = keyWidth(key, size, width);
      if (x > 0 && x + wide > width) {
        x = 0;
        lines++;
      }
      x += wide;
    }
    return lines;
  }

  /** The legend; {@code lines} tells whether its keys are lines with markers or filled squares. */
  void legend(List<Named> keys, double left, double top, double width, double size, boolean lines) {
    double x = 0;
    double y = top + size;
    for (Named key : keys) {
      double wide = keyWidth(key, size, width);
      if (x > 0 && x + wide > width) {
        x = 0;
        y += size * 1.6;
      }
      markup.open("g").in("key").attribute("data-series", key.name());
      double middle = y - size * 0.35;
      if (lines) {
        line("curve " + look(key.style()), left + x, middle, left + x + KEY - 4, middle);
        Pen marker = new Pen();
        Marker.draw(marker, key.style(), left + x + (KEY - 4) / 2, middle, size * 0.32);
        path("mark " + colour(key.style()), marker);
      } else {
        rectangle(
            "part " + colour(key.style()), left + x, y - size * 0.8, size * 0.9, size * 0.9, "");
      }
      double indent = lines ? KEY : size * 1.4;
      name("name", left + x + indent, y, key.name(), size, Math.min(width, 260) - indent);
      markup.close();
      x += wide;
    }
  }

  private static double keyWidth(Named key, double size, double width) {
    double most = Math.min(width, 260) - KEY;
    return KEY + Math.min(most, Letters.width(key.name(), size)) + 16;
  }
}
