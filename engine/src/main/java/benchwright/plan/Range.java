package benchwright.plan;

/** Whole numbers from {@code first} to {@code last}, both included. */
public record Range(long first, long last) {
  public Range {
    if (first > last) {
      throw new IllegalArgumentException("a range runs upwards; got " + first + ".." + last);
    }
  }

  /** The range that holds one number only. */
  public static Range of(long only) {
    return new Range(only, only);
  }

  /** Whether {@code number} lies in this range. */
  public boolean contains(long number) {
    return first <= number && number <= last;
  }

  /** {@code 3} or {@code 1..3}, as it is written on the command line. */
  @Override
  public String toString() {
    return first == last ? Long.toString(first) : first + ".." + last;
  }
}
