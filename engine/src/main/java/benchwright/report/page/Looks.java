package benchwright.report.page;

import java.util.List;

/** Which look each name has, the same in all charts of a page. */
final class Looks {
  private final List<String> names;

  Looks(List<String> names) {
    this.names = List.copyOf(names);
  }

  /** From 0 on; unknown names share the look after the last. */
  int of(String name) {
    int place = names.indexOf(name);
    return place < 0 ? names.size() : place;
  }
}
