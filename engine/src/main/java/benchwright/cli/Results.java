package benchwright.cli;

import benchwright.artifact.Manifest;
import benchwright.artifact.Summary;
import benchwright.engine.Json;
import benchwright.report.JsonLine;
import benchwright.report.Palette;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What a run leaves on standard output when it has ended: a table, a JSON object, a last event, or
 * its directory alone.
 */
record Results(World world, Look look, boolean json, boolean ndjson, ComparedTo comparedTo) {
  static Results of(Arguments arguments, World world, Look look) throws Complaint {
    return new Results(
        world,
        look,
        arguments.has(Report.JSON.name()),
        arguments.has(Report.NDJSON.name()),
        new ComparedTo(arguments, world));
  }

  /** Whether programs read it, or nobody wants a table. */
  boolean isTerse() {
    return json || ndjson || look.quiet();
  }

  /**
   * Tells the end of {@code run}, and how it compares where somebody asked; returns the exit code
   * of the verdict.
   *
   * @param totals what was done, behind the title
   * @param table asked for only if it is shown
   */
  Exit tell(Path run, Manifest manifest, Summary summary, String totals, Supplier<String> table) {
    ComparedTo.Told told = comparedTo.compare(run);
    PrintStream out = world.out();
    String place = Runs.shown(world, run);
    if (json) {
      JsonLine line =
          new JsonLine()
              .with("run", place)
              .raw("manifest", Json.line(manifest))
              .raw("summary", Json.line(summary));
      told.comparison().ifPresent(each -> line.raw("comparison", Json.line(each)));
      out.println(line.toText());
    } else if (ndjson) {
      String verdict = comparedTo.text(told, new Look(Palette.PLAIN, true, 0)).strip();
      if (!verdict.isEmpty()) {
        out.println(EventLines.compared(world, place, told, verdict));
      }
      out.println(EventLines.finished(place, manifest));
    } else if (look.quiet()) {
      out.println(place);
    } else {
      out.println(look.palette().bold(manifest.suite().title()) + ": " + totals);
      out.println();
      out.print(table.get());
      out.println();
      String verdict = comparedTo.text(told, look);
      if (!verdict.isEmpty()) {
        out.println(verdict);
      }
      out.println(place);
    }
    out.flush();
    if (isTerse()) {
      world.err().print(comparedTo.text(told, look.asQuiet()));
    }
    if (look.verbosity() > 0) {
      manifest.environment().warnings().forEach(this::warn);
    }
    return comparedTo.exit(told);
  }

  void warn(String warning) {
    world.err().println("warning: " + warning);
  }
}
