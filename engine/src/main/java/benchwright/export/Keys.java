package benchwright.export;

import benchwright.artifact.TrialKey;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Gives trials of other tools their keys: a repeated instance is a further seed. */
final class Keys {
  private static final int LONGEST = 60;

  private final Map<TrialKey, Long> seen = new HashMap<>();

  TrialKey next(String optimizer, String function, int dimension, int instance) {
    TrialKey first = new TrialKey(optimizer, function, dimension, instance, 1);
    long seed = seen.merge(first, 1L, Long::sum);
    return new TrialKey(optimizer, function, dimension, instance, seed);
  }

  /** The name of an algorithm as an id: lower-case letters, digits, single hyphens. */
  static String id(String name) {
    String id =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    id = id.length() > LONGEST ? id.substring(0, LONGEST).replaceAll("-+$", "") : id;
    return id.isEmpty() ? "imported" : id;
  }
}
