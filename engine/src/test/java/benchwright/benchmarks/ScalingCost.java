package benchwright.benchmarks;

import benchwright.Bounds;
import benchwright.artifact.Circumstance;
import benchwright.artifact.History;
import benchwright.artifact.Shard;
import benchwright.artifact.Stop;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import benchwright.engine.Engine;
import benchwright.engine.Listener;
import benchwright.engine.Merging;
import benchwright.engine.RunOptions;
import benchwright.engine.RunOutcome;
import benchwright.engine.Source;
import benchwright.engine.Surroundings;
import benchwright.plan.Plan;
import benchwright.plan.Planning;
import benchwright.plan.Selection;
import benchwright.plan.Trial;
import benchwright.run.ChunkRunner;
import benchwright.run.Cluster;
import benchwright.run.Outcome;
import benchwright.suite.FunctionSpec;
import benchwright.suite.NamedFunction;
import benchwright.suite.PerDimensionBudget;
import benchwright.suite.Profile;
import benchwright.suite.RandomSearch;
import benchwright.suite.Suite;
import benchwright.suite.Targets;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a run costs beside its evaluations: plan, journal, files, merge, with results that cost
 * nothing. A cluster that answers at once stands for all machines; each trial has some 60
 * improvements, as a search with a budget of 10,000·d has.
 *
 * <p>Words: what to do (run, shards, merge), trials, shards, folder. Prints one row of a table.
 */
public final class ScalingCost {
  private static final int FUNCTIONS = 24;
  private static final List<Integer> DIMENSIONS = List.of(2, 3, 5, 10, 20, 40);
  private static final double FAR = 100;

  private final Engine engine;
  private final Source source;
  private final Path folder;

  private ScalingCost(int trials, Path folder) {
    this.folder = folder;
    this.source = Source.of(suite(trials));
    this.engine =
        new Engine(
            new Surroundings(
                folder,
                System.getenv(),
                System.getProperties(),
                Clock.systemUTC(),
                System::nanoTime,
                ProcessBuilder::start));
  }

  /** Runs one step in a JVM of its own, so that its memory is its own. */
  public static void main(String[] words) throws IOException {
    Path folder = Files.createDirectories(Path.of(words[3]));
    int trials = Integer.parseInt(words[1]);
    int shards = Integer.parseInt(words[2]);
    long start = System.nanoTime();
    ScalingCost cost = new ScalingCost(trials, folder);
    Path made =
        switch (words[0]) {
          case "run" -> cost.run(cost.plan(), Shard.WHOLE, "whole");
          case "shards" -> {
            Plan whole = cost.plan();
            for (int i = 1; i <= shards; i++) {
              Path unused = cost.run(whole, new Shard(i, shards), "part-" + i);
            }
            yield folder.resolve("part-1");
          }
          case "merge" -> cost.merge(shards);
          default -> throw new IllegalArgumentException("run, shards or merge; got " + words[0]);
        };
    double seconds = (System.nanoTime() - start) * 1e-9;
    List<Path> files;
    try (Stream<Path> walk = Files.walk(made)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %,d | %d | %.0f | %.0f | %d | %d | %.0f |%n",
        words[0],
        trials,
        shards,
        seconds,
        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime()
            * 1e-9,
        peakHeap() >> 20,
        files.size(),
        bytes * 1e-6);
  }

  /** By pools, so a little more than was in use at any one moment. */
  private static long peakHeap() {
    long peak = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) {
        peak += pool.getPeakUsage().getUsed();
      }
    }
    return peak;
  }

  private static Suite suite(int trials) {
    int rest = trials / (FUNCTIONS * DIMENSIONS.size());
    int instances = Math.max(1, Math.min(15, rest));
    int seeds = Math.max(1, (int) Math.ceil((double) rest / instances));
    List<FunctionSpec> functions = new ArrayList<>();
    for (int i = 1; i <= FUNCTIONS; i++) {
      functions.add(new NamedFunction("bbob-f" + i));
    }
    Profile extent =
        new Profile(
            functions,
            DIMENSIONS,
            IntStream.rangeClosed(1, instances).boxed().toList(),
            LongStream.rangeClosed(1, seeds).boxed().toList(),
            new PerDimensionBudget(10_000));
    return new Suite(
        "scaling",
        "What a run costs beside its evaluations",
        List.of(new RandomSearch()),
        extent,
        extent,
        new Targets(1e2, 1e-8, 5),
        List.of(),
        List.of());
  }

  private Plan plan() {
    return ((Planning.Planned) Engine.plan(source, Selection.everything())).plan();
  }

  private Path run(Plan whole, Shard shard, String id) {
    Plan plan = shard.isWhole() ? whole : Engine.part(source, whole, shard);
    RunOptions options =
        RunOptions.defaults()
            .withOutputDirectory(folder)
            .withRunId(id)
            .withCluster(suite -> new Canned());
    RunOutcome outcome = engine.begin(source, plan, List.of(), options).carryOut(Listener.none());
    return ((RunOutcome.Finished) outcome).run();
  }

  private Path merge(int shards) {
    List<Path> parts =
        IntStream.rangeClosed(1, shards).mapToObj(i -> folder.resolve("part-" + i)).toList();
    Merging merging = engine.merge(parts, folder.resolve("joined"));
    if (merging instanceof Merging.Refused refused) {
      throw new IllegalStateException(String.join("; ", refused.problems()));
    }
    return ((Merging.Merged) merging).outcome().run();
  }

  /** Answers at once, with what a search might have found: always the same for the same trial. */
  private static final class Canned implements Cluster {
    private final ChunkRunner runner = ChunkRunner.canned(Canned::outcome);

    private static Outcome outcome(Trial trial) {
      TrialKey key = trial.key();
      SplittableRandom random = new SplittableRandom(key.toString().hashCode());
      int size = 40 + random.nextInt(40);
      long[] places = new long[size];
      double[] values = new double[size];
      double value = FAR * (1 + random.nextDouble());
      for (int k = 0; k < size; k++) {
        places[k] = (k == 0 ? 0 : places[k - 1]) + 1 + random.nextLong(trial.budget() / size);
        value *= 0.5 + 0.4 * random.nextDouble();
        values[k] = value;
      }
      double[] point = new double[key.dimension()];
      for (int i = 0; i < point.length; i++) {
        point[i] = 10 * random.nextDouble() - 5;
      }
      TrialRecord record =
          new TrialRecord(
              key,
              Bounds.cube(key.dimension(), -5, 5),
              trial.budget(),
              0,
              trial.budget(),
              Stop.BUDGET,
              TrialRecord.NO_FAILURE,
              new History(places, values),
              point);
      return new Outcome(record, new Circumstance(1_000_000_000L, 900_000_000L, 100_000_000L));
    }

    @Override
    public Optional<String> join() {
      return Optional.empty();
    }

    @Override
    public int slots() {
      return 64;
    }

    @Override
    public Placed place(byte[] chunk, Consumer<Answer> hear) {
      hear.accept(new Answer.Done(runner.apply(chunk)));
      return () -> {};
    }

    @Override
    public void close() {}
  }
}
