package benchwright.report;

import benchwright.artifact.CodeStamp;
import benchwright.artifact.Manifest;
import java.util.ArrayList;
import java.util.List;

/** Commands as somebody can paste them into a POSIX shell. */
public final class Shell {
  private Shell() {}

  /** One word, in quotes where it needs them. */
  static String word(String text) {
    boolean plain = !text.isEmpty();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain &= c < 128 && (Character.isLetterOrDigit(c) || "-_./,:=@+%".indexOf(c) >= 0);
    }
    return plain ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /** Several words, a blank between them. */
  static String line(List<String> words) {
    return String.join(" ", words.stream().map(Shell::word).toList());
  }

  /** The commands that do again what the run did, and check that the same comes of it. */
  public static List<String> again(Manifest manifest, String place) {
    List<String> commands = new ArrayList<>();
    if (!manifest.commit().sha().isEmpty()) {
      commands.add("git checkout " + word(manifest.commit().sha()));
    }
    commands.add(run(manifest));
    if (!manifest.resultsDigest().isEmpty()) {
      commands.add("bench verify " + word(place) + " --rerun");
    }
    return commands;
  }

  /** The command that does what the run did. */
  static String run(Manifest manifest) {
    List<String> words = new ArrayList<>(List.of("bench", "run"));
    if (!manifest.suite().file().isEmpty()) {
      words.add(manifest.suite().file());
    }
    words.addAll(manifest.selection());
    if (!manifest.classPath().isEmpty()) {
      words.add("--classpath");
      words.add(String.join(":", manifest.classPath().stream().map(CodeStamp::path).toList()));
    }
    if (!manifest.shard().isWhole()) {
      words.add("--shard");
      words.add(manifest.shard().toString());
    }
    // What is timed has processes of its own anyhow.
    if (manifest.isolation().equals("process") && manifest.totals().timings() == 0) {
      words.add("--isolate");
      words.add("process");
    }
    return line(words);
  }
}
