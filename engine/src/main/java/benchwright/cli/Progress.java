package benchwright.cli;

import benchwright.engine.Listener;
import benchwright.engine.Run;
import java.util.List;

/** Tells on standard error how far a run has come. */
interface Progress extends Listener, AutoCloseable {
  Flag MODE =
      Flag.choice(
          "--progress",
          List.of("auto", "bar", "lines", "none"),
          "Progress on standard error: by default a bar on a terminal, lines in CI.");

  static Progress of(Arguments arguments, World world, Look look, Run run) {
    return switch (mode(arguments, world, look)) {
      case "bar" -> new ProgressBar(world, run);
      case "lines" -> new ProgressLines(world, run);
      default -> new None();
    };
  }

  /** {@code bar}, {@code lines} or {@code none}. */
  static String mode(Arguments arguments, World world, Look look) {
    String automatic =
        look.quiet() ? "none" : world.isCi() ? "lines" : world.terminal() ? "bar" : "none";
    return arguments.value(MODE.name()).filter(m -> !m.equals("auto")).orElse(automatic);
  }

  /** Takes its line away. */
  @Override
  default void close() {}

  /** Nobody is watching. */
  record None() implements Progress {}
}
