package benchwright.external;

import benchwright.Optimizer;
import benchwright.suite.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/** The programs of a run: built once, then started anew for each trial. */
public final class Programs {
  private final Workshop workshop;
  private final Leash leash;
  private final Builds builds;
  private final Patience patience;
  private boolean closed;

  /**
   * @param directory from which the directories of programs are named
   * @param leash holds every process that is started here
   */
  public Programs(Path directory, Leash leash) {
    this(directory, leash, Patience.USUAL);
  }

  Programs(Path directory, Leash leash, Patience patience) {
    this.workshop = new Workshop(directory);
    this.leash = leash;
    this.builds = new Builds(directory, leash.branch());
    this.patience = patience;
  }

  /** An optimizer for one trial: starts the program, talks to it, ends it. */
  public Optimizer optimizer(Program program) {
    return new Conversation(
        leash.branch(),
        own -> start(own, workshop.command(Project.of(program), program.run())),
        patience,
        program.patienceSeconds());
  }

  /**
   * Builds the programs, each directory and list of steps once, and looks whether each can be
   * started.
   *
   * @return what went wrong, for people; empty if all can be started
   */
  public Optional<String> prepare(Collection<Program> programs, Builds.Listener listener) {
    return builds.prepare(programs.stream().map(Project::of).toList(), listener);
  }

  /** Ends a build that is going on; {@link #prepare} returns. */
  public void stopBuilding() {
    builds.stop();
  }

  /** Either it is started before everything is ended, or not at all. */
  private synchronized Process start(Leash own, ProcessBuilder builder) throws IOException {
    if (closed) {
      throw new IOException("the run is over");
    }
    return own.start(builder);
  }

  /** Ends everything that was started here, at once; nothing is started any more. */
  public void close() {
    synchronized (this) {
      closed = true;
    }
    builds.close();
    leash.sweep();
  }
}
