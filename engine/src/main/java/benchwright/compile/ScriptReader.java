package benchwright.compile;

import benchwright.script.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Compiles and executes a script, in this process or in another. */
interface ScriptReader {
  /**
   * Judges a script.
   *
   * @param script the file, {@code NAME.bench.kts}
   * @param dependencies jars that the script sees beside the vocabulary
   * @param folder receives {@code suite.json} and {@code classes/}, or {@code mistakes.json}
   * @return the suite, or all mistakes in the order of the file
   * @throws IOException if the script cannot be read or the folder cannot be written
   */
  Reading read(Path script, List<Path> dependencies, Path folder) throws IOException;

  /** Until it is closed, scripts may share what reading them costs once. */
  default SuiteCompiler.Together together() {
    return () -> {};
  }
}
