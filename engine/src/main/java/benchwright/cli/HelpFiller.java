package benchwright.cli;

import benchwright.docs.Filler;
import benchwright.docs.Filling;
import java.util.List;

/**
 * Shows help texts in documents: {@code help} what {@code bench help} prints, {@code help:run} that
 * of a command.
 */
final class HelpFiller implements Filler {
  @Override
  public String kind() {
    return "help";
  }

  @Override
  public List<String> names() {
    return Commands.grammars().stream().map(Grammar::name).toList();
  }

  @Override
  public Filling text(String name) {
    PicocliReader reader = new PicocliReader(Commands.grammars());
    try {
      String usage = name.isEmpty() ? reader.usage() : reader.usage(name);
      return new Filling.Text("```\n" + usage + "```\n");
    } catch (Complaint noSuchCommand) {
      return new Filling.Unknown();
    }
  }
}
