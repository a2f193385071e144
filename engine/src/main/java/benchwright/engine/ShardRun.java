package benchwright.engine;

import benchwright.artifact.Manifest;
import benchwright.history.RunReader;

/**
 * A run that is to be joined with others.
 *
 * @param name as somebody would type it
 */
record ShardRun(String name, RunReader reader) {
  Manifest manifest() {
    return reader.manifest();
  }
}
