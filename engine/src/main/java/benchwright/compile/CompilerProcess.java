package benchwright.compile;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The process that compiles one script: {@code CompilerProcess SCRIPT FOLDER MILLIS VOCABULARY
 * DEPENDENCIES [--watch]}.
 *
 * <p>SCRIPT is the file {@code NAME.bench.kts}; FOLDER is an existing folder that receives either
 * {@code suite.json} and {@code classes/}, or {@code mistakes.json}; MILLIS is how long the
 * statements may take; VOCABULARY and DEPENDENCIES are class paths, the second may be empty. With
 * {@code --watch} the process ends as soon as its standard input does. Exit code 0: the answer lies
 * in FOLDER. Standard output and error are for faults of Benchwright or of the compiler only.
 */
public final class CompilerProcess {
  private CompilerProcess() {}

  /** Compiles one script. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length > 5 && arguments[5].equals("--watch")) {
      // Closed at the end: a thread that still reads then would keep the JVM from ending for 0.3 s.
      try (FileChannel parent = new FileInputStream(FileDescriptor.in).getChannel()) {
        watch(parent);
        compile(arguments);
      }
    } else {
      compile(arguments);
    }
    if (Thread.getAllStackTraces().keySet().stream().anyMatch(t -> t.getName().equals("suite"))) {
      // Statements without end still run: nothing but this ends them.
      Runtime.getRuntime().halt(0);
    }
  }

  private static void compile(String[] arguments) throws IOException {
    Duration timeLimit = Duration.ofMillis(Long.parseLong(arguments[2]));
    new ScriptCompiler(paths(arguments[3]), timeLimit)
        .read(Path.of(arguments[0]), paths(arguments[4]), Path.of(arguments[1]));
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

  /** A parent that is gone has closed its end of our standard input. */
  private static void watch(FileChannel parent) {
    Thread watch =
        new Thread(
            () -> {
              try {
                ByteBuffer ignored = ByteBuffer.allocate(1);
                while (parent.read(ignored.clear()) >= 0) {
                  // Nobody says anything here; only the end counts.
                }
              } catch (ClosedChannelException e) {
                return; // by us, all is done
              } catch (IOException e) {
                // The same as its end.
              }
              Runtime.getRuntime().halt(1);
            },
            "parent watch");
    watch.setDaemon(true);
    watch.start();
  }
}
