package example;

import benchwright.engine.Benchwright;
import benchwright.engine.RunOutcome;
import java.nio.file.Path;

/** Compiles a suite's script, runs it, and tells how often each optimizer reached the last target. */
public final class RunSuite {
  private RunSuite() {}

  public static void main(String[] arguments) {
    RunOutcome outcome = Benchwright.run(Path.of(arguments[0]));
    if (outcome instanceof RunOutcome.Finished finished) {
      System.out.println("The artifact lies in " + finished.run());
      finished
          .summary()
          .rows()
          .forEach(
              row ->
                  System.out.printf(
                      "%s on %s in %d dimensions: %d of %d%n",
                      row.optimizer(),
                      row.function(),
                      row.dimension(),
                      row.successes(),
                      row.trials()));
    } else if (outcome instanceof RunOutcome.Rejected rejected) {
      rejected.problems().forEach(System.err::println);
      System.exit(3);
    } else if (outcome instanceof RunOutcome.LimitReached reached) {
      System.err.println(reached.leftOut().size() + " trials did not fit into " + reached.limit());
      System.exit(8);
    } else {
      System.exit(130);
    }
  }
}
