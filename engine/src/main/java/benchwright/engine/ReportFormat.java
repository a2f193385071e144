package benchwright.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a report can be written as. */
public enum ReportFormat {
  MARKDOWN("report.md"),
  JSON("report.json"),
  HTML("report.html"),
  CSV("report.csv"),
  JUNIT("report.xml");

  private final String file;

  ReportFormat(String file) {
    this.file = file;
  }

  /** The name of its file where several lie in a directory. */
  public String file() {
    return file;
  }

  /** As it is called on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ReportFormat> named(String word) {
    return Stream.of(values()).filter(format -> format.word().equals(word)).findFirst();
  }

  public static List<String> names() {
    return Stream.of(values()).map(ReportFormat::word).toList();
  }
}
