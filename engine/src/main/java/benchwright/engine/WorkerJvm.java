package benchwright.engine;

import benchwright.external.Leash;
import benchwright.run.WorkerStarter;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Starts the JVM of one worker: the same Java and the same jars as this process. Each is on a leash
 * of its own, so that no program that it has started survives it.
 */
final class WorkerJvm implements WorkerStarter {
  private static final long LEAST_HEAP = 128L << 20;

  private final Surroundings surroundings;
  private final Optional<Path> entry;
  private final int workers;
  private final Leash leash;
  private final Map<Process, Leash> leashes = new ConcurrentHashMap<>();

  WorkerJvm(Surroundings surroundings, Optional<Path> entry, int workers, Leash leash) {
    this.surroundings = surroundings;
    this.entry = entry;
    this.workers = workers;
    this.leash = leash;
  }

  @Override
  public void end(Process worker) {
    Leash own = leashes.remove(worker);
    if (own != null) {
      own.end(worker);
    }
  }

  @Override
  public Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(property("java.home"), "bin", "java").toString());
    // An exception that is thrown often keeps its text, which the artifact quotes.
    command.add("-XX:-OmitStackTraceInFastThrow");
    command.addAll(List.of("-Xlog:disable", "-XX:-UsePerfData", "-XX:+UseSerialGC"));
    // Together they may take what this process could; else many workers would fill the machine.
    command.add("-Xmx" + Math.max(LEAST_HEAP, Runtime.getRuntime().maxMemory() / workers));
    for (String option :
        surroundings.environment().getOrDefault("BENCH_JAVA_OPTS", "").split(" ", -1)) {
      if (!option.isBlank()) {
        command.add(option);
      }
    }
    String home = property("benchwright.home");
    if (!home.isEmpty()) {
      command.add("-Dbenchwright.home=" + home);
    }
    command.add("-cp");
    command.add(absolute(property("java.class.path")));
    command.add(WorkerMain.class.getName());
    entry.ifPresent(path -> command.add(path.toString()));
    ProcessBuilder process = new ProcessBuilder(command);
    process.directory(surroundings.directory().toFile());
    // What a trial prints is for people; the protocol has the other two streams.
    process.redirectError(Redirect.INHERIT);
    Leash own = leash.branch();
    Process worker = own.start(process);
    leashes.put(worker, own);
    return worker;
  }

  /** The class path of this process may be relative to another directory than ours. */
  private static String absolute(String classPath) {
    List<String> paths = new ArrayList<>();
    for (String path : classPath.split(File.pathSeparator, -1)) {
      paths.add(Path.of(path).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, paths);
  }

  private String property(String name) {
    return surroundings.properties().getProperty(name, "");
  }
}
