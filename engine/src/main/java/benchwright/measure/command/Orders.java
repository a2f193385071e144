package benchwright.measure.command;

import benchwright.artifact.CaseKey;
import benchwright.external.Project;
import benchwright.measure.Confinement;
import benchwright.suite.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Makes the words of a command in one of its cases, and the environment that it begins in. */
final class Orders {
  /** Below this lies the length of the variable that moves the stack: one page. */
  static final int LONGEST_PADDING = 4096;

  private final Bench bench;
  private final Command command;
  private final Project project;
  private final CaseKey key;
  private final Confinement confinement;

  Orders(Bench bench, Command command, CaseKey key, Confinement confinement) {
    this.bench = bench;
    this.command = command;
    this.project = Project.of(command);
    this.key = key;
    this.confinement = confinement;
  }

  /** What keeps {@code text} from being started; empty if nothing does. */
  String missing(String text) {
    return bench.workshop().missingCommand(project, filled(text));
  }

  /**
   * @param text a line of the command's document
   * @param own a directory for this run alone
   * @param padding the length of the variable that moves the stack
   */
  ProcessBuilder order(String text, Path own, int padding) {
    ProcessBuilder order = bench.workshop().command(project, filled(text));
    Map<String, String> variables = order.environment();
    variables.clear();
    for (String name : List.of("PATH", "HOME")) {
      String value = bench.environment().getOrDefault(name, "");
      if (!value.isEmpty()) {
        variables.put(name, value);
      }
    }
    variables.put("LANG", "C.UTF-8");
    variables.put("TZ", "UTC");
    variables.put("TMPDIR", own.toString());
    variables.put("BENCHWRIGHT_PADDING", "x".repeat(padding));
    if (!confinement.devices().isEmpty()) {
      variables.put("CUDA_VISIBLE_DEVICES", String.join(",", confinement.devices()));
    }
    variables.putAll(command.environment());
    return order;
  }

  private String filled(String text) {
    return text.replace("{size}", Long.toString(key.sizeValue()))
        .replace("{workers}", Integer.toString(key.workers()))
        .replace("{gpus}", Integer.toString(key.gpus()));
  }
}
