package benchwright.cli;

import benchwright.report.Palette;
import java.util.List;

/** How much is told, and in which colours. */
record Look(Palette palette, boolean quiet, int verbosity) {
  static final Flag COLOR =
      Flag.choice(
          "--color",
          List.of("auto", "always", "never"),
          "Colours: by default on a terminal, unless NO_COLOR, TERM=dumb or CI is set.");
  static final Flag QUIET = Flag.toggle("--quiet", "-q", "Only results, warnings and errors.");
  static final Flag VERBOSE =
      Flag.toggle("--verbose", "-v", "More detail; twice: a stack trace with every error.");

  static final int COLUMNS = 80;

  static Look of(Arguments arguments, World world) {
    boolean wanted =
        switch (arguments.value(COLOR.name()).orElse("auto")) {
          case "always" -> true;
          case "never" -> false;
          default ->
              world.terminal()
                  && !world.isCi()
                  && !world.isDumb()
                  && world.variable("NO_COLOR").isEmpty();
        };
    return new Look(
        wanted ? Palette.COLOURED : Palette.PLAIN,
        arguments.has(QUIET.name()),
        arguments.count(VERBOSE.name()));
  }

  /** The same, with results alone. */
  Look asQuiet() {
    return new Look(palette, true, verbosity);
  }
}
