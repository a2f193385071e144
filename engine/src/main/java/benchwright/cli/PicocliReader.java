package benchwright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads any command line, explains a mistaken one, and prints help and completion: by picocli. */
final class PicocliReader {
  /** What a line turned out to say. */
  sealed interface Reading {
    /** Do this. */
    record Understood(String command, Arguments arguments) implements Reading {}

    /** Print this; it was asked for. */
    record Help(String text) implements Reading {}

    /** The version was asked for. */
    record Version() implements Reading {}
  }

  private static final String HELP = "--help";
  private static final int COLUMNS = 80;

  private final List<Grammar> grammars;
  private final CommandLine root;

  PicocliReader(List<Grammar> grammars) {
    this.grammars = List.copyOf(grammars);
    CommandSpec spec = CommandSpec.create().name("bench");
    spec.usageMessage()
        .width(COLUMNS)
        .sortOptions(false)
        .description("Runs benchmark suites and keeps what happened as verifiable artifacts.", "")
        .customSynopsis("bench SUITE.bench.kts [flags of run]", "bench COMMAND [flags]")
        .commandListHeading("%nCommands:%n")
        .optionListHeading("%nFlags:%n")
        .footer("", "bench help COMMAND tells the flags of one command.");
    spec.addOption(help());
    spec.addOption(
        OptionSpec.builder("--version", "-V")
            .versionHelp(true)
            .description("Print the version.")
            .build());
    for (Grammar grammar : grammars) {
      spec.addSubcommand(grammar.name(), spec(grammar));
    }
    root = new CommandLine(spec);
    for (CommandLine line : root.getSubcommands().values()) {
      line.setExpandAtFiles(false);
    }
    root.setExpandAtFiles(false);
  }

  Reading read(String[] line) throws Complaint {
    ParseResult result;
    try {
      result = root.parseArgs(line);
    } catch (ParameterException e) {
      throw explain(e);
    }
    if (!result.hasSubcommand()) {
      return result.isVersionHelpRequested()
          ? new Reading.Version()
          : new Reading.Help(usage(root));
    }
    ParseResult own = result.subcommand();
    Grammar grammar = grammar(own.commandSpec().name());
    return own.isUsageHelpRequested()
        ? new Reading.Help(usage(grammar.name()))
        : new Reading.Understood(grammar.name(), arguments(grammar, own));
  }

  /** The help of {@code bench}. */
  String usage() {
    return usage(root);
  }

  /** The help of one command. */
  String usage(String command) throws Complaint {
    CommandLine line = root.getSubcommands().get(command);
    if (line == null) {
      throw Complaint.usage(
          "there is no command " + command, Nearest.remedies(command, names(), "bench help"));
    }
    return usage(line);
  }

  /** The completion of bash, which zsh understands too. */
  String bashCompletion() {
    return AutoComplete.bash("bench", root);
  }

  private static CommandSpec spec(Grammar grammar) {
    CommandSpec spec = CommandSpec.create().name(grammar.name());
    spec.usageMessage()
        .width(COLUMNS)
        .sortOptions(false)
        .customSynopsis("bench " + grammar.name() + flags(grammar) + words(grammar))
        .description(grammar.summary(), "")
        .parameterListHeading("")
        .optionListHeading("%nFlags:%n");
    Words words = grammar.words();
    if (words.most() > 0) {
      spec.addPositional(
          PositionalParamSpec.builder()
              .paramLabel(words.label())
              .hideParamSyntax(true)
              .index("0..*")
              .arity("0..1")
              .type(List.class)
              .auxiliaryTypes(String.class)
              .completionCandidates(words.choices())
              .description(words.text())
              .build());
    }
    for (Flag flag : grammar.flags()) {
      spec.addOption(option(flag));
    }
    spec.addOption(help());
    return spec;
  }

  private static String flags(Grammar grammar) {
    return grammar.flags().isEmpty() ? "" : " [flags]";
  }

  private static String words(Grammar grammar) {
    Words words = grammar.words();
    String more = words.most() == Integer.MAX_VALUE && words.choices().isEmpty() ? "..." : "";
    return words.most() == 0 ? "" : " " + words.label() + more;
  }

  private static OptionSpec option(Flag flag) {
    OptionSpec.Builder option =
        OptionSpec.builder(flag.names().toArray(String[]::new))
            // Descriptions are format strings there.
            .description(flag.text().replace("%", "%%"));
    if (flag.isToggle()) {
      return option.arity("0").type(List.class).auxiliaryTypes(Boolean.class).build();
    }
    OptionSpec.Builder typed =
        flag.repeatable()
            ? option.type(List.class).auxiliaryTypes(String.class).hideParamSyntax(true)
            : option.type(String.class);
    return typed
        .arity("1")
        .paramLabel(flag.parameter())
        .completionCandidates(flag.choices())
        .build();
  }

