package benchwright.engine;

import benchwright.artifact.CommitStamp;
import java.nio.file.Path;

/**
 * One of two revisions, where it can be built and run.
 *
 * @param word {@code base} or {@code head}
 * @param name for people: {@code main (1a2b3c4)}, {@code working tree}
 * @param root of its tree
 * @param surroundings with its own working directory: that of this process, in its tree
 */
record PairSide(
    String word, String name, Path root, CommitStamp commit, Surroundings surroundings) {
  Path directory() {
    return surroundings.directory();
  }
}
