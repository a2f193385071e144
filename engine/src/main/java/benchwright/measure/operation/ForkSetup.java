package benchwright.measure.operation;

import benchwright.external.Leash;
import java.nio.file.Path;
import java.util.List;

/**
 * What measuring operations needs of the world.
 *
 * @param java the command that starts JVMs
 * @param classPath of this program, absolute; hosts and forks get the same
 * @param entry the compiled script in which the operations stand, as its compilation told
 * @param directory the working directory of hosts and forks
 * @param options of the forks, beside the JVM's own defaults; they are recorded
 * @param profilers of JMH beside {@code gc}, each {@code NAME} or {@code NAME:OPTIONS}
 * @param profiles the directory for what profilers write; made when there is something
 * @param leash holds all processes that are started
 */
public record ForkSetup(
    Path java,
    String classPath,
    Path entry,
    Path directory,
    List<String> options,
    List<String> profilers,
    Path profiles,
    Leash leash) {
  public ForkSetup {
    options = List.copyOf(options);
    profilers = List.copyOf(profilers);
  }
}
