package benchwright.export;

import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the folders that COCO's loggers of the suite bbob leave, of today and of 2009: the files
 * {@code .info}, and of the files {@code .dat} and {@code .tdat} the evaluation and the best
 * distance so far. The restarts and recommendations are not read.
 */
public final class CocoImport {
  private static final Pattern WORD =
      Pattern.compile("([A-Za-z_]+)\\s*=\\s*('[^']*'|\"[^\"]*\"|[^,\\s]+)");
  private static final Pattern TRIAL = Pattern.compile("(\\d+)(?::(\\d+)\\|[^,]*)?");

  /** One line of trials: a file with a block for each. */
  private record Entry(Path file, List<TrialKey> keys, List<Long> evaluations) {}

  private final Keys keys = new Keys();
  private final Map<String, ForeignRun.Algorithm> algorithms = new LinkedHashMap<>();
  private final List<Entry> entries = new ArrayList<>();

  private CocoImport() {}

  /**
   * What lies in {@code folder} and below.
   *
   * @throws ForeignFormatException if there is nothing of COCO's, or it is not of the suite bbob
   * @throws IOException if a file cannot be read
   */
  public static ForeignRun read(Path folder) throws IOException, ForeignFormatException {
    List<Path> infos;
    try (Stream<Path> walk = Files.walk(folder)) {
      infos = walk.filter(file -> file.toString().endsWith(".info")).sorted().toList();
    }
    if (infos.isEmpty()) {
      throw new ForeignFormatException(
          folder.toString(), "holds no .info file, so it is no folder of COCO's");
    }
    CocoImport reading = new CocoImport();
    for (Path info : infos) {
      reading.readInfo(info);
    }
    List<TrialKey> all = new ArrayList<>();
    reading.entries.forEach(entry -> all.addAll(entry.keys()));
    return new ForeignRun(List.copyOf(reading.algorithms.values()), all, reading::forEach);
  }

  private void readInfo(Path info) throws IOException, ForeignFormatException {
    Map<String, String> words = Map.of();
    for (String line : Files.readAllLines(info, StandardCharsets.ISO_8859_1)) {
      if (line.isBlank() || line.startsWith("%")) {
        continue;
      }
      if (line.contains("=")) {
        words = words(line);
      } else {
        entries.add(entry(info, words, line));
      }
    }
  }

  private static Map<String, String> words(String line) {
    Map<String, String> words = new LinkedHashMap<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.put(matcher.group(1), matcher.group(2).replaceAll("^['\"]|['\"]$", ""));
    }
    return words;
  }

  private Entry entry(Path info, Map<String, String> words, String line)
      throws ForeignFormatException {
    String suite = words.getOrDefault("suite", "bbob");
    if (!suite.equals("bbob")) {
      throw new ForeignFormatException(
          info.toString(), "is of the suite " + suite + "; only bbob can be imported");
    }
    int function = number(info, words, "funcId", "function");
    int dimension = number(info, words, "DIM", "dim");
    if (function < 1 || function > 24) {
      throw new ForeignFormatException(
          info.toString(), "tells of function " + function + "; BBOB has 1 to 24");
    }
    String name = words.getOrDefault("algId", words.getOrDefault("algorithm", "imported"));
    String id = Keys.id(name);
    algorithms.putIfAbsent(id, new ForeignRun.Algorithm(id, name));
    String[] cells = line.split(",\\s*", -1);
    Path parent = Optional.ofNullable(info.getParent()).orElse(Path.of(""));
    List<TrialKey> trials = new ArrayList<>();
    List<Long> evaluations = new ArrayList<>();
    for (int i = 1; i < cells.length; i++) {
      Matcher trial = TRIAL.matcher(cells[i].strip());
      if (!trial.matches()) {
        throw new ForeignFormatException(
            info.toString(),
            "has a trial that reads \"" + cells[i] + "\"; it should read like 1:2000|1.2e-02");
      }
      trials.add(
          keys.next(id, BbobNumber.id(function), dimension, Integer.parseInt(trial.group(1))));
      evaluations.add(trial.group(2) == null ? 0L : Long.parseLong(trial.group(2)));
    }
    return new Entry(parent.resolve(cells[0].strip().replace('\\', '/')), trials, evaluations);
  }

  private static int number(Path info, Map<String, String> words, String... names)
      throws ForeignFormatException {
    for (String name : names) {
      String word = words.get(name);
      if (word != null) {
        try {
          return Integer.parseInt(word);
        } catch (NumberFormatException e) {
          throw new ForeignFormatException(
              info.toString(), name + " is \"" + word + "\"; it should be a whole number");
        }
      }
    }
    throw new ForeignFormatException(info.toString(), "does not say " + names[0]);
  }

  private void forEach(Consumer<TrialRecord> reader) throws IOException, ForeignFormatException {
    for (Entry entry : entries) {
      List<Improving> trials = new ArrayList<>();
      entry.keys().forEach(key -> trials.add(new Improving()));
      readBlocks(entry.file(), trials);
      Path others = Path.of(entry.file().toString().replaceFirst("\\.dat$", ".tdat"));
      if (Files.exists(others)) {
        readBlocks(others, trials);
      }
      for (int i = 0; i < trials.size(); i++) {
        reader.accept(trials.get(i).record(entry.keys().get(i), entry.evaluations().get(i)));
      }
    }
  }

  /** Each trial's block begins with a line of explanation. */
  private static void readBlocks(Path file, List<Improving> trials)
      throws IOException, ForeignFormatException {
    int block = -1;
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      int number = 0;
      for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.startsWith("%")) {
          block++;
        } else if (!line.isBlank()) {
          if (block < 0 || block >= trials.size()) {
            throw new ForeignFormatException(
                file.toString(),
                "line " + number + " belongs to no trial that the .info file tells of");
          }
          readLine(file, number, line, trials.get(block));
        }
      }
    }
  }

  private static void readLine(Path file, int number, String line, Improving trial)
      throws ForeignFormatException {
    String[] cells = line.strip().split("\\s+", -1);
    try {
      trial.add(
          (long) Double.parseDouble(cells[0]),
          Double.parseDouble(cells[2].replaceFirst("(?i)^([+-]?)inf$", "$1Infinity")));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new ForeignFormatException(
          file.toString(),
          "line " + number + " should begin with three numbers; it reads \"" + line + "\"");
    }
  }
}
