package benchwright.report.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document as lines, with its fenced blocks and marked regions; what stands inside of one of them
 * is neither. Of a source in Kotlin or Java only the comments that begin with two stars are looked
 * at.
 */
public final class Document {
  private static final Pattern FENCE = Pattern.compile("( *)(`{3,}|~{3,})([^`]*)");
  private static final Pattern COMMENT = Pattern.compile("(\\s*\\*? ?)(.*)");
  private static final Pattern MARK =
      Pattern.compile("( *)<!-- *bench:(begin|end) +([^ ]+) *--> *");
  private static final Pattern NEARLY_A_MARK = Pattern.compile(" *<!-- *bench:.*");

  private final String end;
  private final List<String> lines;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();
  private final List<Slip> slips = new ArrayList<>();
  private int at;

  private Document(String text) {
    end = text.contains("\r\n") ? "\r\n" : "\n";
    lines = List.of(text.replace("\r\n", "\n").split("\n", -1));
  }

  /** A text in Markdown. */
  public static Document ofMarkdown(String text) {
    Document document = new Document(text);
    while (document.at < document.lines.size()) {
      document.line("", document.lines.size());
    }
    return document;
  }

  /** A source in Kotlin or Java. */
  public static Document ofSource(String text) {
    Document document = new Document(text);
    while (document.at < document.lines.size()) {
      String line = document.lines.get(document.at++);
      if (!line.strip().startsWith("/**") || line.contains("*/")) {
        continue;
      }
      int last = document.at;
      while (last < document.lines.size() && !document.lines.get(last).contains("*/")) {
        last++;
      }
      while (document.at < last) {
        Matcher comment = COMMENT.matcher(document.lines.get(document.at));
        document.line(comment.matches() ? comment.group(1) : "", last);
      }
    }
    return document;
  }

  public List<Block> blocks() {
    return List.copyOf(blocks);
  }

  public List<Region> regions() {
    return List.copyOf(regions);
  }

  public List<Slip> slips() {
    return List.copyOf(slips);
  }

  public List<String> lines() {
    return lines;
  }

  /** The whole text with some lines replaced, in the line ends of the document. */
  public String with(List<Edit> edits) {
    return String.join(end, linesWith(edits));
  }

  /** The lines with some replaced. */
  public List<String> linesWith(List<Edit> edits) {
    List<String> changed = new ArrayList<>(lines);
    edits.stream()
        .sorted(Comparator.comparingInt(Edit::first).reversed())
        .forEach(
            edit -> {
              List<String> old = changed.subList(edit.first() - 1, edit.last());
              old.clear();
              old.addAll(edit.lines());
            });
    return changed;
  }

  /** Other text for the body of a block. */
  public static Edit edit(Block block, String text) {
    return new Edit(block.line() + 1, block.end() - 1, prefixed(block.prefix(), text));
  }

  /** Other text for a region; a blank line keeps it from what is around. */
  public static Edit edit(Region region, String text) {
    return new Edit(
        region.begin() + 1,
        region.end() - 1,
        prefixed(region.prefix(), "\n" + text.stripTrailing() + "\n\n"));
  }

  private static List<String> prefixed(String prefix, String text) {
    String whole = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    List<String> lines = new ArrayList<>();
    for (String line : text.isEmpty() ? new String[0] : whole.split("\n", -1)) {
      lines.add(line.isEmpty() ? prefix.stripTrailing() : prefix + line);
    }
    return lines;
  }

  /** Reads one line, or the block or region that begins there; {@code last} is where all ends. */
  private void line(String prefix, int last) {
    String inner = inner(at, prefix);
    Matcher fence = FENCE.matcher(inner);
    Matcher mark = MARK.matcher(inner);
    if (fence.matches()) {
      block(prefix + fence.group(1), fence.group(2), fence.group(3), last);
    } else if (mark.matches()) {
      region(prefix + mark.group(1), mark.group(2), mark.group(3), last);
    } else if (NEARLY_A_MARK.matcher(inner).matches()) {
      slips.add(
          new Slip(
              at + 1,
              "this looks like a mark and is none",
              "write <!-- bench:begin MARK --> or <!-- bench:end MARK -->, alone on its line"));
      at++;
    } else {
      at++;
    }
  }

  private void block(String prefix, String fence, String info, int last) {
    int first = at++;
    List<String> body = new ArrayList<>();
    while (at < last) {
      String inner = inner(at, prefix);
      String bare = inner.strip();
      boolean closes =
          bare.length() >= fence.length() && bare.chars().allMatch(c -> c == fence.charAt(0));
      if (closes) {
        blocks.add(Block.of(first + 1, ++at, prefix, info, body));
        return;
      }
      body.add(inner);
      at++;
    }
    if (info.contains("bench")) {
      slips.add(new Slip(first + 1, "this block is never closed", "end it with " + fence));
    }
  }

  private void region(String prefix, String word, String name, int last) {
    int first = at++;
    if (word.equals("end")) {
      slips.add(
          new Slip(
              first + 1,
              "the region " + name + " ends here and never began",
              "write <!-- bench:begin " + name + " --> above it"));
      return;
    }
    Optional<Region> before = regions.stream().filter(each -> each.mark().equals(name)).findFirst();
    for (; at < last; at++) {
      Matcher other = MARK.matcher(inner(at, prefix));
      if (other.matches() && other.group(2).equals("end") && other.group(3).equals(name)) {
        regions.add(new Region(first + 1, ++at, prefix, name));
        before.ifPresent(
            it ->
                slips.add(
                    new Slip(
                        first + 1,
                        "two regions are called " + name + ": here and at line " + it.begin(),
                        "keep one of them")));
        return;
      }
      if (other.matches()) {
        break;
      }
    }
    slips.add(
        new Slip(
            first + 1,
            "the region " + name + " never ends",
            "write <!-- bench:end " + name + " --> below it"));
  }

  /** A line without the prefix, or as much of it as is there. */
  private String inner(int index, String prefix) {
    String line = lines.get(index);
    int common = 0;
    while (common < prefix.length()
        && common < line.length()
        && line.charAt(common) == prefix.charAt(common)) {
      common++;
    }
    return line.substring(common);
  }
}
