package benchwright.cli;

import benchwright.history.Fault;
import benchwright.history.Schemas;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code bench schema}: the schemas of our files, and whether a file keeps its own. */
final class SchemaCommand implements Command {
  private static final List<String> ACTIONS = List.of("list", "print", "validate");

  @Override
  public Grammar grammar() {
    return new Grammar(
        "schema",
        "List the JSON Schemas of our files, print one, or validate files by the schemas they name.",
        List.of(),
        new Words(
            "list|print NAME|validate FILE...",
            1,
            Integer.MAX_VALUE,
            ACTIONS,
            "What to do, and with which schema or files."));
  }

  @Override
  public Exit run(Arguments arguments, World world) throws Complaint {
    List<String> rest = arguments.words().subList(1, arguments.words().size());
    switch (arguments.words().get(0)) {
      case "print" -> print(rest, world);
      case "validate" -> {
        return validate(rest, world);
      }
      default -> Schemas.list().forEach(world.out()::println);
    }
    return Exit.DONE;
  }

  private static void print(List<String> names, World world) throws Complaint {
    if (names.isEmpty()) {
      throw Complaint.usage(
          "bench schema print needs the name of a schema",
          "to see what there is: bench schema list");
    }
    for (String name : names) {
      if (!Schemas.list().contains(name)) {
        throw Complaint.usage(
            "there is no schema " + name,
            Nearest.remedies(name, Schemas.list(), "bench schema list"));
      }
      world.out().print(Schemas.text(name));
    }
  }

  private static Exit validate(List<String> files, World world) throws Complaint {
    if (files.isEmpty()) {
      throw Complaint.usage(
          "bench schema validate needs a file", "bench schema validate RUN/run.json");
    }
    Exit exit = Exit.DONE;
    for (String file : files) {
      Path path = world.directory().resolve(file);
      if (!Files.isRegularFile(path)) {
        throw Complaint.of(Exit.ARTIFACT, "there is no file " + file);
      }
      List<Fault> faults = new Schemas().validate(path);
      for (Fault fault : faults) {
        world.out().println(fault.toText());
      }
      if (faults.isEmpty()) {
        world.out().println(file + ": valid");
      } else {
        exit = exit.or(Exit.ARTIFACT);
      }
    }
    return exit;
  }
}
