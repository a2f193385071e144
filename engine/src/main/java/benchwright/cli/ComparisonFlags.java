package benchwright.cli;

import benchwright.artifact.Comparison;
import benchwright.engine.References;
import java.nio.file.Path;

/** What commands that compare can be told, and how they end. */
final class ComparisonFlags {
  static final Flag COMPARE_TO =
      Flag.value(
          "--compare-to",
          "REF",
          "Compare with this run, baseline, commit or branch, and end with the verdict.");
  static final Flag BASELINE_DIRECTORY =
      Flag.value(
          "--baseline-dir",
          "DIR",
          "Where baselines are kept; by default " + References.BASELINES + ".");
  static final Flag REQUIRE_BASELINE =
      Flag.toggle("--require-baseline", "End with 6 if there is nothing to compare with.");
  static final Flag FAIL_ON_UNDECIDED =
      Flag.toggle("--fail-on-undecided", "End with 7 if the verdict is undecided.");

  private ComparisonFlags() {}

  static Path baselines(Arguments arguments, World world) {
    return world
        .directory()
        .resolve(arguments.value(BASELINE_DIRECTORY.name()).orElse(References.BASELINES));
  }

  static References references(Arguments arguments, World world) {
    return new References(
        world.directory(),
        new Runs(world, arguments).outputDirectory(),
        baselines(arguments, world));
  }

  /** How a command ends that has come to this verdict. */
  static Exit exit(Comparison comparison, Arguments arguments) {
    return switch (comparison.verdict().state()) {
      case PASSED -> Exit.DONE;
      case FAILED -> Exit.REGRESSED;
      case UNDECIDED -> arguments.has(FAIL_ON_UNDECIDED.name()) ? Exit.UNDECIDED : Exit.DONE;
    };
  }
}
