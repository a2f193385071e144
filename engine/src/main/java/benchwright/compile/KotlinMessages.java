package benchwright.compile;

import java.util.ArrayList;
import java.util.List;
import org.jetbrains.kotlin.cli.common.messages.CompilerMessageSeverity;
import org.jetbrains.kotlin.cli.common.messages.CompilerMessageSourceLocation;
import org.jetbrains.kotlin.cli.common.messages.MessageCollector;
import org.jspecify.annotations.Nullable;

/** Keeps what the Kotlin compiler says against a script. */
final class KotlinMessages implements MessageCollector {

  /** An error as the compiler words it; line and column are 0 where it names no place. */
  record Complaint(int line, int column, String text) {}

  private final List<Complaint> errors = new ArrayList<>();

  List<Complaint> errors() {
    return List.copyOf(errors);
  }

  @Override
  public void clear() {
    errors.clear();
  }

  @Override
  public boolean hasErrors() {
    return !errors.isEmpty();
  }

  @Override
  public void report(
      CompilerMessageSeverity severity,
      String message,
      @Nullable CompilerMessageSourceLocation location) {
    if (severity.isError()) {
      errors.add(
          location == null
              ? new Complaint(0, 0, message)
              : new Complaint(location.getLine(), location.getColumn(), message));
    }
  }
}
