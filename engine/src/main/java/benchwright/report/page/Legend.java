package benchwright.report.page;

import benchwright.report.chart.SvgChart;
import benchwright.report.markup.Markup;
import java.util.List;

/** The names of curves for many small charts, as buttons for the script. */
final class Legend {
  private final List<String> names;

  Legend(List<String> names) {
    this.names = List.copyOf(names);
  }

  Markup render() {
    Markup markup = new Markup().open("div").in("legend").attribute("aria-label", "Legend");
    for (int i = 0; i < names.size(); i++) {
      markup.open("span").in("key").attribute("data-series", names.get(i));
      markup.add(SvgChart.swatch(i)).element("bdi", names.get(i)).close();
    }
    return markup.close();
  }
}
