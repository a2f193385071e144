package benchwright.plan;

import benchwright.artifact.CaseKey;
import benchwright.suite.Implementation;

/** One thing to be measured: an implementation, and how much it has to do with how many workers. */
public record TimingCase(Implementation implementation, CaseKey key) {
  /** {@code c-o3 size=small workers=2}. */
  public String id() {
    String rest = key.toString();
    return rest.isEmpty() ? implementation.getId() : implementation.getId() + " " + rest;
  }
}