  private static OptionSpec help() {
    return OptionSpec.builder(HELP, "-h").usageHelp(true).description("Print this help.").build();
  }

  private static Arguments arguments(Grammar grammar, ParseResult result) throws Complaint {
    Arguments.Builder arguments = new Arguments.Builder();
    for (Flag flag : grammar.flags()) {
      if (!result.hasMatchedOption(flag.name())) {
        continue;
      }
      if (flag.isToggle()) {
        List<Boolean> given = result.matchedOptionValue(flag.name(), List.of());
        given.forEach(once -> arguments.set(flag));
        continue;
      }
      if (flag.repeatable()) {
        List<String> values = result.matchedOptionValue(flag.name(), List.of());
        values.forEach(each -> arguments.set(flag, each));
        continue;
      }
      String value = result.matchedOptionValue(flag.name(), "");
      if (!flag.choices().isEmpty() && !flag.choices().contains(value)) {
        throw Complaint.usage(
            flag.name() + " takes " + Nearest.list(flag.choices()) + "; got \"" + value + "\"");
      }
      arguments.set(flag, value);
    }
    List<PositionalParamSpec> positionals = result.matchedPositionals();
    List<String> given = positionals.isEmpty() ? List.of() : positionals.get(0).stringValues();
    given.forEach(arguments::word);
    checkWords(grammar, given);
    return arguments.build();
  }

  private static void checkWords(Grammar grammar, List<String> given) throws Complaint {
    Words words = grammar.words();
    String self = "bench " + grammar.name();
    String help = "bench help " + grammar.name();
    if (given.size() > words.most()) {
      throw Complaint.usage(self + " cannot use the word " + given.get(words.most()), help);
    }
    if (given.size() < words.least()) {
      throw Complaint.usage(self + ": " + words.label() + " is missing", help);
    }
    List<String> choices = words.choices();
    if (!choices.isEmpty() && !given.isEmpty() && !choices.contains(given.get(0))) {
      throw Complaint.usage(
          self + " takes " + Nearest.list(choices) + "; got \"" + given.get(0) + "\"",
          Nearest.remedies(given.get(0), choices, help));
    }
  }

  private Complaint explain(ParameterException e) {
    String command = e.getCommandLine().getCommandName();
    String help = e.getCommandLine() == root ? "bench help" : "bench help " + command;
    String self = e.getCommandLine() == root ? "bench" : "bench " + command;
    if (e instanceof UnmatchedArgumentException unmatched) {
      String unknown = unmatched.getUnmatched().get(0);
      if (unknown.startsWith("-")) {
        return Complaint.usage(
            self + " does not know the flag " + unknown,
            Nearest.remedies(unknown, flags(e.getCommandLine()), help));
      }
      return e.getCommandLine() == root
          ? Complaint.usage(
              "there is no command " + unknown + ", and it is not a suite (*.bench.kts) either",
              Nearest.remedies(unknown, names(), help))
          : Complaint.usage(self + " cannot use the word " + unknown, help);
    }
    if (e instanceof OverwrittenOptionException overwritten) {
      return Complaint.usage(
          "the flag " + name(overwritten.getOverwritten()) + " is given twice", "give it once");
    }
    if (e instanceof MissingParameterException missing) {
      return Complaint.usage(self + ": " + missing(missing), help);
    }
    return Complaint.usage(self + ": " + e.getMessage(), help);
  }

  private static String missing(MissingParameterException e) {
    Function<CommandLine.Model.ArgSpec, String> name =
        argument ->
            argument instanceof OptionSpec option
                ? option.longestName() + " " + option.paramLabel()
                : argument.paramLabel();
    List<String> missing = new ArrayList<>();
    e.getMissing().forEach(argument -> missing.add(name.apply(argument)));
    return String.join(", ", missing) + " is missing";
  }

  private static String name(CommandLine.Model.ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static List<String> flags(CommandLine line) {
    List<String> names = new ArrayList<>();
    line.getCommandSpec().options().forEach(option -> names.addAll(List.of(option.names())));
    return names;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    grammars.forEach(grammar -> names.add(grammar.name()));
    return names;
  }

  private Grammar grammar(String name) {
    for (Grammar grammar : grammars) {
      if (grammar.name().equals(name)) {
        return grammar;
      }
    }
    throw new IllegalStateException("picocli answered with the unknown command " + name);
  }

  private static String usage(CommandLine line) {
    return line.getUsageMessage(Ansi.OFF);
  }
}
