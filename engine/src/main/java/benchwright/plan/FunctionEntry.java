package benchwright.plan;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an artifact and {@code bench list} say about an objective function.
 *
 * @param suite {@code bbob} or {@code classics}; empty for a formula of a script
 * @param number its number within the suite, where the suite numbers its functions
 */
public record FunctionEntry(String id, Optional<String> suite, OptionalInt number, String name) {}
