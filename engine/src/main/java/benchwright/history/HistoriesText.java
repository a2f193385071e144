package benchwright.history;

import benchwright.artifact.CommitStamp;
import benchwright.artifact.Documents;
import benchwright.artifact.Formats;
import benchwright.artifact.SuiteStamp;
import kotlinx.serialization.json.JsonObject;

/**
 * The text of a histories file around its trials; a trial a line, so that people can read it too.
 */
final class HistoriesText {
  private HistoriesText() {}

  static SuiteStamp suite(RunHeader header) {
    return new SuiteStamp(
        header.suite().name(), header.suite().title(), header.suiteFile(), header.suiteSha256());
  }

  /** The fields that are the same in every file of a run. */
  static byte[] opening(RunHeader header) {
    JsonBytes to = new JsonBytes(512);
    to.beginObject();
    to.key("$schema").value(Formats.HISTORIES);
    to.key("formatVersion").value(Formats.VERSION);
    to.key("runId").value(header.runId());
    SuiteStamp suite = suite(header);
    to.key("suite").beginObject();
    to.key("name").value(suite.name());
    to.key("title").value(suite.title());
    to.key("file").valueOrNull(suite.file());
    to.key("sha256").valueOrNull(suite.sha256()).endObject();
    CommitStamp commit = header.commit();
    to.key("commit").beginObject();
    to.key("sha").valueOrNull(commit.sha());
    to.key("branch").valueOrNull(commit.branch());
    to.key("dirty").value(commit.dirty()).endObject();
    return to.raw(',').raw('\n').toByteArray();
  }

  /** From the optimizer up to the bracket before the first trial. */
  static void pair(String optimizer, String function, JsonBytes to) {
    to.element().key("optimizer").json(optimizer).raw(',').raw('\n');
    to.element().key("function").json(function).raw(',').raw('\n');
    to.element().key("trials").raw('[').element();
  }

  /** From the bracket after the last trial up to the bracket before the first circumstance. */
  static void circumstances(JsonBytes to) {
    to.raw('\n').raw(']').raw(',').raw('\n').element().key("circumstances").raw('[').element();
  }

  static void closing(JsonBytes to) {
    to.raw('\n').raw(']').raw('}').raw('\n');
  }

  /** The description of an optimizer or a function, which the header is known to have. */
  static String description(java.util.Map<String, JsonObject> descriptions, String id) {
    JsonObject description = descriptions.get(id);
    if (description == null) {
      throw new IllegalArgumentException("nothing describes " + id);
    }
    return Documents.text(description);
  }
}
