package benchwright.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code bench init}: a first suite and workflows in somebody's repository. */
final class InitCommand implements Command {
  private static final Flag CI =
      Flag.choice("--ci", List.of("github"), "Also workflows for pull requests and every night.");
  private static final Flag BENCHWRIGHT =
      Flag.value(
          "--benchwright",
          "OWNER/NAME@COMMIT",
          "Where these workflows get Benchwright from; by default from two variables.");

  private static final String SUITE = "suites/quick.bench.kts";
  private static final String RESULTS = "benchmarks/results/";
  private static final String WORKFLOWS = ".github/workflows/";
  private static final String GIT_IGNORE = ".gitignore";

  @Override
  public Grammar grammar() {
    return new Grammar(
        "init",
        "Write a first suite, and workflows, into a repository; nothing is overwritten.",
        List.of(CI, BENCHWRIGHT, Look.QUIET),
        Words.NONE);
  }

  @Override
  public Exit run(Arguments arguments, World world) throws Complaint, IOException {
    Optional<String> from = arguments.value(BENCHWRIGHT.name());
    if (from.isPresent() && !arguments.has(CI.name())) {
      throw Complaint.usage(
          BENCHWRIGHT.name() + " is for workflows, and none are asked for",
          "bench init --ci github --benchwright OWNER/NAME@COMMIT");
    }
    if (from.isPresent()
        && !from.get().matches("[A-Za-z0-9_-]+/[A-Za-z0-9._-]+@[A-Za-z0-9._/-]+")) {
      throw Complaint.usage(
          BENCHWRIGHT.name() + " takes OWNER/NAME@COMMIT; got \"" + from.get() + "\"");
    }
    Map<String, String> files = new LinkedHashMap<>();
    files.put(SUITE, template("quick.bench.kts"));
    if (arguments.has(CI.name())) {
      for (String name : List.of("quick", "comment", "nightly")) {
        String file = "benchmark-" + name + ".yml";
        files.put(WORKFLOWS + file, located(template(file), from));
      }
    }
    List<String> told = new ArrayList<>();
    for (Map.Entry<String, String> each : files.entrySet()) {
      told.add(
          (write(world.directory().resolve(each.getKey()), each.getValue())
                  ? "written  "
                  : "kept     ")
              + each.getKey());
    }
    told.add(ignore(world.directory().resolve(GIT_IGNORE)) + GIT_IGNORE);
    told.forEach(world.out()::println);
    if (!arguments.has(Look.QUIET.name())) {
      next(arguments.has(CI.name()), from.isPresent()).forEach(world.out()::println);
    }
    return Exit.DONE;
  }

  private static List<String> next(boolean ci, boolean located) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Next:");
    lines.add("  bench plan " + SUITE + "    # what it will do");
    lines.add("  bench " + SUITE + "         # do it");
    if (ci) {
      if (!located) {
        lines.add("  set the repository's variables BENCHWRIGHT_REPOSITORY, OWNER/NAME, and");
        lines.add("  BENCHWRIGHT_REF, a commit: where the workflows get Benchwright from");
      }
      lines.add("  commit these files; a pull request is then compared with its base");
    }
    return lines;
  }

  /** Whether it was written; what is there stays as it is. */
  private static boolean write(Path file, String text) throws IOException {
    if (file.getParent() != null) {
      Files.createDirectories(file.getParent());
    }
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  /** Adds the line that keeps results out of the repository, unless it is there. */
  private static String ignore(Path file) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      write(file, RESULTS + "\n");
      return "written  ";
    }
    String text = Files.readString(file);
    boolean there =
        text.lines()
            .map(String::strip)
            .anyMatch(line -> line.replaceAll("^/|/$", "").matches("benchmarks(/results)?"));
    if (there) {
      return "kept     ";
    }
    String separator = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
    Files.writeString(file, separator + RESULTS + "\n", StandardOpenOption.APPEND);
    return "extended ";
  }

  private static String located(String template, Optional<String> from) {
    if (from.isEmpty()) {
      return template;
    }
    int at = from.get().indexOf('@');
    return template
        .replace("${{ vars.BENCHWRIGHT_REPOSITORY }}", from.get().substring(0, at))
        .replace("${{ vars.BENCHWRIGHT_REF }}", from.get().substring(at + 1));
  }

  private static String template(String name) throws IOException {
    try (InputStream in = InitCommand.class.getResourceAsStream("init/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
