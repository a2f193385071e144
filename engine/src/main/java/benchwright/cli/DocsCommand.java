package benchwright.cli;

import benchwright.docs.ExampleRuns;
import benchwright.docs.Filler;
import benchwright.docs.Finding;
import benchwright.docs.GeneratedPages;
import benchwright.docs.Handbook;
import benchwright.docs.Publications;
import benchwright.docs.RunStore;
import benchwright.docs.Scratch;
import benchwright.docs.SuiteFillers;
import benchwright.engine.Reporting;
import benchwright.report.Findings;
import benchwright.report.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code bench docs}: examples that are run, marked regions, and pages made from runs. */
final class DocsCommand implements Command {
  private static final String GENERATE = "generate";
  private static final String REGENERATE = "GENERATE_BENCH_DOCS";

  private static final Flag CHECK =
      Flag.toggle("--check", "Write nothing; end with 5 where a document says what is not so.");
  private static final Flag RUN =
      Flag.value("--run", "RUN", "Publish from this run, instead of the newest of each suite.");
  private static final Flag OUT =
      Flag.value("--out", "DIR", "Where docs generate writes its pages.");

  @Override
  public Grammar grammar() {
    return new Grammar(
        "docs",
        "Run the examples of documents and fill their marked regions; docs generate RUN makes"
            + " whole pages.",
        List.of(CHECK, RUN, OUT, Runs.OUTPUT_DIRECTORY, Look.QUIET),
        Words.any(
            "[FILE...|generate RUN...]",
            0,
            Integer.MAX_VALUE,
            "Documents, or folders of them; by default all below the working directory."));
  }

  @Override
  public Exit run(Arguments arguments, World world) throws Complaint, IOException {
    boolean check = checks(arguments, world);
    boolean quiet = Look.of(arguments, world).quiet();
    if (!arguments.words().isEmpty() && arguments.words().get(0).equals(GENERATE)) {
      return generate(arguments, world, check, quiet);
    }
    if (arguments.has(OUT.name())) {
      throw Complaint.usage(
          "--out is for pages that are made from runs",
          "bench docs generate RUN --out docs/benchmarks/generated");
    }
    Runs runs = new Runs(world, arguments);
    Optional<Path> run = Optional.empty();
    if (arguments.has(RUN.name())) {
      run = Optional.of(runs.find(arguments.value(RUN.name()).orElse("")));
    }
    List<Path> places = new ArrayList<>();
    for (String word : arguments.words()) {
      if (!Files.exists(world.directory().resolve(word))) {
        throw Complaint.usage(
            "there is no file or folder " + word, "bench docs alone goes through all documents");
      }
      places.add(Path.of(word));
    }
    try (Scratch scratch = scratch(world);
        ExampleRuns examples = new ExampleRuns(world.surroundings(), scratch)) {
      RunStore store = new RunStore(world.surroundings(), runs.outputDirectory());
      Publications publications = new Publications(world.surroundings(), examples, store, run);
      List<Filler> fillers = new ArrayList<>(List.of(new HelpFiller(), new SchemaFiller()));
      fillers.addAll(SuiteFillers.of(world.surroundings(), examples));
      Handbook.Result result =
          new Handbook(world.surroundings(), fillers, publications, examples, check).go(places);
      return tell(result, world, check, quiet);
    }
  }

  /** A folder that goes when the process is ended, too. */
  static Scratch scratch(World world) throws IOException {
    Scratch scratch = Scratch.open();
    world
        .endings()
        .listen(
            ending -> {
              scratch.abandon();
              return Bench.endedEarly(ending);
            });
    return scratch;
  }

  /** In CI documents are checked and not changed, unless somebody wants them changed. */
  private static boolean checks(Arguments arguments, World world) {
    if (arguments.has(CHECK.name())) {
      return true;
    }
    boolean wanted = world.variable(REGENERATE).filter(it -> !it.equals("false")).isPresent();
    if (wanted || (!world.isCi() && world.variable(REGENERATE).isEmpty())) {
      return false;
    }
    world.err().println("documents are checked only; to write them here: " + REGENERATE + "=true");
    return true;
  }

  private static Exit tell(Handbook.Result result, World world, boolean check, boolean quiet) {
    if (!quiet) {
      result.written().forEach(file -> world.out().println("wrote " + file));
      result.notes().forEach(note -> world.err().println("note: " + note));
      world
          .out()
          .println(
              Quantity.count(result.documents(), "document")
                  + ", "
                  + Quantity.count(result.pieces(), "piece")
                  + (check ? " looked at" : " brought up to date"));
    }
    return tell(result.findings(), world);
  }

  static Exit tell(List<Finding> findings, World world) {
    Exit exit = Exit.DONE;
    for (Finding each : findings) {
      world.err().println(each.text());
      exit =
          exit.or(
              switch (each.kind()) {
                case REJECTED -> Exit.REJECTED;
                case FAILED -> Exit.TRIAL_FAILED;
                case STALE, FAULTY -> Exit.ARTIFACT;
              });
    }
    return exit;
  }

  private static Exit generate(Arguments arguments, World world, boolean check, boolean quiet)
      throws Complaint, IOException {
    List<String> words = arguments.words().subList(1, arguments.words().size());
    Optional<String> out = arguments.value(OUT.name());
    if (words.isEmpty() || out.isEmpty() || arguments.has(RUN.name())) {
      throw Complaint.usage(
          "bench docs generate needs runs, and a folder to write to",
          "bench docs generate RUN --out docs/benchmarks/generated");
    }
    Runs runs = new Runs(world, arguments);
    Reporting reporting = new Reporting(world.surroundings());
    List<Findings> findings = new ArrayList<>();
    for (String word : words) {
      Path run = runs.find(word);
      if (!Reporting.isRun(run)) {
        throw Complaint.of(
            Exit.ARTIFACT, runs.shown(run) + " is no run", "name a directory with a run.json");
      }
      findings.add(reporting.read(run));
    }
    GeneratedPages pages = GeneratedPages.of(findings);
    Path folder = world.directory().resolve(out.get());
    for (Findings each : findings) {
      each.gaps().forEach(gap -> world.err().println("warning: " + each.place() + ": " + gap));
    }
    if (check) {
      return tell(pages.check(folder, world.surroundings()), world);
    }
    List<Path> written = pages.write(folder);
    if (!quiet) {
      world
          .out()
          .println(
              Quantity.count(pages.files().size(), "file")
                  + " in "
                  + Runs.shown(world, folder)
                  + ", "
                  + written.size()
                  + " of them changed");
    }
    return Exit.DONE;
  }
}
