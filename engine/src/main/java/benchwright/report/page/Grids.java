package benchwright.report.page;

import benchwright.report.chart.Chart;
import benchwright.report.chart.SvgChart;
import benchwright.report.markup.Markup;
import java.util.List;

/** Charts in a page: one, or many small ones with a legend for all of them. */
final class Grids {
  private Grids() {}

  /** One chart with a sentence below it, which may be empty. */
  static Markup figure(Chart chart, String caption) {
    Markup markup = new Markup().open("figure").line().add(SvgChart.inline(chart)).line();
    if (!caption.isEmpty()) {
      markup.element("figcaption", caption).line();
    }
    return markup.close();
  }

  /** Small charts side by side, below a legend for all of them or a chart that has one. */
  static Markup many(Markup above, List<? extends Chart> charts) {
    Markup markup = new Markup().open("div").in("group").line().add(above).line();
    markup.open("div").in("many").line();
    for (Chart chart : charts) {
      markup.open("figure").attribute("data-name", chart.title());
      markup.add(SvgChart.inline(chart)).close().line();
    }
    return markup.close().line().close();
  }
}
