package benchwright.compile;

import benchwright.script.Bodies;
import benchwright.script.Mistake;
import benchwright.script.Reading;
import benchwright.suite.FormulaFunction;
import benchwright.suite.FunctionSpec;
import benchwright.suite.Implementation;
import benchwright.suite.Operation;
import benchwright.suite.OptimizerSpec;
import benchwright.suite.Profile;
import benchwright.suite.ScriptOptimizer;
import benchwright.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Compiles suites, each content once. Safe for use by several threads and processes at once. */
public final class SuiteCompiler {
  /** A time in which many scripts are compiled. */
  @FunctionalInterface
  public interface Together extends AutoCloseable {
    /** Gives back what was kept for the scripts to come. */
    @Override
    void close();
  }

  private static final int MOST_ENTRIES = 100;

  private final CompilerSetup setup;
  private final SuiteCache cache;
  private final ScriptReader reader;
  private final Dependencies dependencies;

  /** A compiler that starts its processes with {@code starter}. */
  public SuiteCompiler(CompilerSetup setup, ProcessStarter starter) {
    this(setup, new CompilerChild(setup, starter), new MavenDependencies(setup.maven(), starter));
  }

  SuiteCompiler(CompilerSetup setup, ScriptReader reader, Dependencies dependencies) {
    this.setup = setup;
    this.cache = new SuiteCache(setup.cache(), MOST_ENTRIES);
    this.reader = reader;
    this.dependencies = dependencies;
  }

  /**
   * Until it is closed, the process that compiles is kept for the next script: the second one takes
   * a quarter of the time. It keeps some 200 MB, so it is nothing for a time in which is measured.
   */
  public Together together() {
    return reader.together();
  }

  /** As below, of a script that sees nothing of the user's own. */
  public Compilation compile(Path script) {
    return compile(script, List.of());
  }

  /**
   * The suite that {@code script} says, from the cache if it was compiled before.
   *
   * @param classPath folders of classes and jars that the script sees beside the vocabulary
   */
  public Compilation compile(Path script, List<Path> classPath) {
    ScriptFile.Found found = ScriptFile.read(script);
    if (found instanceof ScriptFile.Found.Missing missing) {
      return new Compilation.Rejected(List.of(missing.why()));
    }
    ScriptFile source = ((ScriptFile.Found.Script) found).script();
    Code.Reading reading = Code.read(classPath);
    if (reading instanceof Code.Reading.Unreadable unreadable) {
      return new Compilation.Rejected(unreadable.why());
    }
    List<Code> code = ((Code.Reading.Read) reading).code();
    Sha256 key =
        new Sha256()
            .part("benchwright-suite 2")
            .part(ScriptFile.fileName(script))
            .part(source.sha256())
            .part(setup.build())
            .part(Integer.toString(setup.javaFeature()));
    for (Code each : code) {
      key.part(each.path()).part(each.sha256());
    }
    String name = key.hex();
    Optional<CacheEntry> cached = cache.find(name);
    if (cached.isPresent()) {
      return compiled(cached.get(), source.file());
    }
    return compile(source, code, name);
  }

  /**
   * The suite of a cache entry that an earlier compilation told.
   *
   * @param entry as {@link Compilation.Compiled#entry} told
   */
  public Compilation load(Path entry) {
    Optional<CacheEntry> found = CacheEntry.open(entry);
    if (found.isPresent()) {
      return compiled(found.get(), found.get().file());
    }
    return new Compilation.Rejected(
        List.of(
            Diagnostic.ofFile(
                entry.toString(),
                "there is no compiled suite, or it is damaged",
                "compile the suite's script again")));
  }

  /**
   * The code of a cache entry that an earlier compilation of this run told: what a process needs
   * that only calls it.
   *
   * @throws IllegalStateException if there is no such entry
   */
  public static Supplier<Bodies> bodies(Path entry) {
    return bodies(code(entry));
  }

  /** As above, for code that was carried elsewhere. */
  public static Supplier<Bodies> bodies(ScriptCode code) {
    return new ScriptSupplier(code);
  }

  /**
   * What must be carried to a machine that is to execute the code of a cache entry.
   *
   * @throws IllegalStateException if there is no such entry
   */
  public static ScriptCode code(Path entry) {
    return CacheEntry.executable(entry)
        .orElseThrow(() -> new IllegalStateException("the compiled suite " + entry + " is gone"));
  }

  private Compilation compile(ScriptFile source, List<Code> code, String key) {
    Dependencies.Resolution resolution = dependencies.resolve(Coordinate.in(source.text()));
    if (resolution instanceof Dependencies.Resolution.Unresolved unresolved) {
      return rejected(source, unresolved.mistakes());
    }
    List<Path> jars = ((Dependencies.Resolution.Jars) resolution).jars();
    Path folder = null;
    try {
      folder = cache.fresh();
      // A copy, so that what is compiled is what was read, whatever an editor does meanwhile.
      Path copy = folder.resolve(ScriptFile.fileName(source.path()));
      Files.writeString(copy, source.text());
      List<Path> seen = new ArrayList<>(Code.copy(code, folder));
      seen.addAll(jars);
      Reading reading = reader.read(copy, seen, folder);
      if (reading instanceof Reading.Mistaken mistaken) {
        return rejected(source, mistaken.mistakes());
      }
      ScriptClasses classes = ScriptClasses.in(folder.resolve(SuiteCache.CLASSES));
      CacheEntry.seal(
          folder, ScriptFile.fileName(source.path()), source.sha256(), classes, code, jars);
      return compiled(cache.keep(folder, key), source.file());
    } catch (IOException e) {
      return new Compilation.Rejected(
          List.of(
              Diagnostic.ofFile(
                  source.file(),
                  "the compiled suite cannot be kept in "
                      + setup.cache()
                      + ": "
                      + ScriptFile.reason(e),
                  "set BENCH_CACHE to a folder that can be written")));
    } finally {
      if (folder != null) {
        SuiteCache.remove(folder);
      }
    }
  }

  private static Compilation rejected(ScriptFile source, List<Mistake> mistakes) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Mistake mistake : mistakes) {
      diagnostics.add(
          new Diagnostic(
              source.file(),
              mistake.line(),
              mistake.column(),
              mistake.text(),
              mistake.remedy(),
              SourceLines.line(source.text(), mistake.line())));
    }
    return new Compilation.Rejected(diagnostics);
  }

  private static Compilation compiled(CacheEntry entry, String file) {
    Supplier<Bodies> bodies =
        hasBodies(entry.suite()) ? new ScriptSupplier(entry.executable()) : Bodies::none;
    return new Compilation.Compiled(
        entry.suite(), file, entry.sha256(), entry.code(), bodies, entry.folder());
  }

  private static boolean hasBodies(Suite suite) {
    for (OptimizerSpec optimizer : suite.optimizers()) {
      if (optimizer instanceof ScriptOptimizer) {
        return true;
      }
    }
    for (Implementation implementation : suite.speed().implementations()) {
      if (implementation instanceof Operation) {
        return true;
      }
    }
    return hasFormulas(suite.full()) || hasFormulas(suite.quick());
  }

  private static boolean hasFormulas(Profile profile) {
    for (FunctionSpec function : profile.functions()) {
      if (function instanceof FormulaFunction) {
        return true;
      }
    }
    return false;
  }
}
