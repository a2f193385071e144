package benchwright.compile;

import benchwright.script.Bodies;
import benchwright.suite.Suite;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** What came of compiling a script. */
public sealed interface Compilation {

  /**
   * The script says this suite.
   *
   * @param file the script as the user named it
   * @param sha256 of the script's bytes, hexadecimal
   * @param classPath the code of the user's own that the script sees
   * @param bodies the code that stands in the script; each call executes the script anew, so bodies
   *     of two calls share no state. Loads classes only if the suite has code of its own
   * @param entry the cache entry, which {@link SuiteCompiler#load} opens in another process
   */
  record Compiled(
      Suite suite,
      String file,
      String sha256,
      List<Code> classPath,
      Supplier<Bodies> bodies,
      Path entry)
      implements Compilation {
    public Compiled {
      classPath = List.copyOf(classPath);
    }
  }

  /**
   * There is no suite.
   *
   * @param diagnostics at least one, in the order of the file
   */
  record Rejected(List<Diagnostic> diagnostics) implements Compilation {
    public Rejected {
      diagnostics = List.copyOf(diagnostics);
    }
  }
}
