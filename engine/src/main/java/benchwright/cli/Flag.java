package benchwright.cli;

import java.util.List;

/**
 * One flag of a command.
 *
 * @param names the long name first.
 * @param parameter what stands for its value in the help; empty for a switch.
 * @param choices the values that it takes; empty where any text may stand.
 * @param repeatable whether it may be given several times, with a value each
 */
record Flag(
    List<String> names, String parameter, List<String> choices, String text, boolean repeatable) {
  static Flag toggle(String name, String text) {
    return new Flag(List.of(name), "", List.of(), text, false);
  }

  static Flag toggle(String name, String shortName, String text) {
    return new Flag(List.of(name, shortName), "", List.of(), text, false);
  }

  static Flag value(String name, String parameter, String text) {
    return new Flag(List.of(name), parameter, List.of(), text, false);
  }

  static Flag choice(String name, List<String> choices, String text) {
    return new Flag(List.of(name), String.join("|", choices), choices, text, false);
  }

  Flag withShortName(String shortName) {
    return new Flag(List.of(name(), shortName), parameter, choices, text, repeatable);
  }

  Flag asOftenAsWanted() {
    return new Flag(names, parameter, choices, text, true);
  }

  String name() {
    return names.get(0);
  }

  boolean isToggle() {
    return parameter.isEmpty();
  }
}
