package benchwright.engine;

import benchwright.artifact.CodeStamp;
import benchwright.compile.Code;
import benchwright.compile.Compilation.Compiled;
import benchwright.script.Bodies;
import benchwright.suite.Suite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A suite, and where it came from.
 *
 * @param file the script as the user named it; empty if there is none.
 * @param sha256 of the script, in hexadecimal digits; empty if there is none.
 * @param classPath the code of the user's own that the script sees.
 * @param bodies the code that stands in the script.
 * @param entry where the compiled script lies, for worker processes and for a resume.
 */
public record Source(
    Suite suite,
    String file,
    String sha256,
    List<CodeStamp> classPath,
    Supplier<Bodies> bodies,
    Optional<Path> entry) {
  public Source {
    classPath = List.copyOf(classPath);
  }

  /** A suite that a program has put together; it has no code of its own. */
  public static Source of(Suite suite) {
    return new Source(suite, "", "", List.of(), Bodies::none, Optional.empty());
  }

  /** A suite that was compiled from a script. */
  public static Source of(Compiled compiled) {
    List<CodeStamp> classPath = new ArrayList<>();
    for (Code code : compiled.classPath()) {
      classPath.add(new CodeStamp(code.path(), code.sha256()));
    }
    return new Source(
        compiled.suite(),
        compiled.file(),
        compiled.sha256(),
        classPath,
        compiled.bodies(),
        Optional.of(compiled.entry()));
  }
}
