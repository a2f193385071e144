package benchwright.docs;

import benchwright.report.document.Block;
import benchwright.report.document.Document;
import benchwright.script.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An example of a document: a block whose fence says {@code bench}, and the block below it that
 * shows what comes of it.
 *
 * @param document as it is shown to people
 * @param name of an example that stands in the document: that of its suite
 * @param file that it is taken from; empty for one that stands in the document
 * @param block the example; the output itself, where a document shows only what comes of a file
 * @param output the block {@code bench-output}, if it has one
 */
record Example(
    String document, String name, Optional<String> file, Block block, Optional<Block> output) {
  static final String BENCH = "bench";
  static final String OUTPUT = "bench-output";
  static final String REGION = "region";
  static final String NAME = "name";
  static final String SPEC = "spec";
  static final String ROWS = "rows";

  /** The suite is wrong on purpose, and its messages are the output. */
  static final String REJECTED = "rejected";

  /** It is compiled and planned, and not run. */
  static final String PLANNED = "planned";

  private static final List<String> OF_EXAMPLES =
      List.of(BENCH, REGION, NAME, SPEC, REJECTED, PLANNED);
  private static final List<String> OF_OUTPUTS = List.of(OUTPUT, ROWS);
  private static final String SUITE = ".bench.kts";

  /** Whether the document shows the file, and not only what comes of it. */
  boolean isShown() {
    return file.isPresent() && block.has(BENCH);
  }

  /** Whether it is a suite, and not only text that is shown. */
  boolean isSuite() {
    return file.isEmpty() || file.get().endsWith(SUITE);
  }

  boolean isRejected() {
    return block.has(REJECTED);
  }

  boolean isPlanned() {
    return block.has(PLANNED);
  }

  Finding finding(Finding.Kind kind, String what, String... more) {
    return Finding.at(kind, document, block.line(), what, more);
  }

  /** The examples of a document, and what is wrong with how they are written. */
  static List<Example> in(String document, Document text, List<Finding> findings) {
    List<Example> examples = new ArrayList<>();
    List<Block> blocks = text.blocks();
    int inline = 0;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.has(OUTPUT)) {
        checkOutput(document, blocks.subList(0, i), block, findings);
        Optional<String> file = block.value(OUTPUT);
        if (file.isPresent()) {
          examples.add(new Example(document, "", file, block, Optional.of(block)));
        }
      } else if (block.has(BENCH)) {
        check(document, block, OF_EXAMPLES, findings);
        Optional<String> file = block.value(BENCH);
        inline += file.isEmpty() ? 1 : 0;
        String name = block.value(NAME).orElse(stem(document) + "-" + inline);
        examples.add(
            new Example(document, name, file, block, output(blocks.subList(i + 1, blocks.size()))));
      }
    }
    return examples;
  }

  /** The first output below, if no other example comes first. */
  private static Optional<Block> output(List<Block> below) {
    return below.stream()
        .filter(each -> each.has(BENCH) || each.has(OUTPUT))
        .findFirst()
        .filter(each -> each.has(OUTPUT) && each.value(OUTPUT).isEmpty());
  }

  private static void checkOutput(
      String document, List<Block> above, Block block, List<Finding> findings) {
    check(document, block, OF_OUTPUTS, findings);
    boolean belongs = false;
    for (Block each : above) {
      belongs = each.has(BENCH) || (belongs && !each.has(OUTPUT));
    }
    if (!belongs && block.value(OUTPUT).isEmpty()) {
      findings.add(
          Finding.at(
              Finding.Kind.FAULTY,
              document,
              block.line(),
              "this is the output of nothing: there is no example above it",
              "write the example above it, with the fence ```kotlin bench, or name a suite:"
                  + " bench-output=suites/quick.bench.kts"));
    }
    Optional<String> rows = block.value(ROWS);
    if (rows.isPresent() && !rows.get().matches("[1-9]\\d{0,5}")) {
      findings.add(
          Finding.at(
              Finding.Kind.FAULTY,
              document,
              block.line(),
              "rows is a number from 1; got " + rows.get(),
              "write rows=3"));
    }
  }

  private static void check(
      String document, Block block, List<String> known, List<Finding> findings) {
    for (String attribute : block.attributes().keySet()) {
      if (!known.contains(attribute)) {
        List<String> nearest = Spelling.nearest(attribute, known);
        findings.add(
            Finding.at(
                Finding.Kind.FAULTY,
                document,
                block.line(),
                "a block has no attribute " + attribute,
                nearest.isEmpty()
                    ? "there are " + String.join(", ", known)
                    : "did you mean " + String.join(" or ", nearest) + "?"));
      }
    }
  }

  /** {@code docs/GettingStarted.md} → {@code getting-started}. */
  private static String stem(String document) {
    String file = document.substring(document.lastIndexOf('/') + 1);
    String stem = file.substring(0, Math.max(0, file.lastIndexOf('.')));
    String id =
        stem.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return id.isEmpty() ? "example" : id.substring(0, Math.min(id.length(), 50));
  }
}
