package benchwright.cli;

import java.util.List;

/** {@code bench completion}: the script that teaches a shell our commands and flags. */
final class CompletionCommand implements Command {
  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  @Override
  public Grammar grammar() {
    return new Grammar(
        "completion",
        "Print the completion of a shell. In ~/.bashrc: source <(bench completion bash)",
        List.of(),
        new Words("bash|zsh|fish", 1, 1, SHELLS, "The shell."));
  }

  @Override
  public Exit run(Arguments arguments, World world) {
    world
        .out()
        .print(
            switch (arguments.words().get(0)) {
              case "fish" -> fish(Commands.grammars());
              case "zsh" ->
                  "autoload -U +X bashcompinit && bashcompinit\n"
                      + new PicocliReader(Commands.grammars()).bashCompletion();
              default -> new PicocliReader(Commands.grammars()).bashCompletion();
            });
    return Exit.DONE;
  }

  private static String fish(List<Grammar> grammars) {
    StringBuilder text = new StringBuilder("# fish completion of bench\n");
    for (Grammar grammar : grammars) {
      text.append("complete -c bench -n __fish_use_subcommand -f -a ")
          .append(grammar.name())
          .append(" -d ")
          .append(quoted(grammar.summary()))
          .append('\n');
    }
    for (Grammar grammar : grammars) {
      String where = "complete -c bench -n '__fish_seen_subcommand_from " + grammar.name() + "'";
      if (!grammar.words().choices().isEmpty()) {
        text.append(where)
            .append(" -f -a ")
            .append(quoted(String.join(" ", grammar.words().choices())))
            .append('\n');
      }
      for (Flag flag : grammar.flags()) {
        text.append(where);
        for (String name : flag.names()) {
          text.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.charAt(1));
        }
        if (!flag.isToggle()) {
          text.append(flag.choices().isEmpty() ? " -r" : " -x -a ");
          text.append(flag.choices().isEmpty() ? "" : quoted(String.join(" ", flag.choices())));
        }
        text.append(" -d ").append(quoted(flag.text())).append('\n');
      }
    }
    return text.toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
