package benchwright.compile;

import java.nio.file.Path;
import java.util.List;

/**
 * What executing a compiled script takes.
 *
 * @param entry the folder of its cache entry, or another place that names it for people
 * @param mainClass the name of the class whose constructor executes the script's statements
 * @param classPath the script's classes, then what it sees beside the vocabulary
 */
public record ScriptCode(Path entry, String mainClass, List<Path> classPath) {
  public ScriptCode {
    classPath = List.copyOf(classPath);
  }
}
