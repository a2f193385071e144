package benchwright.engine;

/** The version of Benchwright. A constant, because reading a manifest costs time at every start. */
public final class Version {
  /** As in the project's {@code pom.xml}; a test holds the two together. */
  public static final String TEXT = "0.1.0-SNAPSHOT";

  private Version() {}
}
