package benchwright.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;

/**
 * The digest of results, in two steps, so that pairs can be digested side by side and a wrong file
 * can be named.
 *
 * <p>Of a pair: SHA-256 over the canonical JSON of the optimizer, of the function, and of each
 * trial in plan order, each followed by a line feed. Of a run: SHA-256 over a line for each pair,
 * {@code <digest of the pair> <optimizer>/<function>} and a line feed, in the order of the names.
 */
final class ResultsDigest {
  private final MessageDigest digest = Hex.sha256();

  void add(byte[] json, int from, int length) {
    digest.update(json, from, length);
    digest.update((byte) '\n');
  }

  void add(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    add(bytes, 0, bytes.length);
  }

  /** The digest of the pair whose parts were added. */
  String ofPair() {
    return Hex.text(digest.digest());
  }

  /** The digest of a run from those of its pairs, by name. */
  static String ofRun(Map<String, String> pairs) {
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, String> pair : new TreeMap<>(pairs).entrySet()) {
      lines.append(pair.getValue()).append("  ").append(pair.getKey()).append('\n');
    }
    return Hex.sha256(lines.toString());
  }
}
