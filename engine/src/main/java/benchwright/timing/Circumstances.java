package benchwright.timing;

import benchwright.artifact.Conditions;

/** Looks at the machine before and after a group of cases is measured. */
public interface Circumstances {
  /** A look that has begun. */
  interface Look {
    /** What the machine was like from its beginning until now. */
    Conditions end();
  }

  /** Looks now. */
  Look begin();
}
