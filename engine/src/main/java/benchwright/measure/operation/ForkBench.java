package benchwright.measure.operation;

import benchwright.Problem;
import benchwright.objective.ObjectiveFamily;
import benchwright.plan.Catalogue;
import benchwright.script.Spelling;
import benchwright.script.Workbench;
import java.util.List;

/** What the set-up of an operation sees in its fork. */
final class ForkBench extends Workbench {
  private final Catalogue catalogue;

  ForkBench(String operation, long size, int workers, Catalogue catalogue) {
    super(operation, size, workers);
    this.catalogue = catalogue;
  }

  @Override
  public Problem problem(String id, int dimension, int instance) {
    ObjectiveFamily family =
        catalogue
            .function(id)
            .orElseThrow(
                () -> new IllegalArgumentException("no function is called '" + id + near(id)));
    return new FreeProblem(family.at(dimension, instance));
  }

  private String near(String id) {
    List<String> known = catalogue.functions().stream().map(ObjectiveFamily::id).toList();
    String suggestion = Spelling.suggestion(id, known);
    return suggestion.isEmpty() ? "'" : "'; " + suggestion;
  }
}
