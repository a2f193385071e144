package benchwright.docs;

import benchwright.engine.Surroundings;
import benchwright.engine.WholeFiles;
import benchwright.report.document.Document;
import benchwright.report.document.Edit;
import benchwright.report.document.Region;
import benchwright.report.document.Slip;
import benchwright.report.document.UnifiedDiff;
import benchwright.script.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The documents of a project: holds what they show against what is, or writes it anew. */
public final class Handbook {
  /**
   * What was found.
   *
   * @param documents how many have examples or marks
   * @param pieces how many of those there are
   * @param written what was written anew, as it is shown to people
   * @param notes what could not be looked at, and why
   */
  public record Result(
      int documents, int pieces, List<String> written, List<Finding> findings, List<String> notes) {
    public Result {
      written = List.copyOf(written);
      findings = List.copyOf(findings);
      notes = List.copyOf(notes);
    }
  }

  private final Surroundings surroundings;
  private final List<Filler> fillers;
  private final Publications publications;
  private final ExampleCheck examples;
  private final boolean check;

  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private final List<String> written = new ArrayList<>();
  private int documents;
  private int pieces;

  /**
   * A handbook that is used once.
   *
   * @param fillers who knows what regions show whose marks have a colon
   * @param check whether nothing is to be written
   */
  public Handbook(
      Surroundings surroundings,
      List<Filler> fillers,
      Publications publications,
      ExampleRuns runs,
      boolean check) {
    this.surroundings = surroundings;
    this.fillers = List.copyOf(fillers);
    this.publications = publications;
    this.examples = new ExampleCheck(surroundings.directory(), runs);
    this.check = check;
  }

  /**
   * Goes through the documents at {@code places}; through all of the project if there are none.
   *
   * @throws IOException if a place is not there, or a file cannot be read or written
   */
  public Result go(List<Path> places) throws IOException {
    Path directory = surroundings.directory();
    List<Path> files =
        DocumentFiles.documents(
            places.isEmpty()
                ? List.of(directory)
                : places.stream().map(directory::resolve).toList());
    try (WholeFiles whole = new WholeFiles()) {
      for (Path file : files) {
        String text = Files.readString(file);
        if (text.contains("bench")) {
          document(file, text, whole);
        }
      }
      findings.addAll(publications.homeless(places.isEmpty()));
      whole.finish();
    }
    findings.addAll(publications.rejected());
    return new Result(documents, pieces, written, findings, List.copyOf(notes));
  }

  private void document(Path file, String text, WholeFiles whole) throws IOException {
    Document document =
        DocumentFiles.isMarkdown(file) ? Document.ofMarkdown(text) : Document.ofSource(text);
    String shown = surroundings.shown(file);
    for (Slip slip : document.slips()) {
      findings.add(Finding.at(Finding.Kind.FAULTY, shown, slip.line(), slip.text(), slip.remedy()));
    }
    List<Edit> edits = new ArrayList<>();
    List<Example> found = Example.in(shown, document, findings);
    for (Example example : found) {
      edits.addAll(examples.edits(example, document, findings));
    }
    for (Region region : document.regions()) {
      text(shown, region, whole).ifPresent(it -> edits.add(Document.edit(region, it)));
    }
    if (!found.isEmpty() || !document.regions().isEmpty()) {
      documents++;
      pieces += found.size() + document.regions().size();
    }
    List<Edit> stale =
        edits.stream()
            .filter(edit -> !document.linesWith(List.of(edit)).equals(document.lines()))
            .toList();
    if (stale.isEmpty()) {
      return;
    }
    if (check) {
      stale.forEach(edit -> stale(shown, document, edit));
    } else {
      whole.add(file, out -> out.append(document.with(stale)));
      written.add(shown);
    }
  }

  private void stale(String shown, Document document, Edit edit) {
    String difference =
        UnifiedDiff.of(
            shown, document.lines(), shown + " as it would be", document.linesWith(List.of(edit)));
    findings.add(
        new Finding(
            Finding.Kind.STALE,
            shown
                + ":"
                + edit.first()
                + ": error: this is not what is\n"
                + difference
                + "to write it anew: bench docs "
                + shown));
  }

