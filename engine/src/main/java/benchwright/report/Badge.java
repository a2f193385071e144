package benchwright.report;

import benchwright.analysis.RunVerdict;
import benchwright.artifact.Comparison;
import benchwright.artifact.VerdictState;
import java.util.List;

/**
 * How things stand in one word and one colour: the JSON that a shields endpoint serves, or a
 * drawing of our own that needs no server.
 *
 * @param label what it is about; foreign text
 */
public record Badge(String label, State state) {
  /** How things stand; where several meet, the one that stands first is told. */
  public enum State {
    /** A trial or a case failed, or a file is damaged. */
    FAILING("failing", "critical", "#c0392b"),
    /** A verdict is failed. */
    REGRESSION("regression", "red", "#e05d44"),
    /** Nobody knows: a verdict is undecided, a run is not finished, or there is nothing at all. */
    UNDECIDED("undecided", "lightgrey", "#767676"),
    /** A verdict is passed, with something that somebody should look at. */
    WARNING("warning", "yellow", "#9a6700"),
    /** All is well. */
    PASSING("passing", "brightgreen", "#2f7d32");

    private final String message;
    private final String shield;
    private final String fill;

    State(String message, String shield, String fill) {
      this.message = message;
      this.shield = shield;
      this.fill = fill;
    }

    /** The word on the badge. */
    public String message() {
      return message;
    }

    private State or(State other) {
      return compareTo(other) <= 0 ? this : other;
    }

    private static State of(Comparison comparison) {
      return comparison.verdict().state() == VerdictState.FAILED
          ? REGRESSION
          : comparison.verdict().state() == VerdictState.UNDECIDED
              ? UNDECIDED
              : comparison.verdict().warnings().isEmpty() ? PASSING : WARNING;
    }

    private static State of(RunVerdict run) {
      return switch (run.state()) {
        case FAILED -> FAILING;
        case UNFINISHED -> UNDECIDED;
        case PASSED -> PASSING;
      };
    }
  }

  private static final int HEIGHT = 20;
  private static final int MARGIN = 6;

  /** Of all that was found; undecided if that is nothing. */
  public static Badge of(String label, List<Comparison> comparisons, List<Findings> runs) {
    State state = comparisons.isEmpty() && runs.isEmpty() ? State.UNDECIDED : State.PASSING;
    for (Comparison comparison : comparisons) {
      state = state.or(State.of(comparison));
    }
    for (Findings run : runs) {
      state = state.or(State.of(run.verdict()));
    }
    return new Badge(label, state);
  }

  /** What a shields endpoint reads, {@code schemaVersion} 1. */
  public String toJson() {
    StringBuilder json = new StringBuilder();
    new JsonOut(json)
        .beginObject()
        .with("schemaVersion", 1)
        .with("label", line())
        .with("message", state.message)
        .with("color", state.shield)
        .endObject()
        .line();
    return json.toString();
  }

  /** A drawing; it names itself for those who cannot see it. */
  public String toSvg() {
    int left = width(line()) + 2 * MARGIN;
    int right = width(state.message) + 2 * MARGIN;
    int whole = left + right;
    String name = Xml.text(line() + ": " + state.message);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" role=\"img\""
            .formatted(whole, HEIGHT)
        + " aria-label=\""
        + name
        + "\">\n"
        + "<title>"
        + name
        + "</title>\n"
        + "<clipPath id=\"round\"><rect width=\"%d\" height=\"%d\" rx=\"3\"/></clipPath>\n"
            .formatted(whole, HEIGHT)
        + "<g clip-path=\"url(#round)\">\n"
        + "<rect width=\"%d\" height=\"%d\" fill=\"#424242\"/>\n".formatted(left, HEIGHT)
        + "<rect x=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n"
            .formatted(left, right, HEIGHT, state.fill)
        + "</g>\n"
        + "<g fill=\"#fff\" font-family=\"Verdana,DejaVu Sans,sans-serif\" font-size=\"11\">\n"
        + word(line(), MARGIN)
        + word(state.message, left + MARGIN)
        + "</g>\n</svg>\n";
  }

  private String line() {
    return Markdown.line(label, 60);
  }

  /** The width is prescribed, so that it fits whichever font there is. */
  private static String word(String word, int x) {
    return "<text x=\"%d\" y=\"14\" textLength=\"%d\" lengthAdjust=\"spacingAndGlyphs\">%s</text>\n"
        .formatted(x, width(word), Xml.text(word));
  }

  /** About what Verdana takes at 11 pixels; characters of Asia and pictures are twice as wide. */
  private static int width(String word) {
    double width = 0;
    for (int i = 0; i < word.length(); ) {
      int point = word.codePointAt(i);
      i += Character.charCount(point);
      width += point > 0x2e7f ? 12 : "il.,:;|!'j ".indexOf(point) >= 0 ? 3.7 : 7;
    }
    return (int) Math.max(1, Math.round(width));
  }
}
