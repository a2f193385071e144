package benchwright.docs;

import benchwright.compile.Compilation;
import benchwright.compile.Diagnostic;
import benchwright.engine.Surroundings;
import benchwright.suite.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The suites of a project that publish something. */
final class ProjectSuites {
  private ProjectSuites() {}

  /** All publications; suites that do not compile go to {@code findings}. */
  static List<Publishing> publishing(
      Surroundings surroundings, ExampleRuns runs, List<Finding> findings) throws IOException {
    List<Publishing> all = new ArrayList<>();
    for (Path script : DocumentFiles.suites(surroundings.directory())) {
      String text = Files.readString(script);
      if (!text.contains("publish")) {
        continue;
      }
      String shown = surroundings.shown(script);
      Compilation compilation = runs.compile(Path.of(shown));
      if (compilation instanceof Compilation.Rejected rejected) {
        for (Diagnostic each : rejected.diagnostics()) {
          findings.add(new Finding(Finding.Kind.REJECTED, each.toText()));
        }
        continue;
      }
      var suite = ((Compilation.Compiled) compilation).suite();
      for (Publication each : suite.publications()) {
        all.add(new Publishing(shown, line(text, each.to()), suite, each));
      }
    }
    return all;
  }

  /** Where {@code word} stands first; line 1 if the script makes it up. */
  static int line(String text, String word) {
    int at = text.indexOf("\"" + word + "\"");
    return at < 0 ? 1 : (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
  }
}
