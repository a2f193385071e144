package benchwright.engine;

import java.util.Locale;

/** What stands between the trials and the engine. */
public enum Isolation {
  /** Nothing: trials are threads of this process. The fast way. */
  NONE,
  /**
   * Processes: an optimizer that calls System.exit, never returns or eats all memory ends its
   * worker only.
   */
  PROCESS;

  /** The word on the command line and in the manifest: {@code none}, {@code process}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
