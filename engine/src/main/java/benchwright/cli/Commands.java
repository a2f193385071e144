package benchwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands that there are, each made only when it is asked for. */
final class Commands {
  private static final List<String> NAMES =
      List.of(
          "run",
          "plan",
          "check",
          "list",
          "evaluate",
          "show",
          "verify",
          "merge",
          "compare",
          "baseline",
          "pair",
          "report",
          "trend",
          "history",
          "export",
          "import",
          "docs",
          "spec",
          "doctor",
          "ci",
          "init",
          "schema",
          "completion",
          "help");

  private Commands() {}

  static Optional<Command> named(String name) {
    return switch (name) {
      case "run" -> Optional.of(new RunCommand());
      case "plan" -> Optional.of(new PlanCommand());
      case "check" -> Optional.of(new CheckCommand());
      case "list" -> Optional.of(new ListCommand());
      case "evaluate" -> Optional.of(new EvaluateCommand());
      case "verify" -> Optional.of(new VerifyCommand());
      case "merge" -> Optional.of(new MergeCommand());
      case "pair" -> Optional.of(new PairCommand());
      case "completion" -> Optional.of(new CompletionCommand());
      case "show" -> Optional.of(new ShowCommand());
      case "compare" -> Optional.of(new CompareCommand());
      case "baseline" -> Optional.of(new BaselineCommand());
      case "report" -> Optional.of(new ReportCommand());
      case "trend" -> Optional.of(new TrendCommand());
      case "history" -> Optional.of(new HistoryCommand());
      case "export" -> Optional.of(new ExportCommand());
      case "import" -> Optional.of(new ImportCommand());
      case "docs" -> Optional.of(new DocsCommand());
      case "spec" -> Optional.of(new SpecCommand());
      case "doctor" -> Optional.of(new DoctorCommand(Path.of("/"), DoctorCommand.LOOK));
      case "ci" -> Optional.of(new CiCommand(CiComment.PAUSE));
      case "init" -> Optional.of(new InitCommand());
      case "schema" -> Optional.of(new SchemaCommand());
      case "help" -> Optional.of(new HelpCommand());
      default -> Optional.empty();
    };
  }

  static List<Grammar> grammars() {
    List<Grammar> grammars = new ArrayList<>();
    for (String name : NAMES) {
      named(name).ifPresent(command -> grammars.add(command.grammar()));
    }
    return grammars;
  }
}
