package benchwright.engine;

/** Is told how far the joining of shards has come. */
@FunctionalInterface
public interface MergeListener {
  /** Nobody listens. */
  static MergeListener none() {
    return (step, done, total) -> {};
  }

  /**
   * Something begins: each shard is checked, counted and joined, then all files are written.
   *
   * @param step such as {@code checking part-3}; empty where the files are written
   * @param done steps before it
   */
  void begins(String step, int done, int total);
}
