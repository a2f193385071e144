package benchwright.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document {@code docs/specs/NNN-name.md}: what a suite is for, what it needs, what must hold.
 */
final class Specification {
  private static final Pattern DIGEST = Pattern.compile("\\b[0-9a-f]{64}\\b");
  private static final List<String> STEPS = List.of("given", "when", "then");

  private final String file;
  private final List<String> lines;

  Specification(String file, String text) {
    this.file = file;
    this.lines = text.lines().toList();
  }

  /** Everything that such a document must have and this one has not. */
  List<Finding> faults(String suite) {
    List<Finding> faults = new ArrayList<>();
    if (lines.stream().noneMatch(line -> line.contains(suite))) {
      faults.add(
          fault(
              1,
              "the specification does not name its suite",
              "write somewhere: Suite: `" + suite + "`"));
    }
    int last = 0;
    for (String step : STEPS) {
      int line = step(step);
      String title = step.substring(0, 1).toUpperCase(Locale.ROOT) + step.substring(1);
      if (line == 0) {
        faults.add(
            fault(
                1,
                "the specification has no " + title,
                "begin a line, a list entry or a heading with the word " + title));
      } else if (line < last) {
        faults.add(
            fault(line, title + " stands before what it follows", "write Given, When, Then"));
      }
      last = Math.max(last, line);
    }
    for (String heading : List.of("Thresholds", "Reproducibility")) {
      int line = heading(heading);
      if (line == 0) {
        faults.add(
            fault(
                1,
                "the specification has no section " + heading,
                heading.equals("Thresholds")
                    ? "add ## Thresholds: what may get worse, and by how much"
                    : "add ## Reproducibility: what is the same on every machine"));
      } else if (section(line).isBlank()) {
        faults.add(fault(line, "the section " + heading + " is empty", "say it in a sentence"));
      }
    }
    return faults;
  }

  /** The digest that the section on reproducibility tells. */
  Optional<String> digest() {
    int line = heading("Reproducibility");
    Matcher digest = DIGEST.matcher(line == 0 ? "" : section(line));
    return digest.find() ? Optional.of(digest.group()) : Optional.empty();
  }

  /** The line of the section on reproducibility; 1 if there is none. */
  int reproducibility() {
    return Math.max(1, heading("Reproducibility"));
  }

  Finding fault(int line, String what, String remedy) {
    return Finding.at(Finding.Kind.FAULTY, file, line, what, remedy);
  }

  /** The line that begins with a step, whatever markup stands before it; 0 if there is none. */
  private int step(String step) {
    for (int i = 0; i < lines.size(); i++) {
      String bare = lines.get(i).replaceFirst("^[\\s#*_>\\-\\d.]+", "").toLowerCase(Locale.ROOT);
      if (bare.startsWith(step)
          && (bare.length() == step.length() || !Character.isLetter(bare.charAt(step.length())))) {
        return i + 1;
      }
    }
    return 0;
  }

  private int heading(String title) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).matches("#{2,4} +" + title + "\\s*")) {
        return i + 1;
      }
    }
    return 0;
  }

  /** What stands below a heading, without marks of regions. */
  private String section(int heading) {
    StringBuilder text = new StringBuilder();
    for (int i = heading; i < lines.size() && !lines.get(i).startsWith("#"); i++) {
      text.append(lines.get(i).replaceAll("<!--.*?-->", "")).append('\n');
    }
    return text.toString();
  }
}