  /** What a region is to show; empty if nobody knows, which is told. */
  private Optional<String> text(String shown, Region region, WholeFiles whole) throws IOException {
    int colon = region.mark().indexOf(':');
    String kind = colon < 0 ? region.mark() : region.mark().substring(0, colon);
    String name = colon < 0 ? "" : region.mark().substring(colon + 1);
    Optional<Filler> filler = fillers.stream().filter(each -> each.kind().equals(kind)).findFirst();
    if (filler.isEmpty() && colon < 0) {
      return published(shown, region, whole);
    }
    if (filler.isEmpty()) {
      List<String> kinds = fillers.stream().map(Filler::kind).toList();
      unknown(shown, region, "nothing fills regions of the kind " + kind, kind, kinds);
      return Optional.empty();
    }
    Filling filling = filler.get().text(name);
    if (filling instanceof Filling.Text text) {
      return Optional.of(text.markdown());
    }
    if (filling instanceof Filling.Broken broken) {
      findings.add(Finding.at(Finding.Kind.REJECTED, shown, region.begin(), broken.why()));
    } else {
      String nothing = "there is nothing of the name " + region.mark();
      unknown(shown, region, nothing, name, filler.get().names());
    }
    return Optional.empty();
  }

  private Optional<String> published(String shown, Region region, WholeFiles whole)
      throws IOException {
    Optional<Publishing> publishing = publications.to(shown, region.mark());
    if (publishing.isEmpty()) {
      if (publications.areAll()) {
        List<String> marks = publications.marks(shown);
        unknown(shown, region, "no suite publishes to " + region.mark(), region.mark(), marks);
      }
      return Optional.empty();
    }
    Publications.Shown exhibit = publications.exhibit(publishing.get());
    if (exhibit instanceof Publications.Shown.NoRun noRun) {
      notes.add(shown + ":" + region.begin() + ": " + noRun.why());
      return Optional.empty();
    }
    if (exhibit instanceof Publications.Shown.Nothing) {
      findings.add(
          publishing
              .get()
              .finding(
                  "a run of this suite has nothing for " + publishing.get().sentence(),
                  "curves are drawn of expectedRuntime and successRate, and of time where it was"
                      + " measured",
                  "tables are made of these, of memory, and of utilization where time was"
                      + " measured"));
      return Optional.empty();
    }
    Exhibit it = ((Publications.Shown.Ready) exhibit).exhibit();
    if (it.svg().isPresent()) {
      chart(
          surroundings.directory().resolve(shown).resolveSibling(publishing.get().chart()),
          it.svg().get(),
          shown + ":" + region.begin(),
          whole);
    }
    return Optional.of(it.markdown());
  }

  private void chart(Path file, String svg, String place, WholeFiles whole) throws IOException {
    if (Files.isRegularFile(file) && Files.readString(file).equals(svg)) {
      return;
    }
    String shown = surroundings.shown(file);
    if (check) {
      findings.add(
          new Finding(
              Finding.Kind.STALE,
              place
                  + ": error: the chart "
                  + shown
                  + (Files.exists(file) ? " is not that of the newest run" : " is not there")
                  + "\nto draw it anew: bench docs"));
    } else {
      whole.add(file, out -> out.append(svg));
      written.add(shown);
    }
  }

  private void unknown(String shown, Region region, String what, String name, List<String> known) {
    List<String> nearest = Spelling.nearest(name, known);
    findings.add(
        Finding.at(
            Finding.Kind.FAULTY,
            shown,
            region.begin(),
            what,
            !nearest.isEmpty()
                ? "did you mean " + String.join(" or ", nearest) + "?"
                : known.isEmpty()
                    ? "take the marks out, or write publish(…, to = \""
                        + shown
                        + "#"
                        + region.mark()
                        + "\") in a suite"
                    : "known are " + String.join(", ", known)));
  }
}
