package benchwright.run;

import benchwright.artifact.Circumstance;
import benchwright.artifact.Failure;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import benchwright.plan.Trial;
import benchwright.run.Event.Loss;
import benchwright.run.Event.TrialFinished;
import benchwright.run.Event.TrialSetAside;
import benchwright.run.Event.TrialStarted;
import benchwright.run.Event.WorkerLost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What both pools have in common: threads that take the dearest trial left, and the caller's
 * thread, which passes on what they report and watches the clock. Only the caller's thread talks to
 * the sink.
 */
final class Crew {
  private static final Duration LOOK = Duration.ofMillis(200);
  // Reports wait here while the sink is busy; then workers wait too, instead of filling the heap.
  private static final int REPORTS = 512;

  private final TrialRunner runner;
  private final ToDoubleFunction<Trial> expectedCost;
  private final Limits limits;
  private final Supplier<Worker> workers;
  // Workers are threads of this JVM: they can rob each other of memory, and cannot be killed.
  private final boolean sharedHeap;

  private final LinkedBlockingQueue<Report> reports = new LinkedBlockingQueue<>(REPORTS);
  private final AtomicReferenceArray<@Nullable Assignment> current;
  private final List<Worker> open = new ArrayList<>();
  private final List<Trial> setAside = new ArrayList<>();
  private final List<Assignment> abandoned = new CopyOnWriteArrayList<>();
  private volatile boolean cancelled;
  private volatile boolean windingUp;
  private boolean started;

  // Of the phase that is going on.
  private Queue<Trial> waiting = new ConcurrentLinkedQueue<>();
  private int unfinished;
  private boolean alone;

  Crew(
      TrialRunner runner,
      ToDoubleFunction<Trial> expectedCost,
      Limits limits,
      Supplier<Worker> workers,
      boolean sharedHeap) {
    this.runner = runner;
    this.expectedCost = expectedCost;
    this.limits = limits;
    this.workers = workers;
    this.sharedHeap = sharedHeap;
    this.current = new AtomicReferenceArray<>(limits.workers());
  }

  void run(List<Trial> trials, Sink sink) {
    if (started) {
      throw new IllegalStateException("a pool runs once");
    }
    started = true;
    try {
      phase(Order.of(trials, expectedCost), Math.min(limits.workers(), trials.size()), sink);
      if (!setAside.isEmpty() && !cancelled && !windingUp) {
        alone = true;
        phase(List.copyOf(setAside), 1, sink);
      }
    } finally {
      dismiss();
    }
  }

  void cancel() {
    cancelled = true;
    // If there is no room, the caller's thread has enough to do to notice soon.
    boolean unused = reports.offer(new Report.Look());
  }

  void windUp() {
    windingUp = true;
    boolean unused = reports.offer(new Report.Look());
  }

  List<TrialKey> running() {
    return assignments().stream().map(assignment -> assignment.trial.key()).toList();
  }

  private List<Assignment> assignments() {
    List<Assignment> all = new ArrayList<>();
    for (int i = 0; i < current.length(); i++) {
      Assignment assignment = current.get(i);
      if (assignment != null) {
        all.add(assignment);
      }
    }
    return all;
  }

  Optional<TrialKey> exiting() {
    List<Assignment> all = assignments();
    all.addAll(abandoned);
    for (Assignment assignment : all) {
      for (StackTraceElement element : assignment.thread.getStackTrace()) {
        if (element.getClassName().equals("java.lang.Shutdown")) {
          return Optional.of(assignment.trial.key());
        }
      }
    }
    return Optional.empty();
  }

  private void phase(List<Trial> trials, int workers, Sink sink) {
    waiting = new ConcurrentLinkedQueue<>(trials);
    unfinished = trials.size();
    for (int i = 0; i < workers; i++) {
      hire(i);
    }
    List<Assignment> watched = new ArrayList<>();
    while (unfinished > 0 && !cancelled) {
      if (windingUp) {
        leaveOut();
      }
      Report report = next(watched);
      if (report != null) {
        take(report, watched, sink);
      }
      checkTime(watched, sink);
    }
    if (cancelled) {
      for (Report report = reports.poll(); report != null; report = reports.poll()) {
        take(report, watched, sink);
      }
    }
  }

  /** Takes from the workers what none of them has begun. */
  private void leaveOut() {
    while (waiting.poll() != null) {
      unfinished--;
    }
  }

