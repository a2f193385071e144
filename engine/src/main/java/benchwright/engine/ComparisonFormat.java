package benchwright.engine;

import benchwright.artifact.Comparison;
import benchwright.artifact.Documents;
import benchwright.report.ComparisonJUnit;
import benchwright.report.ComparisonMarkdown;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a comparison can be written as. */
public enum ComparisonFormat {
  MARKDOWN("comparison.md"),
  JSON("comparison.json"),
  JUNIT("comparison.xml");

  private final String file;

  ComparisonFormat(String file) {
    this.file = file;
  }

  /** The name of its file where several lie in a directory. */
  public String file() {
    return file;
  }

  /** The whole text. */
  public String render(Comparison comparison) {
    return switch (this) {
      case MARKDOWN -> new ComparisonMarkdown(comparison, Integer.MAX_VALUE).render();
      case JUNIT -> new ComparisonJUnit(comparison).render();
      case JSON -> Documents.page(Documents.toJson(comparison));
    };
  }

  /** As it is called on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ComparisonFormat> named(String word) {
    return Stream.of(values()).filter(format -> format.word().equals(word)).findFirst();
  }

  public static List<String> names() {
    return Stream.of(values()).map(ComparisonFormat::word).toList();
  }
}
