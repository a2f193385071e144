package benchwright.report.page;

import benchwright.report.markup.Markup;
import java.util.ArrayList;
import java.util.List;

/** Panels of which one is seen, by radio buttons: no script is needed, arrow keys work. */
final class Tabs {
  private record Tab(String name, Markup body) {}

  private final String id;
  private final String question;
  private final List<Tab> tabs = new ArrayList<>();

  /**
   * @param question what the buttons ask, such as {@code Dimension}.
   */
  Tabs(String id, String question) {
    this.id = id;
    this.question = question;
  }

  void add(String name, Markup body) {
    tabs.add(new Tab(name, body));
  }

  /** The panel alone if there is but one. */
  Markup render(int chosen) {
    Markup markup = new Markup();
    if (tabs.size() == 1) {
      return tabs.get(0).body();
    }
    markup.open("div").in("tabs").attribute("role", "group").attribute("aria-label", question);
    markup.line();
    for (int i = 0; i < tabs.size(); i++) {
      String each = id + "-" + i;
      markup.open("input").attribute("type", "radio").attribute("name", id).attribute("id", each);
      if (i == chosen) {
        markup.flag("checked");
      }
      markup.close();
      markup.open("label").attribute("for", each).text(tabs.get(i).name()).close().line();
    }
    for (Tab tab : tabs) {
      markup.open("div").in("panel").attribute("data-name", tab.name()).line().add(tab.body());
      markup.close().line();
    }
    return markup.close();
  }
}
