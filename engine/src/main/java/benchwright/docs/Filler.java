package benchwright.docs;

import java.util.List;

/** Knows what marked regions of one kind show: {@code help:run} is of the kind {@code help}. */
public interface Filler {
  /** The word before the colon. */
  String kind();

  /** What may stand behind the colon; empty if nobody can list it. */
  List<String> names();

  /**
   * The Markdown of a region.
   *
   * @param name what stands behind the colon; empty if there is none
   */
  Filling text(String name);
}
