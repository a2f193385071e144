package benchwright.cli;

import benchwright.objective.ObjectiveFamily;
import benchwright.plan.Catalogue;
import benchwright.plan.FunctionEntry;
import benchwright.plan.OptimizerEntry;
import benchwright.report.JsonLine;
import benchwright.report.Listing;
import benchwright.script.Bodies;
import benchwright.suite.NamedFunction;
import benchwright.suite.OptimizerSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code bench list}: the functions, optimizers and suites that there are. */
final class ListCommand implements Command {
  private static final List<String> KINDS = List.of("functions", "optimizers", "suites");
  private static final Flag JSON = Flag.toggle("--json", "Print one JSON object.");

  @Override
  public Grammar grammar() {
    return new Grammar(
        "list",
        "List the functions, optimizers and suites that there are.",
        List.of(JSON),
        new Words("[functions|optimizers|suites]", 0, 1, KINDS, "What to list; by default all."));
  }

  @Override
  public Exit run(Arguments arguments, World world) {
    Catalogue catalogue = new Catalogue(Bodies::none);
    List<String> wanted = arguments.words().isEmpty() ? KINDS : arguments.words();
    if (arguments.has(JSON.name())) {
      JsonLine all = new JsonLine();
      for (String kind : wanted) {
        all.raw(kind, JsonLine.array(json(kind, catalogue, world)));
      }
      world.out().println(all.toText());
      return Exit.DONE;
    }
    for (String kind : wanted) {
      if (wanted.size() > 1) {
        world.out().println((kind.equals(wanted.get(0)) ? "" : "\n") + kind + ":");
      }
      Listing listing = new Listing();
      switch (kind) {
        case "functions" -> catalogue.functions().forEach(family -> add(listing, family));
        case "optimizers" ->
            catalogue.optimizers().forEach(spec -> add(listing, catalogue.entry(spec)));
        default ->
            new Suites(world)
                .all()
                .forEach(suite -> listing.add(Suites.name(suite), suite.toString()));
      }
      world.out().print(listing.toText());
    }
    return Exit.DONE;
  }

  private static void add(Listing listing, ObjectiveFamily family) {
    listing.add(
        family.id(),
        family.name(),
        family.largestDimension() == Integer.MAX_VALUE
            ? "from " + family.smallestDimension() + "-D"
            : family.smallestDimension() + "-D to " + family.largestDimension() + "-D");
  }

  private static void add(Listing listing, OptimizerEntry entry) {
    Map<String, String> parameters = entry.fields();
    parameters.remove("kind");
    List<String> texts = new ArrayList<>();
    parameters.forEach((name, value) -> texts.add(name + " = " + value));
    listing.add(entry.id(), String.join(", ", texts));
  }

  private static List<String> json(String kind, Catalogue catalogue, World world) {
    List<String> lines = new ArrayList<>();
    switch (kind) {
      case "functions" -> catalogue.functions().forEach(f -> lines.add(json(catalogue, f)));
      case "optimizers" -> {
        for (OptimizerSpec spec : catalogue.optimizers()) {
          lines.add(json(catalogue.entry(spec)));
        }
      }
      default -> {
        for (Path suite : new Suites(world).all()) {
          lines.add(
              new JsonLine()
                  .with("name", Suites.name(suite))
                  .with("file", suite.toString())
                  .toText());
        }
      }
    }
    return lines;
  }

  private static String json(Catalogue catalogue, ObjectiveFamily family) {
    FunctionEntry entry = catalogue.entry(new NamedFunction(family.id()));
    JsonLine line = new JsonLine().with("id", entry.id());
    entry.suite().ifPresent(suite -> line.with("suite", suite));
    entry.number().ifPresent(number -> line.with("number", number));
    return line.with("name", entry.name())
        .with("smallestDimension", family.smallestDimension())
        .with("largestDimension", family.largestDimension())
        .toText();
  }

  private static String json(OptimizerEntry entry) {
    JsonLine line = new JsonLine().with("id", entry.id());
    entry.fields().forEach(line::raw);
    return line.with("determinism", entry.determinism()).toText();
  }
}
