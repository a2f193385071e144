package benchwright.engine;

import benchwright.compile.Code;
import benchwright.compile.Compilation;
import benchwright.compile.CompilerSetup;
import benchwright.compile.Diagnostic;
import benchwright.compile.SuiteCompiler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compiles the scripts of a working directory, and names each file as the caller has named it. */
final class Compiling {
  private final Path directory;
  private final SuiteCompiler compiler;

  Compiling(Surroundings surroundings) {
    this.directory = surroundings.directory();
    this.compiler =
        new SuiteCompiler(
            CompilerSetup.of(surroundings.properties(), surroundings.environment()),
            surroundings.compilers());
  }

  SuiteCompiler.Together together() {
    return compiler.together();
  }

  /** As {@link SuiteCompiler#load}. */
  Compilation load(Path entry) {
    return compiler.load(entry);
  }

  Compilation compile(Path script, List<Path> classPath) {
    Compilation compilation =
        compiler.compile(
            directory.resolve(script), classPath.stream().map(directory::resolve).toList());
    if (compilation instanceof Compilation.Compiled compiled) {
      return new Compilation.Compiled(
          compiled.suite(),
          script.toString(),
          compiled.sha256(),
          named(classPath, compiled.classPath()),
          compiled.bodies(),
          compiled.entry());
    }
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Diagnostic each : ((Compilation.Rejected) compilation).diagnostics()) {
      diagnostics.add(
          new Diagnostic(
              asGiven(each.file(), script, classPath),
              each.line(),
              each.column(),
              each.text(),
              each.remedy(),
              each.sourceLine()));
    }
    return new Compilation.Rejected(diagnostics);
  }

  private static List<Code> named(List<Path> classPath, List<Code> code) {
    List<Code> named = new ArrayList<>();
    for (Code each : code) {
      named.add(new Code(classPath.get(named.size()).toString(), each.sha256()));
    }
    return named;
  }

  /** A problem is the script's own, or that of something on the class path. */
  private String asGiven(String file, Path script, List<Path> classPath) {
    for (Path path : classPath) {
      if (directory.resolve(path).toString().equals(file)) {
        return path.toString();
      }
    }
    return script.toString();
  }
}
