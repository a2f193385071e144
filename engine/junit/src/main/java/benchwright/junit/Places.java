package benchwright.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/** Where in a script something is said, as near as its text tells: for a jump from a test to it. */
final class Places {
  private final Path script;
  private final List<String> lines;

  private Places(Path script, List<String> lines) {
    this.script = script;
    this.lines = lines;
  }

  static Places in(Path script) {
    try {
      return new Places(script, Files.readAllLines(script));
    } catch (IOException e) {
      // Not there, or no text: the compiler says so, and the place is the file.
      return new Places(script, List.of());
    }
  }

  TestSource file() {
    return FileSource.from(script.toFile());
  }

  TestSource line(int line) {
    return FileSource.from(script.toFile(), FilePosition.from(Math.max(line, 1)));
  }

  /** The first line. */
  TestSource top() {
    return line(1);
  }

  /** Where the profile begins: its block, or the whole file. */
  TestSource profile(String name) {
    return line(Math.max(begin(name + " {"), begin(name + "{")));
  }

  /** Where an id of one's own stands, else the statement that lists all of its kind. */
  TestSource named(String id, String statement) {
    int own = containing("\"" + id + "\"", "val " + id + " by");
    return own > 0 ? line(own) : statement(statement);
  }

  /** The first statement of this name. */
  TestSource statement(String name) {
    return line(begin(name + "("));
  }

  /** 0 if no line begins so. */
  private int begin(String words) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).stripLeading().startsWith(words)) {
        return i + 1;
      }
    }
    return 0;
  }

  private int containing(String... words) {
    for (int i = 0; i < lines.size(); i++) {
      for (String word : words) {
        if (lines.get(i).contains(word)) {
          return i + 1;
        }
      }
    }
    return 0;
  }
}
