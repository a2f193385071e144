package benchwright.cli;

import benchwright.docs.ExampleRuns;
import benchwright.docs.Scratch;
import benchwright.docs.SpecCheck;
import java.io.IOException;
import java.util.List;

/** {@code bench spec check}: every suite and example has its specification, and keeps it. */
final class SpecCommand implements Command {
  @Override
  public Grammar grammar() {
    return new Grammar(
        "spec",
        "Check that every suite and example has a specification, and that its quick run passes.",
        List.of(Look.QUIET),
        new Words("check", 1, 1, List.of("check"), "What to do."));
  }

  @Override
  public Exit run(Arguments arguments, World world) throws Complaint, IOException {
    try (Scratch scratch = DocsCommand.scratch(world);
        ExampleRuns examples = new ExampleRuns(world.surroundings(), scratch)) {
      SpecCheck.Result result = new SpecCheck(world.surroundings(), examples).go();
      if (!Look.of(arguments, world).quiet()) {
        result.kept().forEach(world.out()::println);
      }
      return DocsCommand.tell(result.findings(), world);
    }
  }
}
