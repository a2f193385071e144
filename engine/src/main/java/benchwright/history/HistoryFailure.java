package benchwright.history;

import java.util.List;

/** A run directory could not be written or read; the message says what, where, and what to do. */
public final class HistoryFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What a caller may want to tell apart. */
  public enum Kind {
    /** Another process works on the run directory. */
    LOCKED,
    /** There is such a run already. */
    EXISTS,
    /** The directory cannot be created or written. */
    NOT_WRITABLE,
    /** The disk is full, or another write went wrong; what was journaled before is kept. */
    WRITE_FAILED,
    /** A trial was run twice, with different results. */
    NONDETERMINISM,
    /** There is no run at this place. */
    NO_RUN,
    /** There is nothing to resume. */
    FINISHED,
    /** A file is damaged or is not what it should be; {@link #faults} says which and where. */
    DAMAGED
  }

  private final Kind kind;
  private final transient List<Fault> faults;

  HistoryFailure(Kind kind, String message) {
    super(message);
    this.kind = kind;
    this.faults = List.of();
  }

  HistoryFailure(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.faults = List.of();
  }

  HistoryFailure(List<Fault> faults) {
    super(text(faults));
    this.kind = Kind.DAMAGED;
    this.faults = List.copyOf(faults);
  }

  public Kind kind() {
    return kind;
  }

  /** What is wrong with which files; empty unless the kind is {@link Kind#DAMAGED}. */
  public List<Fault> faults() {
    return faults;
  }

  private static String text(List<Fault> faults) {
    StringBuilder text = new StringBuilder();
    for (Fault fault : faults) {
      text.append(text.isEmpty() ? "" : "\n").append(fault.toText());
    }
    return text.toString();
  }
}
