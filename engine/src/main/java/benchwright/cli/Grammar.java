package benchwright.cli;

import java.util.List;
import java.util.Optional;

/** All that a command can be told. */
record Grammar(String name, String summary, List<Flag> flags, Words words) {
  Grammar {
    flags = List.copyOf(flags);
  }

  Optional<Flag> flag(String name) {
    for (Flag flag : flags) {
      if (flag.names().contains(name)) {
        return Optional.of(flag);
      }
    }
    return Optional.empty();
  }
}
