package benchwright.cli;

import benchwright.objective.Evaluator;
import benchwright.objective.Objective;
import benchwright.objective.ObjectiveFamily;
import benchwright.plan.Catalogue;
import benchwright.report.Numeral;
import benchwright.script.Bodies;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code bench evaluate}: our functions for programs in any language, over a pipe. */
final class EvaluateCommand implements Command {
  private static final Flag FUNCTION =
      Flag.value("--function", "ID", "The function: sphere, bbob-f10.");
  private static final Flag DIMENSION = Flag.value("--dim", "D", "The dimension.");
  private static final Flag INSTANCE = Flag.value("--instance", "I", "The instance; by default 1.");

  @Override
  public Grammar grammar() {
    return new Grammar(
        "evaluate",
        "Read a point as a JSON array a line, write its value a line, with 17 digits.",
        List.of(FUNCTION, DIMENSION, INSTANCE),
        Words.NONE);
  }

  @Override
  public Exit run(Arguments arguments, World world) throws Complaint, IOException {
    Objective objective = objective(arguments);
    Evaluator evaluator = objective.evaluator();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(world.in(), StandardCharsets.UTF_8));
    double[] x = new double[objective.dimension()];
    Exit exit = Exit.DONE;
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      Optional<String> mistake = PointReader.read(line, x);
      if (mistake.isEmpty()) {
        world.out().println(Numeral.of(evaluator.evaluate(x)));
      } else {
        // A line for every line, so that a program that counts them stays in step.
        world.out().println("nan");
        world.err().println("error: line " + number + ": " + mistake.get());
        exit = Exit.USAGE;
      }
      if (!lines.ready()) {
        // Whoever asks line by line waits for the answer.
        world.out().flush();
      }
      if (world.out().checkError()) {
        return exit;
      }
    }
    return exit;
  }

  private static Objective objective(Arguments arguments) throws Complaint {
    Catalogue catalogue = new Catalogue(Bodies::none);
    String id = required(arguments, FUNCTION);
    Optional<ObjectiveFamily> family = catalogue.function(id);
    if (family.isEmpty()) {
      List<String> known = new ArrayList<>();
      catalogue.functions().forEach(each -> known.add(each.id()));
      throw Complaint.usage(
          "there is no function " + id, Nearest.remedies(id, known, "bench list functions"));
    }
    required(arguments, DIMENSION);
    int dimension = Numbers.positive(arguments, DIMENSION).orElse(1);
    ObjectiveFamily found = family.get();
    if (dimension < found.smallestDimension() || dimension > found.largestDimension()) {
      throw Complaint.usage(
          id
              + " has "
              + found.smallestDimension()
              + " to "
              + found.largestDimension()
              + " dimensions; got --dim "
              + dimension);
    }
    return found.at(dimension, Numbers.positive(arguments, INSTANCE).orElse(1));
  }

  private static String required(Arguments arguments, Flag flag) throws Complaint {
    Optional<String> value = arguments.value(flag.name());
    if (value.isEmpty()) {
      throw Complaint.usage(
          "bench evaluate needs " + flag.name(),
          "for example: echo '[0, 0]' | bench evaluate --function bbob-f1 --dim 2 --instance 1");
    }
    return value.get();
  }
}
