package benchwright.pair;

import java.util.List;

/**
 * Why two revisions cannot be compared, and what somebody can do about it.
 *
 * @param what a sentence without its full stop
 * @param remedies what to type or to do, a line each
 */
public record Obstacle(String what, List<String> remedies) {
  public Obstacle {
    remedies = List.copyOf(remedies);
  }

  static Obstacle of(String what, String... remedies) {
    return new Obstacle(what, List.of(remedies));
  }
}
