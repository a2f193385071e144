package benchwright.compile;

import benchwright.script.Mistake;
import java.nio.file.Path;
import java.util.List;

/** Resolves what {@code @file:DependsOn} names to jars. */
interface Dependencies {
  /** Either all jars, or what is wrong with the coordinates. */
  sealed interface Resolution {
    record Jars(List<Path> jars) implements Resolution {}

    record Unresolved(List<Mistake> mistakes) implements Resolution {}
  }

  /** The jars of {@code coordinates}, with all that those depend on. */
  Resolution resolve(List<Coordinate> coordinates);
}
