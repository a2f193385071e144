package benchwright.cli;

/**
 * How a command ends; where several ends meet, the one that stands first here is told.
 *
 * <p>The order is part of the contract: whoever reads the code in a script must not take a bug or
 * an interruption for a result.
 */
enum Exit {
  /** A bug of ours. */
  BUG(70),
  /** Ctrl-C. */
  INTERRUPTED(130),
  /** SIGTERM. */
  TERMINATED(143),
  /** Wrong usage: nothing was begun. */
  USAGE(2),
  /** A suite does not compile or validate. */
  REJECTED(3),
  /** The time limit of a run was reached, and trials were left out. */
  LIMIT_REACHED(8),
  /** A trial crashed, timed out or gave a wrong result. */
  TRIAL_FAILED(4),
  /** A file could not be written, or is not what it should be. */
  ARTIFACT(5),
  /** A verdict is failed: something became worse than its threshold allows. */
  REGRESSED(1),
  /** A verdict is undecided, and was required not to be. */
  UNDECIDED(7),
  /**
   * The machine is not fit to measure on, or there is no baseline, and it was required; or the
   * cluster is not there.
   */
  UNFIT(6),
  /** Done, and nothing failed. */
  DONE(0);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  Exit or(Exit other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
