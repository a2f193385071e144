package benchwright.docs;

import java.util.Optional;

/** What a marked region is to show, or why nobody can say. */
public sealed interface Filling {
  /** This. */
  record Text(String markdown) implements Filling {}

  /** There is nothing of that name. */
  record Unknown() implements Filling {}

  /** It is there, and has nothing to show; {@code why} is a sentence. */
  record Broken(String why) implements Filling {}

  /** The text; unknown without one. */
  static Filling of(Optional<String> markdown) {
    return markdown.<Filling>map(Text::new).orElseGet(Unknown::new);
  }
}
