package benchwright.cli;

import benchwright.report.Annotations;
import benchwright.report.CiPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** {@code bench ci summary}: what a step shows, whatever the verdict. */
final class CiSummary {
  private static final Flag GATE =
      Flag.toggle("--gate", "Of summary: end as the verdict says, not with 0.");
  private static final Flag FAIL_ON_UNDECIDED =
      Flag.toggle("--fail-on-undecided", "Of summary, with --gate: undecided ends with 7.");

  static final List<Flag> FLAGS = List.of(GATE, FAIL_ON_UNDECIDED);

  private CiSummary() {}

  static Exit run(List<String> words, Arguments arguments, World world)
      throws Complaint, IOException {
    if (arguments.has(FAIL_ON_UNDECIDED.name()) && !arguments.has(GATE.name())) {
      throw Complaint.usage(
          FAIL_ON_UNDECIDED.name() + " changes nothing without " + GATE.name(),
          "bench ci summary --gate --fail-on-undecided");
    }
    CiSubjects subjects = CiSubjects.read(words, new Runs(world, arguments), world);
    String page =
        new CiPage(CiPage.STEP_SUMMARY)
            .render(subjects.comparisons(), subjects.runs(), subjects.problems());
    Optional<String> file = world.variable("GITHUB_STEP_SUMMARY");
    if (file.isPresent()) {
      Path summary = world.directory().resolve(file.get());
      Files.writeString(
          summary,
          page,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } else {
      world.out().print(page);
    }
    if (world.variable("GITHUB_ACTIONS").filter("true"::equals).isPresent()) {
      new Annotations(script -> lines(world, script))
          .of(subjects.comparisons(), subjects.runs())
          .forEach(world.out()::println);
    }
    subjects.problems().forEach(problem -> world.err().println("warning: " + problem));
    return arguments.has(GATE.name())
        ? subjects.exit(arguments.has(FAIL_ON_UNDECIDED.name()))
        : Exit.DONE;
  }

  /** Of a script below the working directory; whoever wrote the run may have named any file. */
  private static List<String> lines(World world, String script) {
    try {
      Path path = world.directory().resolve(script).normalize();
      return path.startsWith(world.directory()) && Files.size(path) < 1 << 20
          ? Files.readAllLines(path)
          : List.of();
    } catch (IOException | InvalidPathException e) {
      return List.of();
    }
  }
}
