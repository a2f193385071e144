package benchwright.external;

/**
 * For how many seconds a program may be silent: before its first word, and after its last.
 *
 * <p>In between, the program's own document says it.
 */
record Patience(int hello, int farewell) {
  static final Patience USUAL = new Patience(10, 2);
}
