package benchwright.cli;

import benchwright.engine.WholeFiles;
import benchwright.report.Badge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code bench ci badge}: how things stand, for the page of a project. */
final class CiBadge {
  private static final Flag LABEL =
      Flag.value(
          "--label", "TEXT", "Of badge: what stands left of the verdict; by default benchmarks.");

  static final List<Flag> FLAGS = List.of(LABEL);

  private CiBadge() {}

  static Exit run(List<String> words, Arguments arguments, World world)
      throws Complaint, IOException {
    Optional<String> out = arguments.value(CiSubjects.OUT.name());
    List<String> names = new ArrayList<>();
    for (String name : out.orElse("").split(",", -1)) {
      String file = name.strip();
      if (out.isPresent() && !file.endsWith(".json") && !file.endsWith(".svg")) {
        throw Complaint.usage(
            "a badge is a .json or a .svg file; got \"" + file + "\"",
            "for example: bench ci badge --out badge.json,badge.svg");
      }
      names.add(file);
    }
    CiSubjects subjects = CiSubjects.read(words, new Runs(world, arguments), world);
    Badge badge =
        Badge.of(
            arguments.value(LABEL.name()).orElse("benchmarks"),
            subjects.comparisons(),
            subjects.runs());
    if (!subjects.problems().isEmpty()) {
      badge = new Badge(badge.label(), Badge.State.FAILING);
    }
    subjects.problems().forEach(problem -> world.err().println("warning: " + problem));
    if (out.isEmpty()) {
      world.out().print(badge.toJson());
      return Exit.DONE;
    }
    try (WholeFiles files = new WholeFiles()) {
      for (String name : names) {
        Path file = world.directory().resolve(name);
        String text = name.endsWith(".svg") ? badge.toSvg() : badge.toJson();
        files.add(file, to -> to.append(text));
      }
      files.finish();
    }
    if (!Look.of(arguments, world).quiet()) {
      for (String name : names) {
        world.out().println(Runs.shown(world, world.directory().resolve(name)));
      }
    }
    return Exit.DONE;
  }
}
