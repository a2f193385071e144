package benchwright.junit;

/** An expectation that a run does not meet. Its place is in the script, so no stack is recorded. */
final class Unmet extends AssertionError {
  private static final long serialVersionUID = 1L;

  Unmet(String message) {
    super(message);
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
