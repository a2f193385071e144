package benchwright.history;

import java.nio.file.Path;
import java.util.List;

/** The JSON Schemas of all our files. */
@SuppressWarnings("DoNotCallSuggester") // bodies follow
public final class Schemas {
  /** The names of all schemas: their files without {@code -schema.json}. */
  public List<String> list() {
    throw new UnsupportedOperationException();
  }

  /**
   * The text of a schema.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public String text(String name) {
    throw new UnsupportedOperationException();
  }

  /** Checks a file, compressed or not, by the schema that it names; no faults, no complaint. */
  public List<Fault> validate(Path file) {
    throw new UnsupportedOperationException();
  }

  /** Checks JSON {@code text} by the schema that it names; {@code file} is its name in faults. */
  public List<Fault> validate(String file, String text) {
    throw new UnsupportedOperationException();
  }
}
