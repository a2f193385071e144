package benchwright.cli;

import java.util.Optional;

/**
 * Reads a command line that has nothing unusual about it.
 *
 * <p>picocli reads any line, but it is compiled for Java 5, so that a class-data archive of JDK 17
 * does not take it: to load, verify and interpret it costs 60 ms, an eighth of what a quick run may
 * take. Whatever is not plainly right here (a mistake, a request for help, joined short flags) is
 * left to {@link PicocliReader}, which says the same of every line that this class reads; a test
 * holds the two together.
 */
final class PlainReader {
  private PlainReader() {}

  static Optional<Arguments> read(Grammar grammar, String[] line, int from) {
    Arguments.Builder arguments = new Arguments.Builder();
    for (int i = from; i < line.length; i++) {
      String text = line[i];
      if (text.isEmpty() || text.charAt(0) == '@' || text.charAt(0) == '"') {
        return Optional.empty();
      }
      if (text.charAt(0) != '-') {
        arguments.word(text);
        continue;
      }
      int equals = text.indexOf('=');
      Optional<Flag> found = grammar.flag(equals < 0 ? text : text.substring(0, equals));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      Flag flag = found.get();
      if (flag.isToggle()) {
        if (equals >= 0) {
          return Optional.empty();
        }
        arguments.set(flag);
        continue;
      }
      String value = equals >= 0 ? text.substring(equals + 1) : ++i < line.length ? line[i] : "";
      if (value.isEmpty()
          || value.charAt(0) == '-'
          || value.charAt(0) == '"'
          || arguments.has(flag)
          || !(flag.choices().isEmpty() || flag.choices().contains(value))) {
        return Optional.empty();
      }
      arguments.set(flag, value);
    }
    Words words = grammar.words();
    return arguments.words() < words.least() || arguments.words() > words.most()
        ? Optional.empty()
        : Optional.of(arguments.build()).filter(a -> chosen(words, a));
  }

  private static boolean chosen(Words words, Arguments arguments) {
    return words.choices().isEmpty()
        || arguments.words().isEmpty()
        || words.choices().contains(arguments.words().get(0));
  }
}
