package benchwright.run;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * A place for trials beyond this process. Chunks of them go there as bytes and come back as bytes:
 * nothing else crosses, so whoever offers such a place need not know what a trial is. It owns where
 * a chunk is carried out, and how often it is tried again when a machine is lost; plan, record and
 * verdict stay here.
 */
public interface Cluster extends AutoCloseable {
  /** Makes ready; what stands against it, as a text for people, if something does. */
  Optional<String> join();

  /** How many trials it runs at a time, by what is known at this moment; at least 1. */
  int slots();

  /**
   * Has {@code chunk} carried out by a {@link ChunkRunner}, and tells {@code hear} what came of it:
   * once, in any thread, perhaps before this returns.
   */
  Placed place(byte[] chunk, Consumer<Answer> hear);

  /** Stops everything and gives back what it holds; nobody hears of what was not answered. */
  @Override
  void close();

  /** A chunk in the hands of the cluster. */
  @FunctionalInterface
  interface Placed {
    /** Nobody wants the answer any more: stops the work if it can be stopped. */
    void withdraw();
  }

  /** What came of a chunk. */
  sealed interface Answer {
    /** The bytes that the {@link ChunkRunner} has given back. */
    final class Done implements Answer {
      private final byte[] outcomes;

      /** Keeps {@code outcomes} as they are: nobody changes them any more. */
      public Done(byte[] outcomes) {
        this.outcomes = outcomes;
      }

      byte[] outcomes() {
        return outcomes;
      }
    }

    /** Every process that took it up has ended over it, as often as the cluster tries. */
    record Lost(String how) implements Answer {}

    /** The cluster itself is gone, or cannot run trials at all. */
    record Broken(String why) implements Answer {}
  }
}
