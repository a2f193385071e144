package benchwright.compile;

import java.nio.file.Path;
import java.util.List;

/** Compiles suites, each content once. Safe for use by several threads and processes at once. */
public final class SuiteCompiler {
  private final CompilerSetup setup;
  private final ProcessStarter starter;

  /** A compiler that starts its processes with {@code starter}. */
  public SuiteCompiler(CompilerSetup setup, ProcessStarter starter) {
    this.setup = setup;
    this.starter = starter;
  }

  /** The suite that {@code script} says, from the cache if it was compiled before. */
  public Compilation compile(Path script) {
    return new Compilation.Rejected(
        List.of(Diagnostic.ofFile(script.toString(), "not built yet", setup + " " + starter)));
  }

  /** The suite of a cache entry that an earlier compilation told. */
  public Compilation load(Path entry) {
    return new Compilation.Rejected(
        List.of(Diagnostic.ofFile(entry.toString(), "not built yet", "")));
  }
}
