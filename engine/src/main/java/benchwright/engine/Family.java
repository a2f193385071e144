package benchwright.engine;

import benchwright.artifact.CodeStamp;
import benchwright.artifact.Manifest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the shards of one run have in common: equal plans promise equal results only where the
 * bodies in the script, and the code it sees, are equal too.
 */
record Family(String planDigest, String script, List<String> code) {
  static Family of(Manifest manifest) {
    return new Family(
        manifest.planDigest(),
        manifest.suite().sha256(),
        manifest.classPath().stream().map(CodeStamp::sha256).toList());
  }

  /** The one to which most of {@code manifests} belong; of equally large ones the first. */
  static Family largest(Collection<Manifest> manifests) {
    Map<Family, Integer> sizes = new LinkedHashMap<>();
    for (Manifest manifest : manifests) {
      sizes.merge(of(manifest), 1, Integer::sum);
    }
    Family largest = sizes.keySet().iterator().next();
    for (Map.Entry<Family, Integer> family : sizes.entrySet()) {
      if (family.getValue() > sizes.getOrDefault(largest, 0)) {
        largest = family.getKey();
      }
    }
    return largest;
  }

  /** Why {@code stranger} is not of this family. */
  String difference(Manifest stranger) {
    Family other = of(stranger);
    if (!other.planDigest.equals(planDigest)) {
      return "is of another plan: that of "
          + stranger.suite().name()
          + ", "
          + stranger.profile()
          + " profile, digest "
          + other.planDigest;
    }
    return other.script.equals(script)
        ? "saw other code on its class path than the others"
        : "was made by another text of " + stranger.suite().file() + " than the others";
  }
}
