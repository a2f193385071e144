package benchwright.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds suites: those that are named by their files, or those that lie where suites lie. */
final class Suites {
  static final String SUFFIX = ".bench.kts";

  private final World world;

  Suites(World world) {
    this.world = world;
  }

  /** The files of the command line, or those of a name; none if neither was given. */
  List<Path> selected(Arguments arguments) throws Complaint {
    List<Path> given = new ArrayList<>();
    for (String word : arguments.words()) {
      given.add(Path.of(word));
    }
    if (!arguments.has(Flags.SUITE.name())) {
      return given;
    }
    List<Path> known = given.isEmpty() ? all() : given;
    String wanted = arguments.value(Flags.SUITE.name()).orElse("*");
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + wanted);
    List<Path> matching = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Path suite : known) {
      names.add(name(suite));
      if (matcher.matches(Path.of(name(suite)))) {
        matching.add(suite);
      }
    }
    if (matching.isEmpty()) {
      throw Complaint.usage(
          "no suite is called " + wanted, Nearest.remedies(wanted, names, "bench list suites"));
    }
    return matching;
  }

  /** The suites of this directory, then those of the distribution whose names are still free. */
  List<Path> all() {
    List<Path> found = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<Path> places =
        new ArrayList<>(List.of(world.directory(), world.directory().resolve("suites")));
    world.home().ifPresent(home -> places.add(home.resolve("suites")));
    for (Path place : places) {
      for (Path suite : in(place)) {
        if (!names.contains(name(suite))) {
          names.add(name(suite));
          found.add(
              suite.startsWith(world.directory()) ? world.directory().relativize(suite) : suite);
        }
      }
    }
    return found;
  }

  static String name(Path suite) {
    Path last = suite.getFileName();
    String file = last == null ? suite.toString() : last.toString();
    return file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : file;
  }

  private static List<Path> in(Path place) {
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
