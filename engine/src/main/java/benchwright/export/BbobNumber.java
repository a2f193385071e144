package benchwright.export;

/** The number of a BBOB function in our ids: 10 of {@code bbob-f10}. */
final class BbobNumber {
  private static final String PREFIX = "bbob-f";

  private BbobNumber() {}

  /** 0 if the function is none of BBOB's. */
  static int of(String function) {
    return function.startsWith(PREFIX) ? Integer.parseInt(function.substring(PREFIX.length())) : 0;
  }

  static String id(int number) {
    return PREFIX + number;
  }
}
