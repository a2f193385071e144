package benchwright.compile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The process that compiles scripts, one after another: {@code CompilerProcess MILLIS VOCABULARY}.
 *
 * <p>MILLIS is how long the statements of a script may take; VOCABULARY is a class path. What is
 * asked comes in by standard input, as three texts each ({@link #send}): the file {@code
 * NAME.bench.kts}; an existing folder, which receives either {@code suite.json} and {@code
 * classes/}, or {@code mistakes.json}; a class path that the script sees besides, which may be
 * empty. When the answer lies in the folder, a line of standard output says so: {@link #answered},
 * or {@link #answeredLast} if that was the last one, because statements of the script still run.
 * All other output is for faults of Benchwright or of the compiler. The process ends as soon as its
 * input does.
 */
public final class CompilerProcess {
  private record Asked(Path script, Path folder, List<Path> dependencies) {}

  private CompilerProcess() {}

  /** The line that tells that the answer lies in {@code folder}, whose name no script knows. */
  static String answered(Path folder) {
    return "answered in " + folder.getFileName();
  }

  /** As above, and the process ends. */
  static String answeredLast(Path folder) {
    return "answered, at last, in " + folder.getFileName();
  }

  /** Writes a text that is asked, of any length. */
  static void send(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String receive(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  /** Compiles until its input ends. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    ScriptCompiler compiler =
        new ScriptCompiler(paths(arguments[1]), Duration.ofMillis(Long.parseLong(arguments[0])));
    BlockingQueue<Asked> all = new LinkedBlockingQueue<>();
    listen(all);
    while (true) {
      Asked asked = all.take();
      compiler.read(asked.script(), asked.dependencies(), asked.folder());
      boolean endless =
          Thread.getAllStackTraces().keySet().stream()
              .anyMatch(thread -> thread.getName().equals(Evaluation.ENDLESS));
      // A script may have left a line without its end.
      System.out.println(
          "\n" + (endless ? answeredLast(asked.folder()) : answered(asked.folder())));
      System.out.flush();
      if (endless) {
        // Nothing else ends statements without end.
        Runtime.getRuntime().halt(0);
      }
    }
  }

  private static List<Path> paths(String classPath) {
    List<Path> paths = new ArrayList<>();
    for (String path : classPath.split(File.pathSeparator, -1)) {
      if (!path.isEmpty()) {
        paths.add(Path.of(path));
      }
    }
    return paths;
  }

  /** A parent that is gone, or wants nothing more, has closed its end of our standard input. */
  private static void listen(BlockingQueue<Asked> all) {
    Thread ear =
        new Thread(
            () -> {
              try {
                DataInputStream parent = new DataInputStream(System.in);
                while (true) {
                  all.add(
                      new Asked(
                          Path.of(receive(parent)),
                          Path.of(receive(parent)),
                          paths(receive(parent))));
                }
              } catch (IOException ended) {
                Runtime.getRuntime().halt(0);
              }
            },
            "parent watch");
    ear.setDaemon(true);
    ear.start();
  }
}
