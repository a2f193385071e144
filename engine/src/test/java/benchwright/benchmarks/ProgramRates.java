package benchwright.benchmarks;

import benchwright.artifact.TrialKey;
import benchwright.external.Builds;
import benchwright.external.Leash;
import benchwright.external.Programs;
import benchwright.external.Project;
import benchwright.plan.Catalogue;
import benchwright.plan.Trial;
import benchwright.run.Outcome;
import benchwright.run.TrialRunner;
import benchwright.script.Bodies;
import benchwright.suite.NamedFunction;
import benchwright.suite.Program;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Prints how many evaluations a second a program in C can ask for, by dimension, points in a
 * question and spelling of numbers: whole trials on the sphere by the clock, start and end of the
 * program and recording included, best of several. To be started in the folder of the repository.
 *
 * <p>Arguments: trials of each kind, seconds a trial should take.
 */
public final class ProgramRates {
  private static final int[] DIMENSIONS = {2, 5, 10};
  private static final int[] POINTS = {1, 10, 100, 1000};
  private static final String PLACE = "engine/src/test/resources/programs";
  private static final String BINARY = "../../../../target/asker";

  private ProgramRates() {}

  public static void main(String[] arguments) {
    int trials = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 1;
    Programs programs = new Programs(Path.of("").toAbsolutePath(), Leash.of(System.nanoTime()));
    TrialRunner runner =
        new TrialRunner(
            new Catalogue(Bodies::none, programs::optimizer), System::nanoTime, () -> 0L);
    Optional<String> problem = programs.prepare(List.of(program(1, "decimal")), new Silent());
    if (problem.isPresent()) {
      throw new IllegalStateException(problem.get());
    }
    PrintStream out = System.out;
    out.println(
        "| evaluations a second | 1 point a question | 10 | 100 | 1000 |\n|---|---:|---:|---:|---:|");
    for (String numbers : List.of("decimal", "hexadecimal")) {
      for (int dimension : DIMENSIONS) {
        out.print("| " + numbers + ", " + dimension + "-D");
        for (int points : POINTS) {
          Program program = program(points, numbers);
          double best = rate(runner, program, dimension, 20_000);
          for (int i = 0; i < trials; i++) {
            best = Math.max(best, rate(runner, program, dimension, (long) (best * seconds)));
          }
          out.printf(Locale.ROOT, " | %,.0f", best);
        }
        out.println(" |");
      }
    }
  }

  private static Program program(int points, String numbers) {
    return new Program(
        "asker",
        PLACE,
        List.of("gcc -O3 -I ../../../../../examples/programs/c -o " + BINARY + " asker.c"),
        BINARY + " " + points + " " + numbers,
        60);
  }

  private static double rate(TrialRunner runner, Program program, int dimension, long budget) {
    Outcome outcome =
        runner.run(
            new Trial(
                new TrialKey("asker", "sphere", dimension, 1, 1),
                program,
                new NamedFunction("sphere"),
                budget,
                OptionalDouble.empty()));
    if (outcome.record().getEvaluations() != budget) {
      throw new IllegalStateException(outcome.record().getFailure().message());
    }
    return budget / (outcome.circumstance().runtimeNanos() * 1e-9);
  }

  private record Silent() implements Builds.Listener {
    @Override
    public void began(Project project, String command) {}

    @Override
    public void ended(Builds.Step step) {}
  }
}
