package benchwright.compile;

import benchwright.script.Mistake;
import benchwright.script.Reading;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Has scripts compiled in a process of their own, which never outlives this one: each script in a
 * new process, or all of them in one while {@link #together} is open.
 */
final class CompilerChild implements ScriptReader {
  private static final long COMPILATION_SECONDS = 120;

  private final CompilerSetup setup;
  private final ProcessStarter starter;
  private int sessions;
  private @Nullable OpenCompiler kept;

  CompilerChild(CompilerSetup setup, ProcessStarter starter) {
    this.setup = setup;
    this.starter = starter;
  }

  @Override
  public SuiteCompiler.Together together() {
    synchronized (this) {
      sessions++;
    }
    return this::leave;
  }

  private synchronized void leave() {
    sessions--;
    if (sessions == 0 && kept != null) {
      kept.close();
      kept = null;
    }
  }

  @Override
  public Reading read(Path script, List<Path> dependencies, Path folder) throws IOException {
    OpenCompiler compiler;
    try {
      compiler = take();
    } catch (IOException e) {
      return mistaken(
          "the compiler does not start: " + ScriptFile.reason(e), "set JAVA_HOME to a JDK");
    }
    boolean lives = false;
    long limit = COMPILATION_SECONDS + 2 * setup.timeLimit().toSeconds();
    try {
      lives = compiler.ask(script, joined(dependencies), folder, limit);
      return answer(compiler, folder, limit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return mistaken("the compilation was interrupted", "");
    } finally {
      giveBack(compiler, lives);
    }
  }

  /** The process that waits for scripts, or a new one; two threads never have the same. */
  private OpenCompiler take() throws IOException {
    synchronized (this) {
      OpenCompiler waiting = kept;
      kept = null;
      if (waiting != null) {
        return waiting;
      }
    }
    return new OpenCompiler(starter.start(new ProcessBuilder(command()).redirectErrorStream(true)));
  }

  private void giveBack(OpenCompiler compiler, boolean lives) {
    synchronized (this) {
      if (lives && sessions > 0 && kept == null) {
        kept = compiler;
        return;
      }
    }
    compiler.close();
  }

  private static Reading answer(OpenCompiler compiler, Path folder, long limit) throws IOException {
    boolean answered =
        Files.exists(folder.resolve(SuiteCache.SUITE))
            || Files.exists(folder.resolve(Answer.MISTAKES));
    if (answered) {
      return Answer.read(folder);
    }
    if (compiler.exit().isEmpty()) {
      return mistaken(
          "the compiler did not come to an end within " + limit + " s", "make the script simpler");
    }
    String log = compiler.log();
    if (log.contains("OutOfMemoryError") || log.contains("insufficient memory")) {
      return mistaken(
          "the compiler ran out of memory", "free some memory, or make the script smaller");
    }
    int exit = compiler.exit().getAsInt();
    if (!log.contains("Exception") && !log.contains("Error")) {
      return mistaken(
          "the script ended the process that reads it, with exit code " + exit,
          "leave that out: a suite ends with its last line");
    }
    throw new IllegalStateException("the compiler process failed, exit code " + exit + ":\n" + log);
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(setup.java().toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Xshare:auto",
            // What the compiler has read of the JDK and of jars is kept from script to script.
            "-Dkotlin.environment.keepalive=true",
            "-Xlog:disable",
            "-Xlog:all=off"));
    setup.archive().filter(Files::exists).ifPresent(file -> command.add(archiveFlag(file)));
    if (setup.javaFeature() >= 24) {
      // Kotlin's compiler uses what these warn of; the user can do nothing about it.
      command.add("--sun-misc-unsafe-memory-access=allow");
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(
        List.of(
            "-cp",
            joined(setup.classPath()),
            "benchwright.compile.CompilerProcess",
            Long.toString(setup.timeLimit().toMillis()),
            joined(setup.vocabulary())));
    return command;
  }

  private static String archiveFlag(Path file) {
    return (file.toString().endsWith(".aot") ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file;
  }

  private static String joined(List<Path> paths) {
    return String.join(File.pathSeparator, paths.stream().map(Path::toString).toList());
  }

  private static Reading mistaken(String text, String remedy) {
    return new Reading.Mistaken(List.of(new Mistake(0, 0, text, remedy)));
  }
}
