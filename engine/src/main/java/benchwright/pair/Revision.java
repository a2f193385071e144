package benchwright.pair;

/**
 * A commit that somebody has named.
 *
 * @param name as it was named
 * @param sha all its hexadecimal digits
 * @param branch that it is the tip of, if it was named by one; else empty
 */
public record Revision(String name, String sha, String branch) {
  /** {@code main (1a2b3c4)}; of a name that is the beginning of the digits, the digits alone. */
  public String shown() {
    String brief = sha.substring(0, Math.min(7, sha.length()));
    return sha.startsWith(name) ? brief : name + " (" + brief + ")";
  }
}
