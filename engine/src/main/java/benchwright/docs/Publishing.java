package benchwright.docs;

import benchwright.report.document.Region;
import benchwright.suite.Publication;
import benchwright.suite.PublicationKind;
import benchwright.suite.Suite;
import java.util.Locale;

/**
 * A publication of a suite.
 *
 * @param script as it is shown to people
 * @param line of the statement, from 1
 */
record Publishing(String script, int line, Suite suite, Publication publication) {
  /** The document that it goes to, from the project's directory. */
  String document() {
    return publication.to().substring(0, publication.to().indexOf('#'));
  }

  String mark() {
    return publication.to().substring(publication.to().indexOf('#') + 1);
  }

  /** The chart that lies beside the document: {@code quick-curves.svg}. */
  String chart() {
    String file = document().substring(document().lastIndexOf('/') + 1);
    return file.substring(0, file.lastIndexOf('.')) + "-" + mark() + ".svg";
  }

  /** {@code curves(expectedRuntime)}. */
  String sentence() {
    String[] words = publication.measure().name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder measure = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      measure
          .append(words[i].substring(0, 1).toUpperCase(Locale.ROOT))
          .append(words[i].substring(1));
    }
    return word(publication.kind()) + "(" + measure + ")";
  }

  Finding finding(String what, String... more) {
    return Finding.at(Finding.Kind.FAULTY, script, line, what, more);
  }

  /** The document is not there, or the mark is not in it. */
  Finding homeless(boolean document) {
    return finding(
        sentence()
            + " goes to "
            + publication.to()
            + ", and "
            + (document ? "that document has no such mark" : "there is no such document"),
        "write these lines where it is to be shown:",
        Region.lines(mark()));
  }

  private static String word(PublicationKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
