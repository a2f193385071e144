package benchwright.cli;

import benchwright.artifact.Comparison;
import benchwright.artifact.Documents;
import benchwright.artifact.PairedCase;
import benchwright.artifact.VerdictState;
import benchwright.engine.PairOutcome;
import benchwright.engine.WholeFiles;
import benchwright.history.RunIds;
import benchwright.report.PairText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code bench pair} tells and keeps. */
final class PairReport {
  private static final String COMPARISON = "comparison.json";
  private static final String PAIRS = "pairs.json";

  private final Arguments arguments;
  private final World world;
  private final Look look;

  PairReport(Arguments arguments, World world) {
    this.arguments = arguments;
    this.world = world;
    this.look = Look.of(arguments, world);
  }

  PairProgress progress() {
    return new PairProgress(world, Progress.mode(arguments, world, look), look.quiet());
  }

  Exit ended(PairOutcome outcome) throws Complaint, IOException {
    if (outcome instanceof PairOutcome.Refused refused) {
      throw Complaint.usage(refused.why().what(), refused.why().remedies().toArray(String[]::new));
    }
    if (outcome instanceof PairOutcome.Mismatched mismatched) {
      throw Complaint.told(Exit.USAGE, errors(mismatched.problems()));
    }
    if (outcome instanceof PairOutcome.Rejected rejected) {
      throw Complaint.told(Exit.REJECTED, errors(rejected.problems()));
    }
    return compared((PairOutcome.Compared) outcome);
  }

  private static List<String> errors(List<String> problems) {
    return problems.stream().map(problem -> "error: " + problem).toList();
  }

  private Exit compared(PairOutcome.Compared compared) throws IOException {
    Comparison comparison = compared.comparison();
    Path place = keep(compared);
    if (arguments.has(PairCommand.JSON.name())) {
      world.out().print(Documents.page(Documents.toJson(comparison)));
    } else {
      if (!look.quiet()) {
        world.out().print(new PairText(look.palette(), Look.COLUMNS).render(comparison));
        world.out().println();
      }
      world.out().println(Runs.shown(world, place));
    }
    world.out().flush();
    compared.kept().ifPresent(kept -> world.err().println("checked out, and kept: " + kept));
    Exit exit = broken(compared.pairs().cases());
    VerdictState state = comparison.verdict().state();
    return switch (state) {
      case PASSED -> exit;
      case FAILED -> exit.or(Exit.REGRESSED);
      case UNDECIDED ->
          arguments.has(PairCommand.FAIL_ON_UNDECIDED.name()) ? exit.or(Exit.UNDECIDED) : exit;
    };
  }

  /** What the base cannot do any more is no fault of the head. */
  private Exit broken(List<PairedCase> cases) {
    List<String> lines = new ArrayList<>();
    boolean head = false;
    for (PairedCase each : cases) {
      if (!each.problem().isEmpty()) {
        String rest = each.key().toString();
        lines.add(
            "  "
                + each.implementation()
                + (rest.isEmpty() ? "" : " " + rest)
                + ", in the "
                + each.brokenSide());
        each.problem().lines().forEach(line -> lines.add("    " + line));
        head |= each.brokenSide().equals("head");
      }
    }
    if (!lines.isEmpty()) {
      world.err().println("error: these could not be measured:");
      lines.forEach(world.err()::println);
    }
    return head ? Exit.TRIAL_FAILED : Exit.DONE;
  }

  /** A directory of its own for the comparison and for what it was worked out of. */
  private Path keep(PairOutcome.Compared compared) throws IOException {
    Comparison comparison = compared.comparison();
    Path folder =
        arguments
            .value(PairCommand.OUTPUT_DIRECTORY.name())
            .map(Path::of)
            .orElse(PairCommand.comparisons());
    int distinction = 31 * world.now().hashCode() + (int) ProcessHandle.current().pid();
    Path place =
        world
            .directory()
            .resolve(folder)
            .resolve(
                RunIds.of(
                    world.now(),
                    comparison.head().suite().name(),
                    distinction ^ (distinction >>> 16)));
    String text = Documents.page(Documents.toJson(comparison));
    Optional<Path> other =
        arguments.value(PairCommand.OUT.name()).map(file -> world.directory().resolve(file));
    try (WholeFiles files = new WholeFiles()) {
      files.add(place.resolve(COMPARISON), out -> out.append(text));
      files.add(
          place.resolve(PAIRS),
          out -> out.append(Documents.page(Documents.toJson(compared.pairs()))));
      if (other.isPresent()) {
        files.add(other.get(), out -> out.append(text));
      }
      files.finish();
    }
    return place;
  }
}
