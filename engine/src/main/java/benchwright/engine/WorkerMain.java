package benchwright.engine;

import benchwright.compile.Compilation;
import benchwright.compile.CompilerSetup;
import benchwright.compile.SuiteCompiler;
import benchwright.external.Leash;
import benchwright.external.Programs;
import benchwright.measure.Machine;
import benchwright.plan.Catalogue;
import benchwright.run.TrialServer;
import benchwright.script.Bodies;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A worker process: runs the trials that its pool sends, with the code of one compiled suite. */
public final class WorkerMain {
  private WorkerMain() {}

  /** Serves until the pool closes the pipe; {@code words} name the cache entry, if there is one. */
  public static void main(String[] words) throws IOException {
    InputStream in = System.in;
    PrintStream out = System.out;
    // Trials that print or read must not do it in the middle of the protocol.
    System.setOut(System.err);
    System.setIn(InputStream.nullInputStream());
    Supplier<Bodies> bodies = words.length == 0 ? Bodies::none : bodies(Path.of(words[0]));
    Programs programs =
        new Programs(Path.of("").toAbsolutePath(), Leash.of(ProcessHandle.current().pid()));
    Catalogue catalogue = new Catalogue(bodies, programs::optimizer);
    TrialServer.serve(catalogue, in, out, new Machine(Path.of("/"))::peakResidentBytes);
    programs.close();
    // Not exit: a shutdown hook of a user's code must not keep the worker alive.
    Runtime.getRuntime().halt(0);
  }

  private static Supplier<Bodies> bodies(Path entry) {
    SuiteCompiler compiler =
        new SuiteCompiler(
            CompilerSetup.of(System.getProperties(), System.getenv()), ProcessBuilder::start);
    if (compiler.load(entry) instanceof Compilation.Compiled compiled) {
      return compiled.bodies();
    }
    throw new IllegalStateException("the compiled suite " + entry + " is gone");
  }
}
