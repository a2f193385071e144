package benchwright.docs;

import benchwright.report.document.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a suite is named in documents: {@code suites/quick.bench.kts}, or {@code README.md#first} for
 * the example {@code first} of a document.
 */
final class SuiteRef {
  private SuiteRef() {}

  /** As an example of a document is named. */
  static String of(Example example) {
    return example.document() + "#" + example.name();
  }

  /** The script that {@code ref} names; empty if there is none. */
  static Optional<Path> script(String ref, Path directory, ExampleRuns runs) throws IOException {
    int mark = ref.indexOf('#');
    Path file = directory.resolve(mark < 0 ? ref : ref.substring(0, mark)).normalize();
    if (!file.startsWith(directory) || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    if (mark < 0) {
      return Optional.of(Path.of(ref));
    }
    String text = Files.readString(file);
    Document document =
        DocumentFiles.isMarkdown(file) ? Document.ofMarkdown(text) : Document.ofSource(text);
    List<Finding> toldElsewhere = new ArrayList<>();
    for (Example each : Example.in(ref.substring(0, mark), document, toldElsewhere)) {
      if (of(each).equals(ref)) {
        return Optional.of(new ExampleCheck(directory, runs).script(each));
      }
    }
    return Optional.empty();
  }
}
