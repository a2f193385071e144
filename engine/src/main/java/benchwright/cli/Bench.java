package benchwright.cli;

import benchwright.engine.Version;
import benchwright.history.HistoryFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Optional;

/** The program: reads the line, has it done, and turns whatever happens into an exit code. */
final class Bench {
  private static final String SUITE_SUFFIX = ".bench.kts";

  private final World world;

  Bench(World world) {
    this.world = world;
  }

  /** Carries out {@code line} and returns the exit code. */
  int run(String... line) {
    world.endings().listen(Bench::endedEarly);
    Exit exit;
    try {
      exit = act(withCommand(line));
    } catch (Complaint complaint) {
      world.err().print(complaint.toText());
      exit = complaint.exit();
    } catch (HistoryFailure failure) {
      exit = refused(failure.getMessage(), failure, line);
    } catch (IOException e) {
      exit = refused(reason(e), e, line);
    } catch (UncheckedIOException e) {
      exit = refused(reason(e.getCause()), e, line);
    } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError bug) {
      exit = told(bug);
    }
    world.endings().forget();
    // Whoever reads our output may have gone: that is their right, and no error.
    world.out().flush();
    world.err().flush();
    return exit.code();
  }

  /** Before there is a run, there is nothing to keep. */
  static int endedEarly(Endings.Ending ending) {
    Exit exit = ending instanceof Endings.Ending.Signalled signalled ? signalled.exit() : Exit.BUG;
    return exit.code();
  }

  private Exit act(String[] line) throws Complaint, IOException {
    Optional<Command> named = line.length == 0 ? Optional.empty() : Commands.named(line[0]);
    if (named.isPresent()) {
      Command command = named.get();
      Optional<Arguments> plain = PlainReader.read(command.grammar(), line, 1);
      if (plain.isPresent()) {
        return command.run(plain.get(), world);
      }
    }
    PicocliReader.Reading reading = new PicocliReader(Commands.grammars()).read(line);
    if (reading instanceof PicocliReader.Reading.Understood understood) {
      return Commands.named(understood.command()).orElseThrow().run(understood.arguments(), world);
    }
    world
        .out()
        .print(
            reading instanceof PicocliReader.Reading.Help help
                ? help.text()
                : "bench " + Version.TEXT + "\n");
    return Exit.DONE;
  }

  /** {@code bench SUITE.bench.kts …} is {@code bench run SUITE.bench.kts …}. */
  private static String[] withCommand(String[] line) {
    if (line.length == 0 || Commands.named(line[0]).isPresent() || !namesSuite(line)) {
      return line;
    }
    String[] longer = new String[line.length + 1];
    longer[0] = "run";
    System.arraycopy(line, 0, longer, 1, line.length);
    return longer;
  }

  private static boolean namesSuite(String[] line) {
    for (String word : line) {
      if (word.endsWith(SUITE_SUFFIX)) {
        return true;
      }
    }
    return false;
  }

  /** A file that is not there, or not what it should be, or cannot be written. */
  private Exit refused(String what, Exception e, String[] line) {
    world.err().print(Complaint.of(Exit.ARTIFACT, what).toText());
    int verbosity = 0;
    for (String word : line) {
      verbosity += word.equals("-v") || word.equals("--verbose") ? 1 : word.equals("-vv") ? 2 : 0;
    }
    if (verbosity > 1) {
      e.printStackTrace(world.err());
    }
    return Exit.ARTIFACT;
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return "no permission for " + denied.getFile();
    }
    if (e instanceof FileSystemException failed && failed.getReason() != null) {
      return failed.getFile() + ": " + failed.getReason();
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  private Exit told(Throwable bug) {
    PrintStream err = world.err();
    err.println("This is a bug of Benchwright " + Version.TEXT + ", not of your suite:");
    bug.printStackTrace(err);
    err.println("Please report it with the lines above and the command that led to it.");
    return Exit.BUG;
  }
}
