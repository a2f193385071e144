package benchwright.report.chart;

import java.util.List;

/**
 * The colours of charts and pages, each for light and for dark paper.
 *
 * <p>Those of curves were searched for: the first four, and then all eight, stay apart for people
 * without red, green or blue cones (Machado, Oliveira and Fernandes, A Physiologically-based Model
 * for Simulation of Color Vision Deficiency, 2009), at a contrast of 3 to 1 with the paper at
 * least.
 */
public final class Colours {
  /** A colour by the name that style sheets know it by. */
  public record Colour(String name, String light, String dark) {}

  private static final List<Colour> ALL =
      List.of(
          new Colour("c0", "#003eb9", "#3892ff"),
          new Colour("c1", "#e36d20", "#ecae20"),
          new Colour("c2", "#0e8aa2", "#12e2c2"),
          new Colour("c3", "#850550", "#c7559a"),
          new Colour("c4", "#8b5f15", "#c6ec89"),
          new Colour("c5", "#3995ff", "#645fd5"),
          new Colour("c6", "#583c80", "#c8a7ff"),
          new Colour("c7", "#909271", "#ac9879"),
          new Colour("paper", "#ffffff", "#14181f"),
          new Colour("ground", "#f5f7fa", "#0d1015"),
          new Colour("ink", "#18202b", "#e8ecf1"),
          new Colour("soft", "#566270", "#a3afbd"),
          new Colour("rule", "#e4e8ed", "#28303b"),
          new Colour("base", "#98a4b1", "#5d6977"),
          new Colour("accent", "#0b5cad", "#7ab8ff"),
          new Colour("good", "#13703c", "#5fd394"),
          new Colour("bad", "#b3261e", "#ff8a80"),
          new Colour("warn", "#8a5a00", "#f2c14e"),
          new Colour("mark", "#fff3c4", "#4a3d10"),
          new Colour("h0", "#f1f5fb", "#18212d"),
          new Colour("h1", "#d9e6f5", "#1b2f47"),
          new Colour("h2", "#b9d3ee", "#1e3f63"),
          new Colour("h3", "#93bce4", "#215182"),
          new Colour("h4", "#669fd6", "#2a68a6"),
          new Colour("h5", "#3f80c1", "#4488cb"),
          new Colour("h6", "#2260a2", "#76aee2"),
          new Colour("h7", "#0e3f75", "#b4d6f5"),
          new Colour("t0", "#18202b", "#e8ecf1"),
          new Colour("t5", "#ffffff", "#0d1015"));

  private Colours() {}

  /** All of them. */
  public static List<Colour> all() {
    return ALL;
  }

  /** A rule for a page: variables, which follow the colour scheme of the root element. */
  static String variables() {
    StringBuilder css = new StringBuilder(":root{color-scheme:light dark;");
    for (Colour each : ALL) {
      css.append("--").append(each.name()).append(":light-dark(").append(each.light()).append(',');
      css.append(each.dark()).append(");");
    }
    return css.append("}\n").toString();
  }

  /** A style sheet without variables, which few programs but browsers know. */
  static String resolved(String css) {
    String light = css;
    String dark = css;
    for (Colour each : ALL) {
      light = light.replace("var(--" + each.name() + ")", each.light());
      dark = dark.replace("var(--" + each.name() + ")", each.dark());
    }
    return light + "@media (prefers-color-scheme:dark){\n" + dark + "}\n";
  }
}
