package benchwright.timing;

import benchwright.measure.Subject;
import benchwright.plan.TimingCase;
import java.util.Collection;
import java.util.Optional;

/** Makes what can be measured out of what was planned. */
public interface Subjects extends AutoCloseable {
  /** A case as it can be measured, or why it cannot. */
  sealed interface Made {
    /** It can. */
    record Ready(Subject subject) implements Made {}

    /** It cannot be measured here; the reason is a sentence. */
    record Missing(String reason) implements Made {}
  }

  /**
   * Builds what has to be built, once.
   *
   * @return what went wrong, for people; empty if all can be started
   */
  Optional<String> prepare(Collection<TimingCase> cases, TimingListener listener);

  /** What measures {@code each}; the caller closes it. */
  Made subject(TimingCase each);

  /**
   * What the time of a command holds beside the command, in nanoseconds; NaN if that is unknown.
   */
  double launchNanos();

  /** Stops a build that goes on. Any thread may call. */
  void cancel();

  /** Ends everything that was started. */
  @Override
  void close();
}
