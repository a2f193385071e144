package benchwright.analysis;

import java.util.List;

/**
 * Functions that are looked at together.
 *
 * @param id {@code all}, or as in {@code separable}: letters and hyphens
 * @param title for people
 * @param functions ids, in the order of the run
 */
public record FunctionGroup(String id, String title, List<String> functions) {
  /** The id of the group of all functions. */
  public static final String ALL = "all";

  public FunctionGroup {
    functions = List.copyOf(functions);
  }
}
