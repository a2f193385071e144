package benchwright.measure.command;

import benchwright.artifact.CaseKey;
import benchwright.external.Builds;
import benchwright.external.Leash;
import benchwright.external.Project;
import benchwright.external.Workshop;
import benchwright.measure.Confinement;
import benchwright.measure.Reading;
import benchwright.measure.Subject;
import benchwright.suite.Command;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The programs of a run that are measured: built once, then run again and again. */
public final class CommandRuns implements AutoCloseable {
  private final Bench bench;
  private final Builds builds;

  /**
   * @param directory from which the directories of commands are named
   * @param environment of this process: PATH and HOME are taken from it
   * @param leash holds every process that is started here
   * @param nanos a clock that counts nanoseconds
   */
  public CommandRuns(
      Path directory, Map<String, String> environment, Leash leash, LongSupplier nanos) {
    this.builds = new Builds(directory, leash.branch());
    this.bench = new Bench(new Workshop(directory), Map.copyOf(environment), leash.branch(), nanos);
  }

  /**
   * Builds the commands, each directory and list of steps once, and looks whether all that they
   * start is there.
   *
   * @return what went wrong, for people; empty if all can be started
   */
  public Optional<String> prepare(Collection<Command> commands, Builds.Listener listener) {
    return builds.prepare(commands.stream().map(Project::of).toList(), listener);
  }

  /** Ends a build that is going on; {@link #prepare} returns. */
  public void stopBuilding() {
    builds.stop();
  }

  /** One case of a command, to be measured again and again; each reading is one run. */
  public Subject subject(Command command, CaseKey key, Confinement confinement) {
    return new CommandSubject(bench, command, key, confinement);
  }

  /**
   * What cannot be measured of programs on this machine, as a sentence; empty if all can. Lists of
   * a {@link Reading.Taken} are empty where it cannot.
   */
  public String shortcoming() {
    return bench.launcher().shortcoming();
  }

  /**
   * What the wall time of a program holds beside its own: the median time of {@code true}, which
   * does nothing, in nanoseconds; NaN where there is no such program. It is not subtracted from
   * anything.
   */
  public double launchNanos() {
    return bench.launchNanos();
  }

  /** Ends everything that was started here, at once; nothing is started any more. */
  @Override
  public void close() {
    builds.close();
    bench.close();
  }
}
