package benchwright.report.document;

/**
 * A marked region of a document, between {@code <!-- bench:begin MARK -->} and {@code <!--
 * bench:end MARK -->}.
 *
 * @param begin the line of the first mark, from 1
 * @param end the line of the second
 * @param prefix what stands before each of its lines
 */
public record Region(int begin, int end, String prefix, String mark) {
  /** The lines that a document needs to have this region, one below the other. */
  public static String lines(String mark) {
    return "<!-- bench:begin " + mark + " -->\n<!-- bench:end " + mark + " -->";
  }
}
