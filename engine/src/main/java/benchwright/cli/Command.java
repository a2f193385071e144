package benchwright.cli;

import java.io.IOException;

/** One command of {@code bench}. */
interface Command {
  Grammar grammar();

  /**
   * Acts.
   *
   * @throws Complaint if it cannot go on, and a person can do something about it.
   * @throws IOException if the operating system refuses a file.
   */
  Exit run(Arguments arguments, World world) throws Complaint, IOException;
}
