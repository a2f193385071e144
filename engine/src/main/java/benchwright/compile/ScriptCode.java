package benchwright.compile;

import java.nio.file.Path;
import java.util.List;

/**
 * What executing a compiled script takes.
 *
 * @param entry the folder of its cache entry
 * @param mainClass the name of the class whose constructor executes the script's statements
 * @param classPath the script's classes, then what it sees beside the vocabulary
 */
record ScriptCode(Path entry, String mainClass, List<Path> classPath) {
  ScriptCode {
    classPath = List.copyOf(classPath);
  }
}
