package benchwright.measure.operation;

import benchwright.artifact.CaseKey;
import benchwright.artifact.Harness;
import benchwright.measure.Confinement;
import benchwright.measure.Reading;
import benchwright.measure.Subject;
import benchwright.suite.Operation;
import benchwright.suite.Timing;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One case of an operation: each reading is a fork. */
final class OperationSubject implements Subject {
  private static final int LARGEST_PADDING = 4096;

  private final OperationForks forks;
  private final ForkSetup setup;
  private final Iterations iterations;
  private final Operation operation;
  private final CaseKey key;
  private final Timing timing;
  private final Confinement confinement;
  private int readings;
  private volatile boolean cancelled;
  private volatile Harness harness = Harness.NONE;

  OperationSubject(
      OperationForks forks,
      ForkSetup setup,
      Iterations iterations,
      Operation operation,
      CaseKey key,
      Timing timing,
      Confinement confinement) {
    this.forks = forks;
    this.setup = setup;
    this.iterations = iterations;
    this.operation = operation;
    this.key = key;
    this.timing = timing;
    this.confinement = confinement;
  }

  @Override
  public Reading read(boolean kept) {
    if (cancelled) {
      return new Reading.Stopped();
    }
    Duration limit = confinement.timeout();
    try {
      Optional<Answer> answer =
          forks.ask(
              new Host.Hold(confinement.processors(), confinement.niceness()), job(limit), limit);
      if (cancelled) {
        return new Reading.Stopped();
      }
      return answer
          .map(this::reading)
          .orElseGet(
              () ->
                  new Reading.Broken(
                      "timeout", "it took longer than " + limit.toSeconds() + " s and was ended"));
    } catch (IOException e) {
      return cancelled
          ? new Reading.Stopped()
          : new Reading.Broken("exit", String.valueOf(e.getMessage()));
    }
  }

  private Job job(Duration limit) {
    ForkedOperation forked =
        new ForkedOperation(
            setup.entry(),
            operation.id(),
            operation.name(),
            operation.perSize() ? key.sizeValue() : 0,
            operation.perWorkers() ? key.workers() : 0);
    List<String> options = new ArrayList<>(setup.options());
    options.addAll(forked.asOptions());
    options.add("-Dbenchwright.padding=" + padding());
    return new Job(
        stub(),
        title(),
        1,
        timing.warmups(),
        iterations,
        key.workers(),
        Math.max(1, limit.toSeconds()),
        options,
        setup.profilers(),
        setup.profiles().toString());
  }

  /** Another length of the command line for each fork: where things lie in memory moves with it. */
  private String padding() {
    long seed = confinement.paddingSeed() + readings++;
    return "x".repeat(Math.floorMod((seed * 0x9E3779B97F4A7C15L) >>> 20, LARGEST_PADDING));
  }

  private String stub() {
    String method =
        switch (operation.result()) {
          case DOUBLE -> "callDouble";
          case LONG -> "callLong";
          case INT -> "callInt";
          case OBJECT -> "callObject";
        };
    return OperationStub.class.getName() + "." + method;
  }

  private String title() {
    String rest = key.toString().replaceAll("[^a-z0-9]+", "-");
    return rest.isEmpty() ? operation.id() : operation.id() + "-" + rest;
  }

  private Reading reading(Answer answer) {
    if (!answer.failure().isEmpty()) {
      boolean exited = answer.failure().startsWith("the operation ended its JVM");
      return new Reading.Broken(exited ? "exit" : "exception", answer.failure());
    }
    boolean cold = timing.warmups() == 0;
    harness =
        new Harness(
            "jmh " + answer.jmh(),
            answer.blackhole(),
            setup.options(),
            cold ? 0 : iterations.warmupMillis(),
            cold ? 0 : iterations.measuredMillis());
    return new Reading.Taken(
        answer.wallNanos(),
        answer.warmupNanos(),
        List.of(),
        List.of(),
        List.of(),
        List.of(answer.allocatedBytes()),
        List.of(answer.collections()),
        List.of(answer.collectionNanos()),
        answer.figures(),
        List.of(),
        List.of());
  }

  @Override
  public Harness harness() {
    return harness;
  }

  @Override
  public void cancel() {
    cancelled = true;
    forks.stop();
  }

  @Override
  public void close() {}
}
