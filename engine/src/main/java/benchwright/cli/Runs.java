package benchwright.cli;

import benchwright.engine.RunOptions;
import benchwright.script.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the run that somebody means by a directory, a file, or a run id. */
final class Runs {
  static final Flag OUTPUT_DIRECTORY =
      Flag.value("--output-dir", "DIR", "Where runs are kept; by default benchmarks/results.")
          .withShortName("-o");

  private static final int SHOWN = 5;

  private final World world;
  private final Path outputDirectory;

  Runs(World world, Arguments arguments) {
    this.world = world;
    this.outputDirectory =
        world
            .directory()
            .resolve(
                arguments.value(OUTPUT_DIRECTORY.name()).map(Path::of).orElse(RunOptions.RESULTS));
  }

  Path outputDirectory() {
    return outputDirectory;
  }

  /** The run directory or run file that {@code name} means. */
  Path find(String name) throws Complaint {
    Path path = world.directory().resolve(name);
    if (Files.exists(path)) {
      return path;
    }
    Path byId = outputDirectory.resolve(name);
    if (Files.exists(byId)) {
      return byId;
    }
    List<String> known = known();
    List<String> remedies = new ArrayList<>();
    List<String> nearest = Spelling.nearest(name, known);
    if (!nearest.isEmpty()) {
      remedies.add("did you mean " + Nearest.list(nearest) + "?");
    } else if (!known.isEmpty()) {
      remedies.add(
          "the latest runs are "
              + String.join(", ", known.subList(0, Math.min(SHOWN, known.size()))));
    } else {
      remedies.add("runs are kept there by: bench run SUITE.bench.kts");
    }
    throw Complaint.of(
        Exit.ARTIFACT,
        "there is no run " + name + ", neither as a path nor in " + shown(outputDirectory),
        remedies.toArray(String[]::new));
  }

  /** As short as it can be typed from the working directory. */
  String shown(Path path) {
    return shown(world, path);
  }

  static String shown(World world, Path path) {
    return world.surroundings().shown(path);
  }

  /** The name of a run directory. */
  static String checkedId(Flag flag, String id) throws Complaint {
    boolean plain = !id.isEmpty() && Character.isLetterOrDigit(id.charAt(0));
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      plain &= c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
    }
    if (!plain) {
      throw Complaint.usage(
          flag.name() + " names a directory: letters, digits, - _ and .; got \"" + id + "\"");
    }
    return id;
  }

  /** Run ids, the latest first. */
  private List<String> known() {
    try (Stream<Path> runs = Files.list(outputDirectory)) {
      return runs.filter(Files::isDirectory)
          .map(Path::getFileName)
          .flatMap(name -> Optional.ofNullable(name).stream())
          .map(Path::toString)
          .sorted((a, b) -> b.compareTo(a))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
