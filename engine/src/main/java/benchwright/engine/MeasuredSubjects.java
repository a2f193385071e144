package benchwright.engine;

import benchwright.artifact.CaseKey;
import benchwright.external.Builds;
import benchwright.external.Leash;
import benchwright.measure.Confinement;
import benchwright.measure.command.CommandRuns;
import benchwright.measure.command.Devices;
import benchwright.measure.operation.ForkSetup;
import benchwright.measure.operation.OperationForks;
import benchwright.plan.TimingCase;
import benchwright.plan.TimingPlan;
import benchwright.suite.Command;
import benchwright.suite.Operation;
import benchwright.timing.Subjects;
import benchwright.timing.TimingListener;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Commands are run as processes, operations in JVMs of their own. */
final class MeasuredSubjects implements Subjects {
  private final TimingPlan plan;
  private final RunOptions options;
  private final MeasuringOptions measuring;
  private final CommandRuns commands;
  private final Optional<OperationForks> forks;
  private final Background<Devices> devices;
  private double launchNanos = Double.NaN;

  /**
   * @param profiles where profilers may write
   */
  MeasuredSubjects(
      Surroundings surroundings,
      Leash leash,
      Source source,
      TimingPlan plan,
      RunOptions options,
      MeasuringOptions measuring,
      Path profiles) {
    this.plan = plan;
    this.options = options;
    this.measuring = measuring;
    this.commands =
        new CommandRuns(
            surroundings.directory(), surroundings.environment(), leash, surroundings.nanos());
    this.forks =
        source
            .entry()
            .map(
                entry ->
                    new OperationForks(
                        forkSetup(surroundings, leash, entry, measuring.profilers(), profiles)));
    this.devices =
        plan.devices().isEmpty()
            ? Background.of(new Devices(List.of(), "none was asked for"))
            : Background.start(
                "benchwright-devices", () -> Devices.look(surroundings.environment()));
  }

  static ForkSetup forkSetup(
      Surroundings surroundings, Leash leash, Path entry, List<String> profilers, Path profiles) {
    List<String> classPath = new ArrayList<>();
    String own = surroundings.properties().getProperty("java.class.path", "");
    for (String path : own.split(File.pathSeparator, -1)) {
      // Relative to where this process was started, which need not be where the suite is run.
      classPath.add(Path.of(path).toAbsolutePath().toString());
    }
    String home = surroundings.properties().getProperty("java.home", "");
    return new ForkSetup(
        Path.of(home, "bin", "java"),
        String.join(File.pathSeparator, classPath),
        entry,
        surroundings.directory(),
        List.of(),
        profilers,
        profiles,
        leash);
  }

  /**
   * What cannot be measured of commands here, as a sentence; empty if all can, or there is none.
   */
  Optional<String> shortcoming() {
    return plan.cases().stream().anyMatch(each -> each.implementation() instanceof Command)
        ? Optional.of(commands.shortcoming()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  @Override
  public double launchNanos() {
    return launchNanos;
  }

  @Override
  public Optional<String> prepare(Collection<TimingCase> cases, TimingListener listener) {
    List<Command> programs =
        cases.stream()
            .map(TimingCase::implementation)
            .filter(Command.class::isInstance)
            .map(Command.class::cast)
            .distinct()
            .toList();
    List<String> problems = new ArrayList<>();
    if (!programs.isEmpty()) {
      commands.prepare(programs, building(listener)).ifPresent(problems::add);
      launchNanos = commands.launchNanos();
    }
    if (cases.stream().anyMatch(each -> each.implementation() instanceof Operation)) {
      forks.ifPresent(each -> problems.addAll(each.obstacles()));
    } else if (!measuring.profilers().isEmpty()) {
      problems.add("--profiler is for operations, and none of them is to be measured.");
    }
    return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", problems));
  }

  private static Builds.Listener building(TimingListener listener) {
    return new Builds.Listener() {
      @Override
      public void began(benchwright.external.Project project, String command) {
        listener.building(project.directory(), command);
      }

      @Override
      public void ended(Builds.Step step) {
        listener.built(step.project().directory(), step.command(), step.exitValue(), step.output());
      }
    };
  }

  @Override
  public Made subject(TimingCase each) {
    CaseKey key = each.key();
    List<String> offered = plan.devices().subList(0, key.gpus());
    Optional<String> missing = missing(offered);
    if (missing.isPresent()) {
      return new Made.Missing(missing.get());
    }
    Duration timeout = options.timeout().orElse(Duration.ofSeconds(plan.timing().timeoutSeconds()));
    Confinement confinement =
        new Confinement(
            measuring.processors(), measuring.niceness(), each.id().hashCode(), offered, timeout);
    if (each.implementation() instanceof Command command) {
      return new Made.Ready(commands.subject(command, key, confinement));
    }
    return forks.isEmpty()
        ? new Made.Missing("the body of an operation stands in a script, and there is none")
        : new Made.Ready(
            forks
                .get()
                .subject((Operation) each.implementation(), key, plan.timing(), confinement));
  }

  private Optional<String> missing(List<String> offered) {
    if (offered.isEmpty()) {
      return Optional.empty();
    }
    Devices found = devices.get();
    List<String> known = found.present().stream().map(Devices.Device::index).toList();
    List<String> missing = offered.stream().filter(index -> !known.contains(index)).toList();
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "there is no device "
            + String.join(", ", missing)
            + ": "
            + (found.reason().isEmpty() ? "there is " + String.join(", ", known) : found.reason()));
  }

  @Override
  public void cancel() {
    commands.stopBuilding();
  }

  @Override
  public void close() {
    commands.close();
    forks.ifPresent(OperationForks::close);
  }
}
