package benchwright.engine;

import benchwright.compile.ScriptCode;
import benchwright.compile.SuiteCompiler;
import benchwright.external.Leash;
import benchwright.run.Cluster;
import benchwright.run.DriverPipe;
import benchwright.run.WorkerStarter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Offers the cluster of a Spark master: the user's own {@code spark-submit} starts a driver, the
 * adapter, in a process of its own. Nothing of Spark is ever loaded here.
 */
public final class SparkSubmit implements Function<Source, Cluster> {
  /** Where Spark was looked for, and what to use of it. */
  public sealed interface Search {
    record Found(SparkSubmit submit) implements Search {}

    /** What is missing, and what to do about it, a sentence each. */
    record Missing(String what, List<String> remedies) implements Search {
      public Missing {
        remedies = List.copyOf(remedies);
      }
    }
  }

  private static final int KNOCK_MILLIS = 5_000;
  private static final int DEFAULT_PORT = 7077;
  private static final String STANDALONE = "spark://";

  private final Surroundings surroundings;
  private final String master;
  private final Path submit;
  private final Path adapter;

  private SparkSubmit(Surroundings surroundings, String master, Path submit, Path adapter) {
    this.surroundings = surroundings;
    this.master = master;
    this.submit = submit;
    this.adapter = adapter;
  }

  /** The installation that BENCH_SPARK_HOME or SPARK_HOME names, else that of the search path. */
  public static Search find(Surroundings surroundings, String master) {
    Map<String, String> environment = surroundings.environment();
    for (String variable : List.of("BENCH_SPARK_HOME", "SPARK_HOME")) {
      String home = environment.getOrDefault(variable, "");
      if (!home.isEmpty()) {
        Path submit = surroundings.directory().resolve(home).resolve("bin").resolve("spark-submit");
        return Files.isExecutable(submit)
            ? adapted(surroundings, master, submit)
            : new Search.Missing(
                variable + " is " + home + ", and there is no bin/spark-submit in it",
                List.of("set it to the folder of a Spark 4.2 installation"));
      }
    }
    String found = Leash.find("spark-submit", environment.getOrDefault("PATH", ""));
    return found.isEmpty()
        ? new Search.Missing(
            "no Spark is installed here: SPARK_HOME is not set and no spark-submit is on the PATH",
            List.of(
                "set SPARK_HOME (or BENCH_SPARK_HOME) to a Spark 4.2 installation, of the version"
                    + " that the cluster runs",
                "without Spark, a run is split by --shard and joined by bench merge"))
        : adapted(surroundings, master, Path.of(found));
  }

  private static Search adapted(Surroundings surroundings, String master, Path submit) {
    Optional<Path> adapter = adapter(surroundings);
    return adapter.isEmpty()
        ? new Search.Missing(
            "this installation of Benchwright has no adapter for Spark (lib/spark/*.jar)",
            List.of("build it: mvn -q -pl spark,engine -am package -Dmaven.test.skip=true"))
        : new Search.Found(new SparkSubmit(surroundings, master, submit, adapter.get()));
  }

  private static Optional<Path> adapter(Surroundings surroundings) {
    String named = surroundings.properties().getProperty("benchwright.spark.adapter", "");
    if (!named.isEmpty()) {
      return Optional.of(Path.of(named));
    }
    String home = surroundings.properties().getProperty("benchwright.home", "");
    Path folder = Path.of(home, "lib", "spark");
    if (home.isEmpty() || !Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).min(Comparator.naturalOrder());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public Cluster apply(Source source) {
    return new Submitted(source);
  }

  /** The application of one run. */
  private final class Submitted implements Cluster {
    private final Source source;
    private final Leash leash = Leash.of(surroundings.nanos().getAsLong()).branch();
    private final DriverPipe pipe;
    private volatile Optional<Path> place = Optional.empty();

    Submitted(Source source) {
      this.source = source;
      this.pipe =
          new DriverPipe(
              "the Spark cluster " + master,
              new WorkerStarter() {
                @Override
                public Process start() throws IOException {
                  return leash.start(driver());
                }

                @Override
                public void end(Process driver) {
                  leash.end(driver);
                }
              });
    }

    @Override
    public Optional<String> join() {
      return silent().or(pipe::join);
    }

    private ProcessBuilder driver() throws IOException {
      Path folder = Files.createTempDirectory("benchwright-spark-");
      place = Optional.of(folder);
      Optional<ScriptCode> code = source.entry().map(SuiteCompiler::code);
      Shipment shipment = Shipment.pack(code, folder);
      List<String> command = new ArrayList<>();
      command.add(submit.toString());
      command.addAll(List.of("--master", master, "--deploy-mode", "client"));
      command.addAll(List.of("--name", "benchwright " + source.suite().name()));
      command.addAll(List.of("--class", "benchwright.spark.Driver"));
      command.add(adapter.toString());
      command.add(ClusterEntry.class.getName());
      shipment.engine().forEach(jar -> command.add("engine=" + jar.toAbsolutePath()));
      if (!shipment.mainClass().isEmpty()) {
        command.add("word=" + shipment.mainClass());
        shipment.suite().forEach(jar -> command.add("file=" + jar.toAbsolutePath()));
      }
      ProcessBuilder process = new ProcessBuilder(command);
      process.directory(surroundings.directory().toFile());
      return process;
    }

    /** Spark itself would try for a minute and then say it in a stack trace. */
    private Optional<String> silent() {
      if (!master.startsWith(STANDALONE)) {
        return Optional.empty();
      }
      List<String> tried = new ArrayList<>();
      for (String host : master.substring(STANDALONE.length()).split(",", -1)) {
        int colon = host.lastIndexOf(':');
        try (Socket socket = new Socket()) {
          int port = colon < 0 ? DEFAULT_PORT : Integer.parseInt(host.substring(colon + 1));
          String name = colon < 0 ? host : host.substring(0, colon);
          socket.connect(new InetSocketAddress(name, port), KNOCK_MILLIS);
          return Optional.empty();
        } catch (IOException | IllegalArgumentException refused) {
          tried.add(host + ": " + refused.getMessage());
        }
      }
      return Optional.of(
          "No Spark master answers at " + master + " (" + String.join("; ", tried) + ")");
    }

    @Override
    public int slots() {
      return pipe.slots();
    }

    @Override
    public Placed place(byte[] chunk, Consumer<Answer> hear) {
      return pipe.place(chunk, hear);
    }

    @Override
    public void close() {
      pipe.close();
      place.ifPresent(Submitted::remove);
    }

    private static void remove(Path folder) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
      } catch (IOException gone) {
        // The system clears its folder for temporary files too.
      }
    }
  }
}
