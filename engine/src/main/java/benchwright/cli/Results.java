package benchwright.cli;

import benchwright.artifact.Manifest;
import benchwright.artifact.Summary;
import benchwright.engine.Json;
import benchwright.report.JsonLine;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What a run leaves on standard output when it has ended: a table, a JSON object, a last event, or
 * its directory alone.
 */
record Results(World world, Look look, boolean json, boolean ndjson) {
  static Results of(Arguments arguments, World world, Look look) {
    return new Results(
        world, look, arguments.has(Report.JSON.name()), arguments.has(Report.NDJSON.name()));
  }

  /** Whether programs read it, or nobody wants a table. */
  boolean isTerse() {
    return json || ndjson || look.quiet();
  }

  /**
   * Tells the end of {@code run}.
   *
   * @param totals what was done, behind the title
   * @param table asked for only if it is shown
   */
  void tell(Path run, Manifest manifest, Summary summary, String totals, Supplier<String> table) {
    PrintStream out = world.out();
    String place = Runs.shown(world, run);
    if (json) {
      out.println(
          new JsonLine()
              .with("run", place)
              .raw("manifest", Json.line(manifest))
              .raw("summary", Json.line(summary))
              .toText());
    } else if (ndjson) {
      out.println(EventLines.finished(place, manifest));
    } else if (look.quiet()) {
      out.println(place);
    } else {
      out.println(look.palette().bold(manifest.suite().title()) + ": " + totals);
      out.println();
      out.print(table.get());
      out.println();
      out.println(place);
    }
    out.flush();
    if (look.verbosity() > 0) {
      manifest.environment().warnings().forEach(this::warn);
    }
  }

  void warn(String warning) {
    world.err().println("warning: " + warning);
  }
}
