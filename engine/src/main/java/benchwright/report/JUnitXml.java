package benchwright.report;

import benchwright.artifact.Manifest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * XML that JUnit's readers know, with the elements and attributes that the schema of Jenkins
 * allows.
 */
final class JUnitXml {
  private final String name;
  private final List<String> suites = new ArrayList<>();
  private int tests;
  private int failures;
  private int errors;
  private double seconds;

  JUnitXml(String name) {
    this.name = name;
  }

  /** The whole document; all suites are closed. */
  String toText() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites"
        + attribute("name", name)
        + attribute("tests", Integer.toString(tests))
        + attribute("failures", Integer.toString(failures))
        + attribute("errors", Integer.toString(errors))
        + attribute("time", plain(seconds))
        + ">\n"
        + String.join("", suites)
        + "</testsuites>\n";
  }

  Suite suite(String suite, Manifest manifest) {
    return new Suite(suite, Origin.of(manifest));
  }

  Suite suite(String suite, Origin origin) {
    return new Suite(suite, origin);
  }

  /** A property of a suite; left out where its value is empty. */
  record Property(String name, String value) {}

  /**
   * Where the cases of a suite come from.
   *
   * @param suite the benchmark suite
   * @param startedAt UTC, as in a manifest
   */
  record Origin(String suite, String host, String startedAt, List<Property> properties) {
    static Origin of(Manifest manifest) {
      return new Origin(
          manifest.suite().name(),
          manifest.environment().host(),
          manifest.startedAt(),
          List.of(
              new Property("run", manifest.runId()),
              new Property("status", manifest.status().getWord()),
              new Property("profile", manifest.profile()),
              new Property("commit", manifest.commit().sha()),
              new Property("benchwright", manifest.environment().benchwright()),
              new Property("cpu", manifest.environment().cpu()),
              new Property("jvm", manifest.environment().jvm()),
              new Property("resultsDigest", manifest.resultsDigest())));
    }
  }

  /** {@code failure}, {@code error} or {@code skipped} of a case. */
  static String element(String element, String type, String message, String text) {
    String start = "<" + element + attribute("type", type) + attribute("message", message);
    return text.isEmpty() ? start + "/>" : start + ">" + Xml.text(text) + "</" + element + ">";
  }

  private static String attribute(String attribute, String value) {
    return " " + attribute + "=\"" + Xml.text(value) + "\"";
  }

  /** Without an exponent, which not all readers know. */
  private static String plain(double seconds) {
    if (Double.isNaN(seconds) || Double.isInfinite(seconds) || seconds == 0) {
      return "0";
    }
    return new BigDecimal(seconds)
        .setScale(9, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** One suite while its cases are gathered. */
  final class Suite {
    private final String suite;
    private final Origin origin;
    private final StringBuilder cases = new StringBuilder();
    private int count;
    private int failed;
    private int broken;
    private int skipped;
    private double time;

    private Suite(String suite, Origin origin) {
      this.suite = suite;
      this.origin = origin;
    }

    /**
     * Adds a case.
     *
     * @param took in seconds; NaN where it is not known
     * @param outcome what {@link #element} made; empty if all is well
     */
    void add(String test, double took, String outcome) {
      count++;
      failed += outcome.startsWith("<failure") ? 1 : 0;
      broken += outcome.startsWith("<error") ? 1 : 0;
      skipped += outcome.startsWith("<skipped") ? 1 : 0;
      time += Double.isNaN(took) ? 0 : took;
      cases
          .append("    <testcase")
          .append(attribute("classname", origin.suite() + "." + suite))
          .append(attribute("name", test))
          .append(attribute("time", plain(took)))
          .append(outcome.isEmpty() ? "/>\n" : ">" + outcome + "</testcase>\n");
    }

    void close() {
      StringBuilder xml = new StringBuilder("  <testsuite");
      xml.append(attribute("name", suite))
          .append(attribute("id", Integer.toString(suites.size())))
          .append(attribute("package", origin.suite()))
          .append(attribute("hostname", origin.host()))
          .append(attribute("timestamp", origin.startedAt().replaceFirst("(\\.\\d+)?Z$", "")))
          .append(attribute("tests", Integer.toString(count)))
          .append(attribute("failures", Integer.toString(failed)))
          .append(attribute("errors", Integer.toString(broken)))
          .append(attribute("skipped", Integer.toString(skipped)))
          .append(attribute("time", plain(time)))
          .append(">\n    <properties>\n");
      origin.properties().forEach(each -> property(xml, each.name(), each.value()));
      xml.append("    </properties>\n").append(cases).append("  </testsuite>\n");
      suites.add(xml.toString());
      tests += count;
      failures += failed;
      errors += broken;
      seconds += time;
    }

    private void property(StringBuilder xml, String property, String value) {
      if (!value.isEmpty()) {
        xml.append("      <property")
            .append(attribute("name", property))
            .append(attribute("value", value))
            .append("/>\n");
      }
    }
  }
}
