package benchwright.compile;

import benchwright.script.Spelling;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A script as it was read.
 *
 * @param file as the user named it
 * @param path of the file
 * @param sha256 of the file's bytes
 * @param text without a byte order mark
 */
record ScriptFile(String file, Path path, String sha256, String text) {
  static final String EXTENSION = ".bench.kts";
  private static final int LONGEST_NAME = 60;
  private static final int MOST_BYTES = 1 << 20;

  /** Either a script, or why there is none. */
  sealed interface Found {
    record Script(ScriptFile script) implements Found {}

    record Missing(Diagnostic why) implements Found {}
  }

  /** The name of the suite in {@code script}: its file's name without {@code .bench.kts}. */
  static String suiteName(Path script) {
    String name = fileName(script);
    return name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
  }

  static String fileName(Path script) {
    Path name = script.getFileName();
    return name == null ? "" : name.toString();
  }

  static Found read(Path path) {
    String file = path.toString();
    String name = fileName(path);
    if (Files.isDirectory(path)) {
      return missing(
          file, "this is a folder, not a suite", suites(path, "name one of its suites: "));
    }
    if (!Files.exists(path)) {
      return missing(file, "there is no such file", nearest(path));
    }
    if (!name.endsWith(EXTENSION)) {
      return missing(
          file, "a suite is a file that ends in " + EXTENSION, "rename it to " + renamed(name));
    }
    if (!isId(suiteName(path))) {
      return missing(
          file,
          "the file's name is the suite's name, and '"
              + suiteName(path)
              + "' cannot be one: lower-case letters, digits and single hyphens, at most "
              + LONGEST_NAME,
          "rename it to " + renamed(name));
    }
    return content(file, path);
  }

  private static Found content(String file, Path path) {
    byte[] bytes;
    try {
      if (Files.size(path) > MOST_BYTES) {
        return missing(
            file, "a suite is text of at most " + MOST_BYTES + " bytes", "name a suite's script");
      }
      bytes = Files.readAllBytes(path);
    } catch (IOException e) {
      return missing(file, "the file cannot be read: " + reason(e), "look at its permissions");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return missing(
          file, "the file is not UTF-8 text: " + firstBadPlace(bytes), "save it as UTF-8");
    }
    text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (text.isBlank()) {
      return missing(
          file,
          "the file is empty",
          """
          a suite needs at least:
          functions(sphere)
          dimensions(2, 5, 10)
          budget(200.perDimension)
          optimizers(RandomSearch(), MantaRay())""");
    }
    return new Found.Script(new ScriptFile(file, path, Sha256.hex(bytes), text));
  }

  private static Found missing(String file, String text, String remedy) {
    return new Found.Missing(Diagnostic.ofFile(file, text, remedy));
  }

  /** Without a regular expression: this stands on the road of every start. */
  private static boolean isId(String name) {
    boolean hyphen = true;
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      boolean plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
      if (!plain && (letter != '-' || hyphen)) {
        return false;
      }
      hyphen = letter == '-';
    }
    return name.length() <= LONGEST_NAME && !hyphen;
  }

  private static String renamed(String name) {
    String stem = name.replaceFirst("\\.bench\\.kts$|\\.kts$|\\.kt$|\\.bench$|\\.txt$", "");
    String id =
        stem.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
            .toLowerCase(java.util.Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String cut = id.substring(0, Math.min(id.length(), LONGEST_NAME)).replaceAll("-$", "");
    return (cut.isEmpty() ? "quick" : cut) + EXTENSION;
  }

  private static String nearest(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return "there is no folder " + folder + " either";
    }
    List<String> names = scripts(folder).stream().map(name -> suiteName(Path.of(name))).toList();
    List<String> near =
        Spelling.nearest(suiteName(path), names).stream().map(name -> name + EXTENSION).toList();
    return near.isEmpty()
        ? suites(folder, "suites in that folder: ")
        : "did you mean " + String.join(" or ", near) + "?";
  }

  private static String suites(Path folder, String introduction) {
    List<String> scripts = scripts(folder);
    if (scripts.isEmpty()) {
      return "no file in that folder ends in " + EXTENSION;
    }
    String more = scripts.size() > 10 ? ", …" : "";
    return introduction
        + String.join(", ", scripts.subList(0, Math.min(10, scripts.size())))
        + more;
  }

  private static List<String> scripts(Path folder) {
    String[] names = folder.toFile().list((File parent, String name) -> name.endsWith(EXTENSION));
    if (names == null) {
      return List.of();
    }
    Arrays.sort(names);
    return List.of(names);
  }

  private static String firstBadPlace(byte[] bytes) {
    int line = 1;
    int start = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i == bytes.length || bytes[i] == '\n') {
        try {
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, i - start));
        } catch (CharacterCodingException e) {
          return "line " + line + " has bytes that are none";
        }
        line++;
        start = i + 1;
      }
    }
    return "it has bytes that are none";
  }

  static String reason(IOException e) {
    String name = e.getClass().getSimpleName();
    return switch (name) {
      case "AccessDeniedException" -> "permission denied";
      case "NoSuchFileException" -> "there is no such file";
      default -> e.getMessage() == null ? name : e.getMessage();
    };
  }
}
