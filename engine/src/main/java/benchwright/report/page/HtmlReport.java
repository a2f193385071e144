package benchwright.report.page;

import benchwright.analysis.Review;
import benchwright.artifact.Manifest;
import benchwright.artifact.Timings;
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

  /**
   * The page.
   *
   * @param timings what was timed; empty for a run of optimizers.
   */
  public static String render(Review review, List<Timings> timings) {
    Manifest manifest = review.manifest();
    String title =
        manifest.suite().title().isEmpty() ? manifest.suite().name() : manifest.suite().title();
    List<Section> sections = new ArrayList<>();
    sections.add(new Overview(review, timings).section());
    sections.addAll(new OptimizerSections(review).all());
    sections.addAll(new TableSections(review).all());
    sections.addAll(new TimingSections(review, timings).all());
    sections.addAll(new RunSections(review).all());
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
