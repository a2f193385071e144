package benchwright.report.page;

import benchwright.analysis.FailureGroup;
import benchwright.artifact.CaseStatus;
import benchwright.artifact.CodeStamp;
import benchwright.artifact.CommitStamp;
import benchwright.artifact.Environment;
import benchwright.artifact.Manifest;
import benchwright.artifact.TimedCase;
import benchwright.artifact.Timings;
import benchwright.artifact.TrialKey;
import benchwright.report.Findings;
import benchwright.report.Quantity;
import benchwright.report.Shell;
import benchwright.report.markup.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sections about the run itself: what failed, where it ran, how to do it again. */
final class RunSections {
  private static final int MOST_GAPS = 50;

  private final Manifest manifest;
  private final Findings findings;

  RunSections(Findings findings) {
    this.findings = findings;
    this.manifest = findings.manifest();
  }

  List<Section> all() {
    List<Section> sections = new ArrayList<>();
    failures().ifPresent(sections::add);
    sections.add(environment());
    sections.add(reproduce());
    return sections;
  }

  private Optional<Section> failures() {
    Markup body = new Markup();
    boolean any = trials(body);
    any |= cases(body);
    if (!findings.gaps().isEmpty()) {
      any = true;
      body.element("p", "Files that are missing or damaged; what can be read is in this page:");
      body.open("ul");
      findings.gaps().stream()
          .limit(MOST_GAPS)
          .forEach(gap -> body.open("li").open("code").element("bdi", gap).close().close());
      if (findings.gaps().size() > MOST_GAPS) {
        body.element("li", "and " + (findings.gaps().size() - MOST_GAPS) + " more");
      }
      body.close();
    }
    return any
        ? Optional.of(new Section("failures", "What failed and why", body))
        : Optional.empty();
  }

  private boolean trials(Markup body) {
    List<FailureGroup> groups = findings.review().failures();
    if (groups.isEmpty()) {
      return false;
    }
    Cells cells =
        new Cells("Trials", List.of("optimizer", "kind", "#trials", "message", "such as"));
    for (FailureGroup group : groups) {
      cells
          .row()
          .head(group.optimizer())
          .words(group.kind())
          .number(group.trials(), Quantity.count(group.trials()))
          .markup(new Markup().open("code").element("bdi", group.message()).close())
          .markup(examples(group))
          .end();
    }
    body.add(cells.render());
    return true;
  }

  private boolean cases(Markup body) {
    Cells cells = new Cells("Cases", List.of("implementation", "case", "status", "why"));
    boolean any = false;
    for (Timings timings : findings.timings()) {
      for (TimedCase timed : timings.cases()) {
        if (timed.status() != CaseStatus.MEASURED) {
          any = true;
          cells
              .row()
              .head(timings.implementation().getName())
              .words(TimedField.name(timed.key()))
              .words(timed.status().getWord())
              .markup(new Markup().open("code").element("bdi", timed.reason()).close())
              .end();
        }
      }
    }
    if (any) {
      body.add(cells.render());
    }
    return any;
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
    body.open("pre")
        .open("code")
        .text(String.join("\n", Shell.again(manifest, findings.place())))
        .close()
        .close();
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
