package benchwright.cli;

import benchwright.artifact.Comparison;
import benchwright.engine.Comparing;
import benchwright.engine.Reference;
import benchwright.engine.References;
import benchwright.history.ComparisonFile;
import benchwright.history.RunReader;
import benchwright.report.ComparisonText;
import benchwright.suite.Threshold;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code --compare-to} asks for: a verdict at the end of each run. */
final class ComparedTo {
  /** What came of comparing one run. */
  record Told(Optional<Comparison> comparison, String missing) {
    static final Told NOTHING = new Told(Optional.empty(), "");
  }

  private final Arguments arguments;
  private final World world;
  private final Optional<String> name;
  private final List<Threshold> thresholds;

  ComparedTo(Arguments arguments, World world) throws Complaint {
    this.arguments = arguments;
    this.world = world;
    this.name = arguments.value(ComparisonFlags.COMPARE_TO.name());
    this.thresholds = Thresholds.read(arguments);
    for (Flag flag :
        List.of(
            Thresholds.THRESHOLD,
            ComparisonFlags.REQUIRE_BASELINE,
            ComparisonFlags.FAIL_ON_UNDECIDED)) {
      if (name.isEmpty() && arguments.has(flag.name())) {
        throw Complaint.usage(
            flag.name() + " is of use only with --compare-to", "for example --compare-to main");
      }
    }
  }

  /** Says before anything is run that there is no baseline, where one is required. */
  void require() throws Complaint {
    if (name.isPresent() && arguments.has(ComparisonFlags.REQUIRE_BASELINE.name())) {
      Reference unused = CompareCommand.found(references().find(name.get()), Exit.UNFIT);
    }
  }

  /** Compares the run at {@code place}, and keeps the comparison beside it. */
  Told compare(Path place) {
    if (name.isEmpty()) {
      return Told.NOTHING;
    }
    References.Resolution resolution =
        references().find(name.get(), Optional.of(RunReader.open(place).manifest()));
    if (resolution instanceof References.Resolution.Missing missing) {
      return new Told(Optional.empty(), missing.text());
    }
    if (resolution instanceof References.Resolution.Ambiguous ambiguous) {
      return new Told(Optional.empty(), ambiguous.text());
    }
    Reference base = ((References.Resolution.Found) resolution).reference();
    if (!base.remark().isEmpty()) {
      world.err().println("note: " + base.remark());
    }
    try {
      Comparison comparison =
          new Comparing(world.surroundings())
              .compare(base, new Reference(Runs.shown(world, place), place, false, ""), thresholds);
      if (Files.isDirectory(place)) {
        ComparisonFile.write(place.resolve(ComparisonFile.NAME), comparison);
      }
      return new Told(Optional.of(comparison), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How a run ends that was told this. */
  Exit exit(Told told) {
    if (told.comparison().isPresent()) {
      return ComparisonFlags.exit(told.comparison().get(), arguments);
    }
    if (told.missing().isEmpty()) {
      return Exit.DONE;
    }
    return arguments.has(ComparisonFlags.REQUIRE_BASELINE.name())
        ? Exit.UNFIT
        : arguments.has(ComparisonFlags.FAIL_ON_UNDECIDED.name()) ? Exit.UNDECIDED : Exit.DONE;
  }

  /** For people; empty if nobody asked. */
  String text(Told told, Look look) {
    if (told.comparison().isPresent()) {
      ComparisonText text = new ComparisonText(look.palette(), Look.COLUMNS, world.now());
      return look.quiet()
          ? text.verdict(told.comparison().get()).concat("\n")
          : text.render(told.comparison().get());
    }
    if (told.missing().isEmpty()) {
      return "";
    }
    String word = look.palette().yellow(look.palette().bold("undecided"));
    return word.concat(": no baseline: " + told.missing()).concat("\n");
  }

  private References references() {
    return ComparisonFlags.references(arguments, world);
  }
}
