package benchwright.cli;

import java.util.List;

/**
 * The words of a command that are not flags.
 *
 * @param label what stands for them in the help.
 * @param choices what the first of them may be; empty where any text may stand.
 */
record Words(String label, int least, int most, List<String> choices, String text) {
  static final Words NONE = new Words("", 0, 0, List.of(), "");

  static Words any(String label, int least, int most, String text) {
    return new Words(label, least, most, List.of(), text);
  }
}
