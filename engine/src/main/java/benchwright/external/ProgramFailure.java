package benchwright.external;

/** A program did not do what the protocol asks for; the message is for people, in one line. */
public final class ProgramFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean chance;

  ProgramFailure(String message, boolean chance) {
    super(message, null, false, false);
    this.chance = chance;
  }

  /**
   * Whether it happened somewhere else on another day: how far the program had come by then says
   * nothing.
   */
  public boolean isChance() {
    return chance;
  }
}
