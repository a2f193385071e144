package benchwright.compile;

import benchwright.script.Mistake;
import benchwright.script.Reading;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Has one script compiled in a process of its own, which never outlives this one. */
final class CompilerChild implements ScriptReader {
  private static final long COMPILATION_SECONDS = 120;

  private final CompilerSetup setup;
  private final ProcessStarter starter;

  CompilerChild(CompilerSetup setup, ProcessStarter starter) {
    this.setup = setup;
    this.starter = starter;
  }

  @Override
  public Reading read(Path script, List<Path> dependencies, Path folder) throws IOException {
    Path log = folder.resolve("log");
    ProcessBuilder command =
        new ProcessBuilder(command(script, dependencies, folder))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Process process;
    try {
      process = starter.start(command);
    } catch (IOException e) {
      return mistaken(
          "the compiler does not start: " + ScriptFile.reason(e), "set JAVA_HOME to a JDK");
    }
    long limit = COMPILATION_SECONDS + 2 * setup.timeLimit().toSeconds();
    try {
      if (!process.waitFor(limit, TimeUnit.SECONDS)) {
        return mistaken(
            "the compiler did not come to an end within " + limit + " s",
            "make the script simpler");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return mistaken("the compilation was interrupted", "");
    } finally {
      process.destroyForcibly();
    }
    Reading reading = answer(process.exitValue(), folder, Files.readString(log));
    Files.deleteIfExists(log);
    return reading;
  }

  private static Reading answer(int exit, Path folder, String log) throws IOException {
    boolean answered =
        Files.exists(folder.resolve(SuiteCache.SUITE))
            || Files.exists(folder.resolve(Answer.MISTAKES));
    if (answered) {
      return Answer.read(folder);
    }
    if (log.contains("OutOfMemoryError") || log.contains("insufficient memory")) {
      return mistaken(
          "the compiler ran out of memory", "free some memory, or make the script smaller");
    }
    if (!log.contains("Exception") && !log.contains("Error")) {
      return mistaken(
          "the script ended the process that reads it, with exit code " + exit,
          "leave that out: a suite ends with its last line");
    }
    throw new IllegalStateException("the compiler process failed, exit code " + exit + ":\n" + log);
  }

  private List<String> command(Path script, List<Path> dependencies, Path folder) {
    List<String> command = new ArrayList<>();
    command.add(setup.java().toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Xshare:auto",
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
            script.toString(),
            folder.toString(),
            Long.toString(setup.timeLimit().toMillis()),
            joined(setup.vocabulary()),
            joined(dependencies),
            "--watch"));
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
