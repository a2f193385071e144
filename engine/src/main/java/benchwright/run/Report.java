package benchwright.run;

import benchwright.run.Event.Loss;
import java.util.Optional;

/** What the threads of a crew tell the thread that runs it. */
sealed interface Report {
  /** A trial is about to run; its time counts from now. */
  record Started(Assignment assignment) implements Report {}

  /** A trial ended by itself. */
  record Ended(Assignment assignment, Worker.Done done) implements Report {}

  /** A trial ended because its time was up. */
  record Stopped(Assignment assignment, Optional<Loss> loss) implements Report {}

  /** A worker met what no trial can be blamed for. */
  record Broken(Throwable thrown) implements Report {}

  /** Nothing happened here, but elsewhere: look around. */
  record Look() implements Report {}
}
