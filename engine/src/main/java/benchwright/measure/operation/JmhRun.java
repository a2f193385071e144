package benchwright.measure.operation;

import benchwright.measure.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.profile.ProfilerFactory;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.CompilerHints;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Carries out one {@link Job} by JMH. */
final class JmhRun {
  private static final String GC = "gc";
  private static final double NANOS_OF_MILLI = 1e6;

  private final Job job;

  JmhRun(Job job) {
    this.job = job;
  }

  Answer answer() {
    List<String> unusable = unusable();
    if (!unusable.isEmpty()) {
      return Answer.failed(String.join("\n", unusable));
    }
    QuietFormat format = new QuietFormat();
    if (job.forks() == 0) {
      return new Answer("", "", "", List.of(), List.of(), List.of(), 0, 0, 0, List.of());
    }
    try {
      Collection<RunResult> results = new Runner(options(), format).run();
      if (results.size() != 1 || format.measured().isEmpty()) {
        return Answer.failed(format.lastLines());
      }
      return told(results.iterator().next(), format);
    } catch (RunnerException | IOException e) {
      return Answer.failed(
          format.failure().orElseGet(() -> e.getMessage() + "\n" + format.lastLines()));
    }
  }

  /** What is wrong with the profilers that are asked for, a sentence each. */
  private List<String> unusable() {
    List<String> unusable = new ArrayList<>();
    for (String profiler : job.profilers()) {
      try {
        ProfilerFactory.getProfilerOrException(config(profiler));
      } catch (ProfilerException e) {
        String why = String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
        boolean unknown = e.getCause() instanceof ClassNotFoundException;
        unusable.add(
            "the profiler '"
                + profiler
                + "' "
                + (unknown ? "is not known" : "cannot be used here: " + why));
      }
    }
    return unusable;
  }

  private static ProfilerConfig config(String profiler) {
    int colon = profiler.indexOf(':');
    return colon < 0
        ? new ProfilerConfig(profiler, "")
        : new ProfilerConfig(profiler.substring(0, colon), profiler.substring(colon + 1));
  }

  private org.openjdk.jmh.runner.options.Options options() throws IOException {
    boolean cold = job.warmups() == 0;
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(job.stub()) + "$")
            .mode(cold ? Mode.SingleShotTime : Mode.AverageTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .verbosity(VerboseMode.NORMAL)
            .shouldFailOnError(true)
            .forks(1)
            .warmupForks(0)
            .warmupIterations(job.warmups())
            .warmupTime(TimeValue.milliseconds(job.iterations().warmupMillis()))
            .measurementIterations(cold ? 1 : job.iterations().measured())
            .measurementTime(TimeValue.milliseconds(job.iterations().measuredMillis()))
            .threads(job.threads())
            .timeout(TimeValue.seconds(job.timeoutSeconds()))
            .jvmArgs(job.options().toArray(new String[0]))
            .addProfiler(GC);
    for (String profiler : job.profilers()) {
      ProfilerConfig config = config(profiler);
      if (!config.getKlass().equals(GC)) {
        options.addProfiler(config.getKlass(), withDirectory(config));
      }
    }
    return options.build();
  }

  /**
   * Profilers that write files write them where we say, each fork's apart, unless the user does.
   */
  private String withDirectory(ProfilerConfig config) throws IOException {
    boolean writes = config.getKlass().equals("jfr") || config.getKlass().equals("async");
    if (!writes || config.getOpts().contains("dir=")) {
      return config.getOpts();
    }
    Path folder = Files.createDirectories(free(job.title() + "-" + config.getKlass(), ""));
    String own = "dir=" + folder;
    return config.getOpts().isEmpty() ? own : config.getOpts() + ";" + own;
  }

  /** A file that is not there yet: each fork leaves what it found. */
  private Path free(String name, String suffix) throws IOException {
    Path profiles = Files.createDirectories(Path.of(job.profiles()));
    Path file = profiles.resolve(name + suffix);
    for (int again = 2; Files.exists(file); again++) {
      file = profiles.resolve(name + "-" + again + suffix);
    }
    return file;
  }

  // JMH's own maps hold the raw type.
  @SuppressWarnings("rawtypes")
  private Answer told(RunResult result, QuietFormat format) throws IOException {
    double allocated = 0;
    double collections = 0;
    double millis = 0;
    int iterations = 0;
    for (IterationResult iteration : result.getAggregatedResult().getIterationResults()) {
      Map<String, Result> secondary = iteration.getSecondaryResults();
      allocated += score(secondary, "gc.alloc.rate.norm", Double.NaN);
      collections += score(secondary, "gc.count", 0);
      millis += score(secondary, "gc.time", 0);
      iterations++;
    }
    return new Answer(
        "",
        result.getParams().getJmhVersion(),
        blackhole(),
        job.options(),
        format.warmups(),
        format.measured(),
        allocated / iterations,
        collections,
        millis * NANOS_OF_MILLI,
        figures(result));
  }

  @SuppressWarnings("rawtypes")
  private static double score(Map<String, Result> results, String name, double absent) {
    Result<?> result = results.get(name);
    return result == null ? absent : result.getScore();
  }

  /** What other profilers found: a number each, or a text, which is kept as a file. */
  @SuppressWarnings("rawtypes")
  private List<Reading.Figure> figures(RunResult result) throws IOException {
    List<Reading.Figure> figures = new ArrayList<>();
    for (Result<?> each : result.getSecondaryResults().values()) {
      String label = each.getLabel();
      if (label.startsWith("gc.")) {
        continue;
      }
      String text = each.extendedInfo();
      if (!text.isBlank()) {
        keep(label, text);
      }
      if (Double.isFinite(each.getScore())) {
        figures.add(new Reading.Figure(label, each.getScoreUnit(), each.getScore()));
      }
    }
    return figures;
  }

  private void keep(String label, String text) throws IOException {
    Files.writeString(
        free(job.title() + "-" + label.replaceAll("[^A-Za-z0-9.]+", "-"), ".txt"), text);
  }

  /** JMH says it in a line for people: {@code # Blackhole mode: compiler (auto-detected, …)}. */
  private static String blackhole() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      CompilerHints.printHints(out);
    }
    String said = bytes.toString(StandardCharsets.UTF_8);
    int start = said.indexOf("mode: ");
    int end = said.indexOf(" (", start);
    return start < 0 || end < 0 ? "" : said.substring(start + "mode: ".length(), end);
  }
}
