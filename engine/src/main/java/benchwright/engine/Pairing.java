package benchwright.engine;

import benchwright.analysis.PairRules;
import benchwright.analysis.PairedComparison;
import benchwright.artifact.CommitStamp;
import benchwright.artifact.ComparedRun;
import benchwright.artifact.Conditions;
import benchwright.artifact.Formats;
import benchwright.artifact.PairedCase;
import benchwright.artifact.Pairs;
import benchwright.external.Builds;
import benchwright.external.Leash;
import benchwright.external.Project;
import benchwright.history.RunIds;
import benchwright.measure.Machine;
import benchwright.pair.MatchedCase;
import benchwright.pair.PairListener;
import benchwright.pair.PairRun;
import benchwright.pair.Repository;
import benchwright.pair.Revision;
import benchwright.pair.Worktrees;
import benchwright.plan.TimingPlan;
import benchwright.suite.Suite;
import benchwright.suite.Threshold;
import benchwright.timing.Subjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares two revisions of the user's repository, once: checks them out, builds each in its own
 * tree, measures both in turns, and says what became of it.
 */
public final class Pairing implements AutoCloseable {
  private static final String BASE = "base";
  private static final String HEAD = "head";

  private final Surroundings surroundings;
  private final PairRequest request;
  private final MeasuringOptions measuring;
  private final PairListener listener;
  private final Machine machine = new Machine(Path.of("/"));
  private final Leash leash;
  private final Leash removing;
  private Optional<Worktrees> worktrees = Optional.empty();
  private Optional<PairRun> running = Optional.empty();
  private volatile boolean cancelled;

  /** Starts nothing yet. */
  public Pairing(
      Surroundings surroundings,
      PairRequest request,
      MeasuringOptions measuring,
      PairListener listener) {
    this.surroundings = surroundings;
    this.request = request;
    this.measuring = measuring;
    this.listener = listener;
    long distinction = surroundings.nanos().getAsLong();
    this.leash = Leash.of(distinction);
    this.removing = Leash.of(distinction + 1);
  }

  /**
   * Compares.
   *
   * @throws IOException if the operating system refuses a file
   */
  public PairOutcome carryOut() throws IOException {
    try {
      PairOutcome outcome = compared();
      return cancelled ? new PairOutcome.Stopped() : outcome;
    } catch (PairingEnded ended) {
      return cancelled ? new PairOutcome.Stopped() : ended.outcome();
    } catch (IOException e) {
      if (cancelled) {
        return new PairOutcome.Stopped();
      }
      throw e;
    } finally {
      close();
    }
  }

  /** {@link #carryOut} returns promptly, and leaves nothing behind. Any thread may call. */
  public void cancel() {
    cancelled = true;
    Optional<PairRun> run;
    synchronized (this) {
      run = running;
    }
    run.ifPresent(PairRun::cancel);
    leash.sweep();
  }

  /** Ends everything that was started, and removes what was checked out. */
  @Override
  public void close() throws IOException {
    leash.sweep();
    Optional<Worktrees> made;
    synchronized (this) {
      made = worktrees;
    }
    if (made.isPresent()) {
      made.get().close();
    }
  }

  private PairOutcome compared() throws PairingEnded, IOException {
    Repository repository = repository();
    Revision base = base(repository);
    Optional<Revision> named =
        request.head().isPresent()
            ? Optional.of(found(repository.find(request.head().get())))
            : Optional.empty();
    Worktrees trees = new Worktrees(repository, temporary(), request.keep(), removing);
    synchronized (this) {
      worktrees = Optional.of(trees);
    }
    Site site = Site.look(machine, surroundings.directory(), surroundings.environment());
    PairSide first = checkedOut(trees, repository, BASE, base);
    PairSide second =
        named.isPresent()
            ? checkedOut(trees, repository, HEAD, named.get())
            : new PairSide(HEAD, "working tree", repository.root(), site.commit(), surroundings);
    Path suite = suite(repository, second);
    String startedAt = RunIds.text(surroundings.clock().instant());
    PairedScripts scripts = new PairedScripts(request, () -> cancelled);
    build(second);
    Source head = scripts.compiled(second, suite);
    TimingPlan headPlan = scripts.plan(head, request.selection());
    List<String> notes = new ArrayList<>(site.remarks());
    if (base.sha().equals(second.commit().sha()) && !second.commit().dirty()) {
      notes.add("Both sides are the same commit: what differs is noise.");
    }
    PairedParts parts = new PairedParts(site, surroundings, startedAt, request.suite().toString());
    ComparedRun headRun = parts.run(second, head, headPlan);
    if (!Files.exists(first.directory().resolve(suite))) {
      notes.add(
          request.suite()
              + " is not in "
              + first.name()
              + ", so there is nothing to compare with.");
      List<PairedCase> added =
          MatchedCase.of(List.of(), headPlan.cases(), false).stream()
              .map(MatchedCase::unmeasured)
              .toList();
      return judged(
          new Pairs(
              Formats.PAIRS,
              Formats.VERSION,
              parts.without(first),
              headRun,
              added,
              Conditions.UNKNOWN),
          rules(head.suite(), added),
          notes,
          trees);
    }
    build(first);
    Source own = scripts.compiled(first, suite);
    // What is measured of the implementations is the head's to say, or nothing were comparable.
    Source old = PairedScripts.with(own, head.suite());
    TimingPlan basePlan = scripts.basePlan(old);
    List<MatchedCase> cases = MatchedCase.of(basePlan.cases(), headPlan.cases(), scripts.isWhole());
    notes.addAll(PairedScripts.outside(cases, first));
    PairRules rules = rules(head.suite(), cases.stream().map(MatchedCase::unmeasured).toList());
    Subjects baseSubjects = subjects(first, old, basePlan);
    MeasuredSubjects headSubjects = subjects(second, head, headPlan);
    headSubjects.shortcoming().ifPresent(notes::add);
    PairRun run =
        new PairRun(
            new PairRun.Order(
                cases,
                rules,
                headPlan.timing(),
                head.suite().speed().sameResults(),
                request.limit().or(() -> Engine.limit(head.suite(), headPlan.profile()))),
            baseSubjects,
            headSubjects,
            Measurements.circumstances(measuring),
            new OneAtATime(surroundings),
            surroundings.nanos());
    synchronized (this) {
      running = Optional.of(run);
    }
    if (cancelled) {
      run.cancel();
    }
    PairRun.Outcome outcome = run.carryOut(listener);
    if (outcome instanceof PairRun.Outcome.Rejected rejected) {
      throw new PairingEnded(new PairOutcome.Rejected(rejected.problems()));
    }
    if (!(outcome instanceof PairRun.Outcome.Measured measured)) {
      return new PairOutcome.Stopped();
    }
    return judged(
        new Pairs(
            Formats.PAIRS,
            Formats.VERSION,
            parts.run(first, own, basePlan),
            headRun,
            measured.cases(),
            measured.conditions()),
        rules,
        notes,
        trees);
  }

