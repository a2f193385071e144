package benchwright.history;

import benchwright.artifact.Manifest;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What lies in a store under the name of a run.
 *
 * @param manifest empty if it cannot be read
 * @param bytes of all its files
 * @param fault why the manifest cannot be read; empty if it can
 */
public record StoredRun(Path place, Optional<Manifest> manifest, long bytes, String fault) {
  /** The name of its directory. */
  public String name() {
    return String.valueOf(place.getFileName());
  }
}
