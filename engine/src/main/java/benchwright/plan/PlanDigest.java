package benchwright.plan;

import benchwright.artifact.Documents;
import benchwright.suite.FormulaFunction;
import benchwright.suite.FunctionSpec;
import benchwright.suite.KnownOptimum;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over the trials of a plan, one line for each: key, budget, target, the optimizer's
 * document, the function with all its parameters, separated by blanks; real numbers outside the
 * document as the hexadecimal of their bits. Everything that a result depends on is in the line,
 * and nothing else: neither the suite's name nor its title.
 */
final class PlanDigest {
  private static final String VERSION = "benchwright-plan-v2\n";

  private PlanDigest() {}

  static String of(List<Trial> trials, Catalogue catalogue) {
    MessageDigest sha256;
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
    sha256.update(VERSION.getBytes(StandardCharsets.UTF_8));
    for (Trial trial : trials) {
      sha256.update(line(trial, catalogue).getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  static String line(Trial trial, Catalogue catalogue) {
    StringBuilder line = new StringBuilder(128);
    line.append(trial.key()).append(' ').append(trial.budget()).append(' ');
    if (trial.finalTarget().isPresent()) {
      appendBits(line, trial.finalTarget().getAsDouble());
    } else {
      line.append('-');
    }
    line.append(' ').append(Documents.text(Documents.toJson(trial.optimizer())));
    appendFunction(line, trial.function());
    return line.append('\n').toString();
  }

  private static void appendFunction(StringBuilder line, FunctionSpec function) {
    if (function instanceof FormulaFunction formula) {
      line.append(" formula ");
      appendBits(line, formula.lower());
      line.append(' ');
      appendBits(line, formula.upper());
      line.append(' ');
      if (formula.optimum() instanceof KnownOptimum known) {
        appendBits(line, known.value());
      } else {
        line.append('-');
      }
    } else {
      line.append(" named");
    }
  }

  private static void appendBits(StringBuilder line, double value) {
    line.append(Long.toHexString(Double.doubleToLongBits(value)));
  }
}