  private static PairOutcome judged(
      Pairs pairs, PairRules rules, List<String> notes, Worktrees trees) {
    return new PairOutcome.Compared(
        new PairedComparison(rules).of(pairs, notes), pairs, trees.kept());
  }

  private Repository repository() throws PairingEnded, IOException {
    Repository.Opening opening =
        Repository.open(surroundings.directory(), surroundings.environment(), leash.branch());
    if (opening instanceof Repository.Opening.Refused refused) {
      throw new PairingEnded(new PairOutcome.Refused(refused.why()));
    }
    return ((Repository.Opening.Opened) opening).repository();
  }

  private Revision base(Repository repository) throws PairingEnded, IOException {
    return found(
        request.base().isPresent() ? repository.find(request.base().get()) : repository.base());
  }

  private static Revision found(Repository.Search search) throws PairingEnded {
    if (search instanceof Repository.Search.Missing missing) {
      throw new PairingEnded(new PairOutcome.Refused(missing.why()));
    }
    return ((Repository.Search.Found) search).revision();
  }

  /** Not where this JVM keeps its own: a tree of sources may be larger than that place. */
  private Path temporary() {
    String own = surroundings.environment().getOrDefault("TMPDIR", "");
    return Path.of(
        own.isEmpty() ? surroundings.properties().getProperty("java.io.tmpdir", "/tmp") : own);
  }

  private PairSide checkedOut(
      Worktrees trees, Repository repository, String word, Revision revision)
      throws PairingEnded, IOException {
    listener.doing("checking out " + revision.shown());
    Worktrees.Adding adding = trees.add(word, revision);
    if (adding instanceof Worktrees.Adding.Refused refused) {
      throw new PairingEnded(new PairOutcome.Refused(refused.why()));
    }
    Path root = ((Worktrees.Adding.Added) adding).root();
    Path directory = root.resolve(repository.place());
    if (!Files.isDirectory(directory)) {
      throw PairingEnded.refused(
          "the directory "
              + repository.place()
              + ", in which bench was started, is not in "
              + revision.shown(),
          "start bench at the top of the repository, "
              + repository.root()
              + ", and name the suite from there");
    }
    return new PairSide(
        word,
        revision.shown(),
        root,
        new CommitStamp(revision.sha(), revision.branch(), false),
        surroundings.at(directory));
  }

  /**
   * The script from the working directory of a side; one that is no part of the repository is the
   * same for both.
   */
  private Path suite(Repository repository, PairSide head) throws PairingEnded, IOException {
    Path here = repository.root().resolve(repository.place());
    Path file = here.resolve(request.suite()).normalize();
    if (Files.exists(file) && !file.startsWith(repository.root())) {
      file = file.toRealPath();
    }
    if (!file.startsWith(repository.root())) {
      return file;
    }
    Path inTree = here.relativize(file);
    if (!Files.exists(head.directory().resolve(inTree))) {
      throw PairingEnded.refused(
          "the suite " + request.suite() + " is not in the " + HEAD + ", " + head.name(),
          "to see the suites of this directory: bench list suites");
    }
    return inTree;
  }

  private void build(PairSide side) throws PairingEnded {
    if (request.build().isEmpty() || cancelled) {
      return;
    }
    try (Builds builds = new Builds(side.directory(), leash.branch())) {
      Optional<String> problem =
          builds.prepare(
              List.of(new Project(side.word(), side.name(), ".", request.build(), List.of())),
              new Builds.Listener() {
                @Override
                public void began(Project project, String command) {
                  listener.building(side.word(), project.directory(), command);
                }

                @Override
                public void ended(Builds.Step step) {}
              });
      if (problem.isPresent()) {
        throw new PairingEnded(new PairOutcome.Rejected(List.of(problem.get())));
      }
    }
  }

  private PairRules rules(Suite suite, List<PairedCase> cases) {
    List<Threshold> thresholds = new ArrayList<>(request.thresholds());
    for (Threshold own : suite.thresholds()) {
      if (request.thresholds().stream().noneMatch(each -> each.measure() == own.measure())) {
        thresholds.add(own);
      }
    }
    return PairRules.of(request.least(), request.most(), PairRules.withDefaults(thresholds), cases);
  }

  private MeasuredSubjects subjects(PairSide side, Source source, TimingPlan plan) {
    RunOptions options = RunOptions.defaults();
    return new MeasuredSubjects(
        side.surroundings(),
        leash.branch(),
        source,
        plan,
        request.timeout().map(options::withTimeout).orElse(options),
        measuring,
        side.directory());
  }
}
