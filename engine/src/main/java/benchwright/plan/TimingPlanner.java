package benchwright.plan;

import benchwright.artifact.CaseKey;
import benchwright.artifact.Documents;
import benchwright.suite.Command;
import benchwright.suite.Implementation;
import benchwright.suite.Operation;
import benchwright.suite.Size;
import benchwright.suite.SpeedProfile;
import benchwright.suite.Suite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Expands what a suite measures into cases. */
final class TimingPlanner {
  private static final String VERSION = "benchwright-timing-plan-v1\n";
  private static final int MOST_CASES = 10_000;

  private final Suite suite;
  private final Selection selection;
  private final List<String> problems = new ArrayList<>();

  TimingPlanner(Suite suite, Selection selection) {
    this.suite = suite;
    this.selection = selection;
  }

  Planning plan() {
    if (selection.selectsTrials()) {
      problems.add(
          "The suite "
              + suite.name()
              + " measures time: it has no functions, dimensions, instances, seeds or optimizers"
              + " to choose from. Choose with --implementation, --data-size or --workers.");
    }
    boolean quick = selection.profile().equals(Selection.QUICK);
    SpeedProfile profile = quick ? suite.speed().quick() : suite.speed().full();
    List<Implementation> implementations = implementations();
    List<Size> sizes = sizes(profile.sizes());
    List<Integer> workers =
        selection.timing().workers().isEmpty()
            ? profile.workers()
            : List.copyOf(selection.timing().workers());
    List<TimingCase> cases = new ArrayList<>();
    for (Implementation implementation : implementations) {
      cases.addAll(cases(implementation, sizes, workers));
    }
    if (cases.size() > MOST_CASES) {
      problems.add(
          "This would be " + cases.size() + " cases; a run holds at most " + MOST_CASES + ".");
    }
    return problems.isEmpty()
        ? new Planning.Timed(
            new TimingPlan(
                suite,
                selection.profile(),
                profile.timing(),
                cases,
                digest(cases, profile),
                selection.timing().devices()))
        : new Planning.Rejected(problems);
  }

  private List<Implementation> implementations() {
    List<Implementation> all = suite.speed().implementations();
    List<String> globs = selection.timing().implementations();
    if (globs.isEmpty()) {
      return all;
    }
    for (String glob : globs) {
      if (all.stream().noneMatch(each -> matches(glob, each))) {
        problems.add(
            Sentences.unknown(
                "No implementation of the suite matches \"" + glob + "\"",
                glob,
                all.stream().map(Implementation::getId).toList()));
      }
    }
    boolean vanilla = selection.timing().vanilla();
    if (vanilla && all.stream().noneMatch(TimingPlanner::isVanilla)) {
      problems.add(
          "No implementation of the suite is vanilla; write vanilla = true in its Command(…).");
    }
    return all.stream()
        .filter(
            each ->
                (vanilla && isVanilla(each))
                    || globs.stream().anyMatch(glob -> matches(glob, each)))
        .toList();
  }

  private static boolean isVanilla(Implementation implementation) {
    return implementation instanceof Command command && command.vanilla();
  }

  private static boolean matches(String glob, Implementation implementation) {
    return Names.matches(glob, implementation.getId())
        || Names.matches(glob, implementation.getName());
  }

  private List<Size> sizes(List<Size> all) {
    Optional<String> wanted = selection.timing().size();
    if (wanted.isEmpty()) {
      return all;
    }
    String text = wanted.get();
    if (all.isEmpty()) {
      problems.add("The suite has no sizes, so --data-size " + text + " selects nothing.");
      return all;
    }
    if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9') && text.length() < 19) {
      long value = Long.parseLong(text);
      if (value > 0) {
        return List.of(new Size(text, value));
      }
    }
    List<Size> named = all.stream().filter(size -> size.name().equals(text)).toList();
    if (named.isEmpty()) {
      problems.add(
          Sentences.unknown(
              "The suite has no size \"" + text + "\"",
              text,
              all.stream().map(Size::name).toList()));
    }
    return named;
  }

  private List<TimingCase> cases(
      Implementation implementation, List<Size> sizes, List<Integer> workers) {
    List<Size> ownSizes = asksForSize(implementation) ? sizes : List.of();
    List<Integer> ownWorkers = asksForWorkers(implementation) ? workers : List.of(1);
    int devices = implementation instanceof Command ? selection.timing().devices().size() : 0;
    List<TimingCase> cases = new ArrayList<>();
    for (Size size : ownSizes.isEmpty() ? List.of(new Size("", 0)) : ownSizes) {
      for (int each : ownWorkers) {
        for (int gpus = Math.min(1, devices); gpus <= devices; gpus++) {
          cases.add(
              new TimingCase(implementation, new CaseKey(size.name(), size.value(), each, gpus)));
        }
      }
    }
    return cases;
  }

  private static boolean asksForSize(Implementation implementation) {
    return implementation instanceof Operation operation
        ? operation.perSize()
        : asks((Command) implementation, "{size}");
  }

  private static boolean asksForWorkers(Implementation implementation) {
    return implementation instanceof Operation operation
        ? operation.perWorkers()
        : asks((Command) implementation, "{workers}");
  }

  private static boolean asks(Command command, String blank) {
    return command.run().contains(blank)
        || command.prepare().stream().anyMatch(step -> step.contains(blank))
        || command.conclude().stream().anyMatch(step -> step.contains(blank));
  }

  private static String digest(List<TimingCase> cases, SpeedProfile profile) {
    MessageDigest sha256;
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
    StringBuilder text = new StringBuilder(VERSION);
    text.append(Documents.text(Documents.toJson(profile.timing()))).append('\n');
    for (TimingCase each : cases) {
      text.append(each.key().sizeValue()).append(' ').append(each.key().workers()).append(' ');
      text.append(each.key().gpus()).append(' ');
      text.append(Documents.text(Documents.toJson(each.implementation()))).append('\n');
    }
    sha256.update(text.toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(sha256.digest());
  }
}
