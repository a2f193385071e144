package benchwright.report.page;

import benchwright.artifact.Manifest;
import java.util.ArrayList;
import java.util.List;

/** What to type to get a run again. */
final class Commands {
  private Commands() {}

  /** Lines for a shell: the sources, the run, the check. */
  static List<String> of(Manifest manifest) {
    List<String> lines = new ArrayList<>();
    if (!manifest.commit().sha().isEmpty()) {
      lines.add("git checkout " + word(manifest.commit().sha()));
    }
    List<String> run = new ArrayList<>(List.of("bench", "run"));
    if (!manifest.suite().file().isEmpty()) {
      run.add(word(manifest.suite().file()));
      run.add("--" + manifest.profile());
    }
    manifest.selection().forEach(each -> run.add(word(each)));
    if (!manifest.shard().isWhole()) {
      run.add("--shard");
      run.add(manifest.shard().toString());
    }
    if (!manifest.isolation().equals("none")) {
      run.add("--isolate");
      run.add(word(manifest.isolation()));
    }
    if (!manifest.classPath().isEmpty()) {
      run.add("--classpath");
      run.add(word(String.join(":", manifest.classPath().stream().map(c -> c.path()).toList())));
    }
    lines.add(String.join(" ", run));
    lines.add("bench verify " + word(manifest.runId()) + " --rerun");
    return lines;
  }

  /** A word that a shell takes as it is. */
  static String word(String text) {
    return text.matches("[A-Za-z0-9_./:=,@%+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
