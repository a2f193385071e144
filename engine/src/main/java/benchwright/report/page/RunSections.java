package benchwright.report.page;

import benchwright.analysis.FailureGroup;
import benchwright.analysis.Review;
import benchwright.artifact.CodeStamp;
import benchwright.artifact.CommitStamp;
import benchwright.artifact.Environment;
import benchwright.artifact.Manifest;
import benchwright.artifact.TrialKey;
import benchwright.report.Quantity;
import benchwright.report.markup.Markup;
import java.util.List;
import java.util.Optional;

/** The sections about the run itself: what failed, where it ran, how to do it again. */
final class RunSections {
  private final Manifest manifest;
  private final Review review;

  RunSections(Review review) {
    this.review = review;
    this.manifest = review.manifest();
  }

  List<Section> all() {
    java.util.ArrayList<Section> sections = new java.util.ArrayList<>();
    failures().ifPresent(sections::add);
    sections.add(environment());
    sections.add(reproduce());
    return sections;
  }

  private Optional<Section> failures() {
    if (review.failures().isEmpty()) {
      return Optional.empty();
    }
    Cells cells = new Cells("", List.of("optimizer", "kind", "#trials", "message", "for example"));
    for (FailureGroup group : review.failures()) {
      cells
          .row()
          .head(group.optimizer())
          .words(group.kind())
          .number(group.trials(), Quantity.count(group.trials()))
          .markup(new Markup().open("code").element("bdi", group.message()).close())
          .markup(examples(group))
          .end();
    }
    return Optional.of(new Section("failures", "What failed and why", cells.render()));
  }

  private static Markup examples(FailureGroup group) {
    Markup markup = new Markup();
    for (TrialKey key : group.examples()) {
      markup.element("code", key.toString()).text(" ");
    }
    return markup;
  }

  private Section environment() {
    Environment machine = manifest.environment();
    Facts facts = new Facts();
    facts.add("Host", machine.host());
    facts.add("System", machine.os());
    facts.add("Processor", machine.cpu() + ", " + Quantity.count(machine.cores(), "core"));
    facts.add("Memory", machine.memoryBytes() > 0 ? Quantity.bytes(machine.memoryBytes()) : "");
    facts.add("Frequency governor", machine.governor());
    facts.add("JVM", machine.jvm());
    facts.add("Kotlin", machine.kotlin());
    facts.add("Benchwright", machine.benchwright());
    facts.add("Isolation", manifest.isolation());
    Markup body = facts.render();
    if (!machine.warnings().isEmpty()) {
      body.open("ul").in("warnings");
      for (String warning : machine.warnings()) {
        body.open("li").element("bdi", warning).close();
      }
      body.close();
    }
    return new Section("environment", "Environment", body);
  }

  private Section reproduce() {
    Facts facts = new Facts();
    CommitStamp commit = manifest.commit();
    facts.add("Run", manifest.runId());
    facts.add("Started", manifest.startedAt());
    facts.add("Finished", manifest.finishedAt());
    facts.add(
        "Commit",
        commit.sha().isEmpty()
            ? ""
            : commit.sha()
                + (commit.branch().isEmpty() ? "" : " on " + commit.branch())
                + (commit.dirty() ? ", with changes that are in no commit" : ""));
    facts.add("Suite, SHA-256", manifest.suite().sha256());
    for (CodeStamp code : manifest.classPath()) {
      facts.add("Class path " + code.path(), code.sha256());
    }
    facts.add("Plan digest", manifest.planDigest());
    facts.add("Results digest", manifest.resultsDigest());
    Markup body = new Markup();
    body.element(
        "p",
        "hint",
        "The same suite gives the same results digest on any machine; times are another matter.");
    body.open("pre").open("code").text(String.join("\n", Commands.of(manifest))).close().close();
    return new Section("reproduce", "How to reproduce", body.line().add(facts.render()));
  }

  /** Names with their values; those without a value are left out. */
  private static final class Facts {
    private final Markup markup = new Markup().open("dl").in("facts");

    void add(String name, String value) {
      if (!value.isEmpty()) {
        markup.element("dt", name).open("dd").element("bdi", value).close().line();
      }
    }

    Markup render() {
      return markup.close();
    }
  }
}
