package benchwright.cli;

import benchwright.docs.Filler;
import benchwright.docs.Filling;
import benchwright.history.Schemas;
import benchwright.report.SchemaTable;
import java.util.List;

/** Shows the keys of our files in documents: {@code schema:run-manifest}. */
final class SchemaFiller implements Filler {
  @Override
  public String kind() {
    return "schema";
  }

  @Override
  public List<String> names() {
    return Schemas.list();
  }

  @Override
  public Filling text(String name) {
    return names().contains(name)
        ? new Filling.Text(SchemaTable.of(Schemas.text(name)))
        : new Filling.Unknown();
  }
}
