package benchwright.measure;

import java.util.List;

/** What one measurement of a {@link Subject} gave. */
public sealed interface Reading {
  /**
   * It went well. Lists that do not apply are empty.
   *
   * @param wallNanos one value for a run of a command, one for each iteration of an operation's
   *     fork, there for one call
   * @param warmupNanos the times of a fork's iterations that were made to warm up
   * @param userNanos processor time of the process tree in user mode, one value for a run
   * @param systemNanos in the system, one value for a run
   * @param peakRssBytes of the largest process of the tree, one value for a run
   * @param allocatedBytesPerOperation one value for a fork
   * @param collections garbage collections, one value for a fork
   * @param collectionNanos the time that they took, one value for a fork
   * @param metrics what the program said of itself, in its order
   * @param stages the parts of the run, in their order
   * @param result the numbers in its result, in their order
   */
  record Taken(
      List<Double> wallNanos,
      List<Double> warmupNanos,
      List<Double> userNanos,
      List<Double> systemNanos,
      List<Long> peakRssBytes,
      List<Double> allocatedBytesPerOperation,
      List<Double> collections,
      List<Double> collectionNanos,
      List<Figure> metrics,
      List<Figure> stages,
      List<Double> result)
      implements Reading {
    public Taken {
      wallNanos = List.copyOf(wallNanos);
      warmupNanos = List.copyOf(warmupNanos);
      userNanos = List.copyOf(userNanos);
      systemNanos = List.copyOf(systemNanos);
      peakRssBytes = List.copyOf(peakRssBytes);
      allocatedBytesPerOperation = List.copyOf(allocatedBytesPerOperation);
      collections = List.copyOf(collections);
      collectionNanos = List.copyOf(collectionNanos);
      metrics = List.copyOf(metrics);
      stages = List.copyOf(stages);
      result = List.copyOf(result);
    }
  }

  /**
   * It went wrong, and would again.
   *
   * @param kind one word for programs: {@code start}, {@code exit}, {@code signal}, {@code
   *     timeout}, {@code exception}, {@code prepare}, {@code conclude}, {@code result}
   * @param message for people: what happened, with the last lines of what it wrote
   */
  record Broken(String kind, String message) implements Reading {}

  /** It was stopped by {@link Subject#cancel}. */
  record Stopped() implements Reading {}

  /** A number with a name; of a stage the seconds. */
  record Figure(String name, String unit, double value) {}
}
