package benchwright.external;

import benchwright.suite.Command;
import benchwright.suite.Program;
import java.util.ArrayList;
import java.util.List;

/**
 * What is built and started in a directory, whatever it is for.
 *
 * @param kind what people call such a thing, as a noun
 * @param id tells it from others of its kind
 * @param directory where everything is carried out, from the directory in which bench was started
 * @param build the steps that build it, in their order
 * @param commands what is started later
 */
public record Project(
    String kind, String id, String directory, List<String> build, List<String> commands) {
  public Project {
    build = List.copyOf(build);
    commands = List.copyOf(commands);
  }

  /** An optimizer in another language. */
  public static Project of(Program program) {
    return new Project(
        "program", program.id(), program.directory(), program.build(), List.of(program.run()));
  }

  /** A program whose runs are measured. */
  public static Project of(Command command) {
    List<String> commands = new ArrayList<>(command.prepare());
    commands.add(command.run());
    commands.addAll(command.conclude());
    return new Project(
        "command",
        command.id(),
        command.directory(),
        command.build(),
        // Which program it is says the case.
        commands.stream().filter(text -> !name(text).contains("{")).toList());
  }

  private static String name(String command) {
    return Program.words(command).stream().findFirst().orElse("");
  }

  /** In words: {@code program es}. */
  @Override
  public String toString() {
    return kind + " " + id;
  }
}