  private @Nullable Report next(List<Assignment> watched) {
    long wait = LOOK.toNanos();
    for (Assignment assignment : watched) {
      wait = Math.min(wait, nanosLeft(assignment));
    }
    try {
      return reports.poll(Math.max(0, wait), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      cancelled = true;
      return null;
    }
  }

  private void take(Report report, List<Assignment> watched, Sink sink) {
    if (report instanceof Report.Started start) {
      watched.add(start.assignment());
      sink.accept(new TrialStarted(start.assignment().trial.key(), start.assignment().number));
    } else if (report instanceof Report.Ended end) {
      watched.remove(end.assignment());
      ended(end.assignment(), end.done(), sink);
    } else if (report instanceof Report.Stopped stop) {
      watched.remove(stop.assignment());
      finished(stop.assignment(), timedOut(stop.assignment()), stop.loss(), sink);
    } else if (report instanceof Report.Broken broken) {
      throw new IllegalStateException(
          "a worker broke: " + broken.thrown().getMessage(), broken.thrown());
    }
  }

  private void ended(Assignment assignment, Worker.Done done, Sink sink) {
    boolean outOfMemory =
        done.outcome().map(outcome -> isOutOfMemory(outcome.record())).orElse(true);
    if (outOfMemory && sharedHeap && !alone) {
      setAside.add(assignment.trial);
      unfinished--;
      sink.accept(new TrialSetAside(assignment.trial.key(), assignment.number));
    } else {
      Outcome outcome = done.outcome().orElseGet(() -> stopped(assignment, Mishap.outOfMemory()));
      finished(assignment, outcome, done.loss(), sink);
    }
  }

  private void finished(Assignment assignment, Outcome outcome, Optional<Loss> loss, Sink sink) {
    unfinished--;
    sink.accept(new TrialFinished(outcome.record(), outcome.circumstance(), assignment.number));
    if (loss.isPresent()) {
      sink.accept(new WorkerLost(assignment.number, assignment.trial.key(), loss.get()));
    }
  }

  private void checkTime(List<Assignment> watched, Sink sink) {
    if (limits.timeout().isEmpty() || cancelled) {
      return;
    }
    for (Assignment assignment : List.copyOf(watched)) {
      if (nanosLeft(assignment) > 0) {
        continue;
      }
      if (!assignment.isStopping()) {
        assignment.stop(runner.now());
      } else if (sharedHeap && assignment.abandon()) {
        watched.remove(assignment);
        abandoned.add(assignment);
        hire(assignment.number);
        finished(assignment, timedOut(assignment), Optional.of(Loss.ABANDONED), sink);
      }
    }
  }

  /** Until the trial must be asked to end, or, once it was asked, until it must have ended. */
  private long nanosLeft(Assignment assignment) {
    if (limits.timeout().isEmpty()) {
      return Long.MAX_VALUE;
    }
    long now = runner.now();
    if (assignment.isStopping()) {
      // A process that was killed ends for certain, however late on a busy machine.
      return sharedHeap
          ? limits.grace().toNanos() - (now - assignment.stopNanos())
          : LOOK.toNanos();
    }
    return limits.timeout().get().toNanos() - (now - assignment.startNanos);
  }

  private Outcome timedOut(Assignment assignment) {
    double seconds = limits.timeout().orElse(Duration.ZERO).toNanos() * 1e-9;
    return stopped(assignment, Mishap.timeout(seconds));
  }

  private Outcome stopped(Assignment assignment, Failure failure) {
    return new Outcome(
        runner.stopped(assignment.trial, failure),
        new Circumstance(runner.now() - assignment.startNanos, 0, 0));
  }

  private static boolean isOutOfMemory(TrialRecord record) {
    return record.getFailure().kind().equals(Mishap.OUT_OF_MEMORY);
  }

  private void hire(int number) {
    Worker worker = workers.get();
    open.add(worker);
    Queue<Trial> trials = waiting;
    Thread thread = new Thread(() -> work(number, worker, trials), "worker-" + number);
    thread.setDaemon(true);
    thread.start();
  }

  private void work(int number, Worker worker, Queue<Trial> trials) {
    try {
      for (Trial trial = trials.poll(); trial != null && !cancelled; trial = trials.poll()) {
        worker.prepare();
        Assignment assignment =
            new Assignment(trial, Thread.currentThread(), worker, number, runner.now());
        current.set(number, assignment);
        report(new Report.Started(assignment));
        Worker.Done done = worker.run(trial, assignment.signal);
        Assignment.State state = assignment.end();
        // Whoever interrupted this thread meant the trial that has ended.
        Thread.interrupted();
        if (state == Assignment.State.ABANDONED) {
          return; // another thread has this number now
        }
        current.set(number, null);
        report(
            state == Assignment.State.STOPPED
                ? new Report.Stopped(assignment, done.loss())
                : new Report.Ended(assignment, done));
      }
    } catch (Throwable thrown) {
      report(new Report.Broken(thrown));
    }
  }

  private void report(Report report) {
    while (!cancelled) {
      try {
        reports.put(report);
        return;
      } catch (InterruptedException late) {
        // The interrupt was meant for the trial that has just ended.
      }
    }
    boolean unused = reports.offer(report);
  }

  private void dismiss() {
    cancelled = true;
    assignments().forEach(assignment -> assignment.stop(runner.now()));
    open.forEach(Worker::close);
    // Whoever waits for room goes on, sees that all is over, and ends.
    reports.clear();
  }
}
