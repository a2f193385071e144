package benchwright.docs;

import benchwright.engine.Surroundings;
import benchwright.report.Findings;
import benchwright.suite.Publication;
import benchwright.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the suites of a project publish, and the runs that it is taken from. */
public final class Publications {
  /** What a marked region is to show. */
  sealed interface Shown {
    /** This. */
    record Ready(Exhibit exhibit) implements Shown {}

    /** Nobody can say, as there is no run. */
    record NoRun(String why) implements Shown {}

    /** The run has nothing of that measure. */
    record Nothing() implements Shown {}
  }

  private final Surroundings surroundings;
  private final ExampleRuns runs;
  private final RunStore store;
  private final Optional<Path> only;
  private final List<Finding> rejected = new ArrayList<>();
  private final Set<String> found = new HashSet<>();
  private Optional<List<Publishing>> all = Optional.empty();

  /**
   * Of the suites in the working directory.
   *
   * @param only the one run to take everything from; empty for the newest of each suite
   */
  public Publications(
      Surroundings surroundings, ExampleRuns runs, RunStore store, Optional<Path> only) {
    this.surroundings = surroundings;
    this.runs = runs;
    this.store = store;
    this.only = only;
  }

  /** Whether those of all suites are looked at. */
  boolean areAll() {
    return only.isEmpty();
  }

  /** The publication that goes to this mark. */
  Optional<Publishing> to(String document, String mark) throws IOException {
    found.add(document + "#" + mark);
    return all().stream()
        .filter(it -> it.document().equals(document) && it.mark().equals(mark))
        .findFirst();
  }

  /** The marks of a document that something is published to. */
  List<String> marks(String document) throws IOException {
    return all().stream()
        .filter(it -> it.document().equals(document))
        .map(Publishing::mark)
        .toList();
  }

  Shown exhibit(Publishing publishing) throws IOException {
    List<Path> some =
        only.isPresent() ? List.of(only.get()) : store.complete(publishing.suite().name());
    if (some.isEmpty()) {
      return new Shown.NoRun(
          "not looked at, as no complete run of "
              + publishing.suite().name()
              + " lies in "
              + surroundings.shown(store.directory())
              + "; to make one: bench run "
              + publishing.script());
    }
    return Exhibit.of(publishing, some, store)
        .<Shown>map(Shown.Ready::new)
        .orElseGet(Shown.Nothing::new);
  }

  /** Publications whose mark was not met in the whole project. */
  List<Finding> homeless(boolean whole) throws IOException {
    List<Finding> homeless = new ArrayList<>();
    if (!whole || only.isPresent()) {
      return homeless;
    }
    for (Publishing each : all()) {
      Path document = surroundings.directory().resolve(each.document()).normalize();
      if (!found.contains(each.publication().to())) {
        homeless.add(each.homeless(Files.exists(document)));
      }
    }
    return homeless;
  }

  /** Suites that do not compile. */
  List<Finding> rejected() {
    return List.copyOf(rejected);
  }

  private List<Publishing> all() throws IOException {
    if (all.isEmpty()) {
      all = Optional.of(only.isPresent() ? ofRun(only.get()) : ofProject());
    }
    return all.get();
  }

  private List<Publishing> ofProject() throws IOException {
    return ProjectSuites.publishing(surroundings, runs, rejected);
  }

  private List<Publishing> ofRun(Path run) {
    Findings findings = store.read(run);
    Optional<Suite> suite = findings.review().suite();
    List<Publishing> some = new ArrayList<>();
    for (Publication each : suite.map(Suite::publications).orElse(List.of())) {
      some.add(new Publishing(findings.manifest().suite().file(), 1, suite.get(), each));
    }
    return some;
  }
}
