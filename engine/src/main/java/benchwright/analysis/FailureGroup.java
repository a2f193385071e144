package benchwright.analysis;

import benchwright.artifact.TrialKey;
import java.util.List;

/**
 * Trials of one optimizer that failed in the same way.
 *
 * @param kind one word, such as {@code exception}
 * @param message of the first of them; foreign text, to be escaped
 * @param trials how many
 * @param examples the first of them, at most 5
 */
public record FailureGroup(
    String optimizer, String kind, String message, int trials, List<TrialKey> examples) {
  public FailureGroup {
    examples = List.copyOf(examples);
  }
}
