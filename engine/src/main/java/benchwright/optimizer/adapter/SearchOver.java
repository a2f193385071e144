package benchwright.optimizer.adapter;

/** Passes through a library to end its search, which has come to where it cannot go on. */
final class SearchOver extends RuntimeException {
  private static final long serialVersionUID = 1;

  SearchOver() {
    super("the search cannot go on", null, false, false);
  }
}
