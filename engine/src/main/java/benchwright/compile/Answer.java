package benchwright.compile;

import benchwright.script.Mistake;
import benchwright.script.Reading;
import benchwright.suite.SuiteJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kotlinx.serialization.KSerializer;
import kotlinx.serialization.builtins.BuiltinSerializersKt;
import kotlinx.serialization.json.Json;

/** What the compiler process leaves for the process that started it, as files in a folder. */
final class Answer {
  static final String MISTAKES = "mistakes.json";

  private Answer() {}

  static void write(Reading reading, Path folder) throws IOException {
    if (reading instanceof Reading.Sound sound) {
      Files.writeString(folder.resolve(SuiteCache.SUITE), SuiteJson.write(sound.suite()));
    } else if (reading instanceof Reading.Mistaken mistaken) {
      Files.writeString(
          folder.resolve(MISTAKES), Json.Default.encodeToString(list(), mistaken.mistakes()));
    }
  }

  /**
   * The answer in {@code folder}.
   *
   * @throws IOException if there is none
   */
  static Reading read(Path folder) throws IOException {
    Path mistakes = folder.resolve(MISTAKES);
    if (Files.exists(mistakes)) {
      return new Reading.Mistaken(
          Json.Default.decodeFromString(list(), Files.readString(mistakes)));
    }
    return new Reading.Sound(SuiteJson.read(Files.readString(folder.resolve(SuiteCache.SUITE))));
  }

  private static KSerializer<List<Mistake>> list() {
    return BuiltinSerializersKt.ListSerializer(Mistake.Companion.serializer());
  }
}
