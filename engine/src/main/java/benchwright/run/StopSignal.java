package benchwright.run;

/** Asks a trial to end at its next evaluation; any thread may give it, once. */
final class StopSignal {
  private volatile boolean given;

  void give() {
    given = true;
  }

  boolean isGiven() {
    return given;
  }
}
