package benchwright.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a command has been told; flags by their long names. */
record Arguments(Map<String, List<String>> flags, List<String> words) {
  private static final String SET = "";

  Arguments {
    flags = Map.copyOf(flags);
    words = List.copyOf(words);
  }

  boolean has(String flag) {
    return flags.containsKey(flag);
  }

  /** How often a switch was given. */
  int count(String flag) {
    return flags.getOrDefault(flag, List.of()).size();
  }

  Optional<String> value(String flag) {
    List<String> values = flags.getOrDefault(flag, List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  /** All values of a flag that may be given several times. */
  List<String> values(String flag) {
    return flags.getOrDefault(flag, List.of());
  }

  /** Collects them. */
  static final class Builder {
    private final Map<String, List<String>> flags = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    boolean has(Flag flag) {
      return flags.containsKey(flag.name());
    }

    void set(Flag toggle) {
      set(toggle, SET);
    }

    void set(Flag flag, String value) {
      flags.computeIfAbsent(flag.name(), name -> new ArrayList<>()).add(value);
    }

    void word(String word) {
      words.add(word);
    }

    int words() {
      return words.size();
    }

    Arguments build() {
      return new Arguments(flags, words);
    }
  }
}
