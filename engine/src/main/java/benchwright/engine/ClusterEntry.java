package benchwright.engine;

import benchwright.compile.ScriptCode;
import benchwright.compile.SuiteCompiler;
import benchwright.measure.Machine;
import benchwright.plan.Catalogue;
import benchwright.run.ChunkRunner;
import benchwright.run.TrialRunner;
import benchwright.script.Bodies;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The engine as a cluster's process sees it, which loads it apart from all else by the jars that
 * were sent: bytes in, bytes out. Nothing is compiled here.
 */
public final class ClusterEntry implements Function<byte[], byte[]> {
  private final ChunkRunner runner;

  /**
   * @param words the name of the script's class and the class path of the script; nothing for a
   *     suite without code of its own
   */
  public ClusterEntry(String[] words) {
    Supplier<Bodies> bodies = words.length == 0 ? Bodies::none : bodies(words);
    Machine machine = new Machine(Path.of("/"));
    this.runner =
        ChunkRunner.of(
            new TrialRunner(new Catalogue(bodies), System::nanoTime, machine::peakResidentBytes));
  }

  private static Supplier<Bodies> bodies(String[] words) {
    List<Path> classPath = Arrays.stream(words).skip(1).map(Path::of).toList();
    return SuiteCompiler.bodies(new ScriptCode(Path.of("sent"), words[0], classPath));
  }

  @Override
  public byte[] apply(byte[] chunk) {
    return runner.apply(chunk);
  }
}
