package benchwright.measure;

import benchwright.artifact.Documents;
import benchwright.artifact.Formats;
import benchwright.artifact.MachineIdentity;
import benchwright.artifact.NoiseFloor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The noise floors that were measured, one file for each machine. */
public final class NoiseStore {
  private final Path folder;

  /**
   * @param cache the user's folder for what Benchwright keeps
   */
  public NoiseStore(Path cache) {
    folder = cache.resolve("noise");
  }

  /** Where the floor of {@code machine} is kept. */
  public Path file(MachineIdentity machine) {
    return folder.resolve(machine.fingerprint() + ".json");
  }

  /** The floor of {@code machine}; nothing if none is kept, or none that can be read. */
  public Optional<NoiseFloor> find(MachineIdentity machine) {
    try {
      NoiseFloor floor = Documents.noise(Files.readString(file(machine)));
      return Optional.of(floor)
          .filter(each -> each.formatVersion() <= Formats.VERSION)
          .filter(each -> each.machine().equals(machine));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Keeps {@code floor} in place of an earlier one.
   *
   * @throws IOException if the folder cannot be written
   */
  public void keep(NoiseFloor floor) throws IOException {
    Files.createDirectories(folder);
    Path file = file(floor.machine());
    Path partial = Files.createTempFile(folder, "noise", ".partial");
    try {
      Files.writeString(partial, Documents.page(Documents.toJson(floor)));
      Files.move(
          partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
  }
}
