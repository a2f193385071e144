package benchwright.cli;

import java.util.List;

/** {@code bench help}: what there is, and the flags of one command. */
final class HelpCommand implements Command {
  @Override
  public Grammar grammar() {
    return new Grammar(
        "help",
        "Print the commands, or the flags of one command.",
        List.of(),
        Words.any("[COMMAND]", 0, 1, "The command."));
  }

  @Override
  public Exit run(Arguments arguments, World world) throws Complaint {
    PicocliReader reader = new PicocliReader(Commands.grammars());
    world
        .out()
        .print(
            arguments.words().isEmpty() ? reader.usage() : reader.usage(arguments.words().get(0)));
    return Exit.DONE;
  }
}
