package benchwright.export;

import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Trials that another tool has recorded. Their values are distances to the optimum, which is
 * therefore 0; a repeated instance counts as a further seed; the budget is what was spent.
 *
 * @param algorithms the names that the files give, by the ids that the trials have
 * @param keys all trials, in order
 */
public record ForeignRun(List<Algorithm> algorithms, List<TrialKey> keys, Source source) {

  /** An optimizer as the other tool knows it. */
  public record Algorithm(String id, String name) {}

  /** Reads the trials again, one after the other. */
  public interface Source {
    /**
     * Hands over every trial in the order of the keys.
     *
     * @throws ForeignFormatException if a file is not what it should be
     * @throws IOException if a file cannot be read
     */
    void forEach(Consumer<TrialRecord> reader) throws IOException, ForeignFormatException;
  }

  public ForeignRun {
    algorithms = List.copyOf(algorithms);
    keys = List.copyOf(keys);
  }
}
