package benchwright.compile;

/**
 * One problem of a script.
 *
 * @param file the script as the user named it
 * @param line counted from 1; 0 if the problem is the file itself
 * @param column counted from 1; 0 if the problem is the file itself
 * @param text what was read and what is allowed, without a full stop
 * @param remedy what to write instead; empty if the text says it all
 * @param sourceLine the line of the script; empty if the problem is the file itself
 */
public record Diagnostic(
    String file, int line, int column, String text, String remedy, String sourceLine) {

  static Diagnostic ofFile(String file, String text, String remedy) {
    return new Diagnostic(file, 0, 0, text, remedy, "");
  }

  /**
   * As a reader sees it: place and problem, the line with a caret, the remedy. No final newline.
   */
  public String toText() {
    StringBuilder text = new StringBuilder(file);
    if (line > 0) {
      text.append(':').append(line).append(':').append(column);
    }
    text.append(": error: ").append(this.text);
    if (line > 0 && !sourceLine.isBlank()) {
      int caret = Math.min(Math.max(column, 1), sourceLine.length() + 1) - 1;
      text.append("\n    ").append(sourceLine.stripTrailing());
      text.append("\n    ");
      for (int i = 0; i < caret; i++) {
        // A tab stays a tab, so that the caret stands below its letter however wide a tab is.
        text.append(sourceLine.charAt(i) == '\t' ? '\t' : ' ');
      }
      text.append('^');
    }
    if (!remedy.isEmpty()) {
      text.append("\n    ").append(remedy.replace("\n", "\n    "));
    }
    return text.toString();
  }
}
