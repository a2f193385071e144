package benchwright.engine;

import benchwright.run.Event;

/** Is told what happens in a run, in the thread that carries it out. */
public interface Listener {
  /** Hears nothing. */
  static Listener none() {
    return new Listener() {};
  }

  /** The run is about to begin, or to go on. */
  default void began(Run run) {}

  /**
   * A program in another language is about to be built, by {@code command} in {@code directory}.
   */
  default void building(String directory, String command) {}

  /** Something happened; what it tells is kept already. */
  default void happened(Event event) {}
}
