package benchwright.run;

/**
 * Takes the events of a run: one at a time, in order of completion, in the thread that runs the
 * pool.
 */
@FunctionalInterface
public interface Sink {
  /** Takes one event; an exception ends the run and comes out of {@link Pool#run}. */
  void accept(Event event);
}
