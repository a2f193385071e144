package benchwright.report.page;

import benchwright.artifact.Manifest;
import benchwright.report.Findings;
import benchwright.report.markup.Markup;
import java.util.ArrayList;
import java.util.List;

/**
 * A run as one HTML page that opens from a file and loads nothing: style, script and charts are in
 * it. Without a script all charts and tables are there; with one, values under the pointer, curves
 * that can be hidden, tables that can be sorted.
 */
public final class HtmlReport {
  private HtmlReport() {}

  /** The page, about 1 MB for all of BBOB and three optimizers. */
  public static String render(Findings findings) {
    Manifest manifest = findings.manifest();
    String title =
        manifest.suite().title().isEmpty() ? manifest.suite().name() : manifest.suite().title();
    List<Section> sections = new ArrayList<>();
    sections.add(new Overview(findings).section());
    sections.addAll(new OptimizerSections(findings.review()).all());
    sections.addAll(new TableSections(findings.review()).all());
    sections.addAll(new TimingSections(findings).all());
    sections.addAll(new RunSections(findings).all());
    return Page.render(title, subtitle(manifest), sections);
  }

  private static Markup subtitle(Manifest manifest) {
    Markup markup = new Markup().open("p").in("subtitle");
    markup.element("bdi", manifest.suite().name()).text(" · " + manifest.profile() + " · ");
    markup.element("code", manifest.runId());
    String sha = manifest.commit().sha();
    if (!sha.isEmpty()) {
      markup.text(" · commit ").element("code", sha.substring(0, Math.min(9, sha.length())));
    }
    return markup.close();
  }
}
