package benchwright.github;

/** What became of a comment that was to be written. */
public sealed interface Posting {
  /**
   * It stands there.
   *
   * @param place the address of its page
   * @param updated whether it stood there before, with another text
   */
  record Written(String place, boolean updated) implements Posting {}

  /** The token may only read, as that of a pull request from a fork. */
  record ReadOnly(String message) implements Posting {}

  /** GitHub refused, and will refuse again. */
  record Refused(int status, String message) implements Posting {}
}
