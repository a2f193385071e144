package benchwright.cli;

import benchwright.github.Api;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code bench ci}: what a CI system shows of runs and comparisons. */
final class CiCommand implements Command {
  private static final List<String> ACTIONS = List.of("summary", "comment", "badge");

  private final Api.Pause pause;

  /**
   * @param pause how to wait for a server
   */
  CiCommand(Api.Pause pause) {
    this.pause = pause;
  }

  @Override
  public Grammar grammar() {
    List<Flag> flags = new ArrayList<>(CiSummary.FLAGS);
    flags.addAll(CiComment.FLAGS);
    flags.addAll(CiBadge.FLAGS);
    flags.add(CiSubjects.OUT);
    flags.add(Runs.OUTPUT_DIRECTORY);
    flags.add(Look.QUIET);
    return new Grammar(
        "ci",
        "What a CI system shows: the summary of a step, a comment, a badge.",
        flags,
        new Words(
            "summary|comment|badge [RUN|COMPARISON]...",
            1,
            Integer.MAX_VALUE,
            ACTIONS,
            "What to make, and of what: run directories, run ids, or files named"
                + " comparison.json; by default all runs that are kept."));
  }

  @Override
  public Exit run(Arguments arguments, World world) throws Complaint, IOException {
    String action = arguments.words().get(0);
    for (String other : ACTIONS) {
      for (Flag flag : flags(other)) {
        if (!other.equals(action) && arguments.has(flag.name())) {
          throw Complaint.usage(
              "bench ci " + action + " has no " + flag.name() + "; bench ci " + other + " has it",
              "bench help ci");
        }
      }
    }
    if (action.equals("summary") && arguments.has(CiSubjects.OUT.name())) {
      throw Complaint.usage(
          "bench ci summary has no --out",
          "it writes to the file that GITHUB_STEP_SUMMARY names, or to standard output");
    }
    List<String> words = arguments.words().subList(1, arguments.words().size());
    return switch (action) {
      case "summary" -> CiSummary.run(words, arguments, world);
      case "comment" -> new CiComment(arguments, world, pause).run(words);
      default -> CiBadge.run(words, arguments, world);
    };
  }

  private static List<Flag> flags(String action) {
    return switch (action) {
      case "summary" -> CiSummary.FLAGS;
      case "comment" -> CiComment.FLAGS;
      default -> CiBadge.FLAGS;
    };
  }
}
