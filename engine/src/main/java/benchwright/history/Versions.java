package benchwright.history;

import benchwright.artifact.Formats;
import kotlinx.serialization.json.JsonElement;
import kotlinx.serialization.json.JsonPrimitive;
import org.jspecify.annotations.Nullable;

/** Which versions of a format can be read. */
final class Versions {
  private Versions() {}

  /**
   * Refuses what a later version wrote.
   *
   * @throws JsonError at {@code pointer}
   */
  static void check(@Nullable JsonElement version, String pointer) {
    String text = version instanceof JsonPrimitive number ? number.getContent() : "";
    int value;
    try {
      value = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new JsonError(pointer, "must be a whole number that says the version of the format");
    }
    if (value > Formats.VERSION) {
      throw new JsonError(
          pointer,
          "is "
              + value
              + ", and this version of Benchwright reads formats up to "
              + Formats.VERSION
              + "; a later one is needed");
    }
    if (value < 1) {
      throw new JsonError(pointer, "must be at least 1, not " + value);
    }
  }
}
