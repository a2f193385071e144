package benchwright.report.page;

import benchwright.report.chart.SvgChart;
import benchwright.report.markup.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * The frame of a page: head, heading, table of contents, sections. Style and script are in the page
 * and are the only ones that its security policy lets a browser use; it loads nothing.
 */
final class Page {
  private Page() {}

  /**
   * The whole page.
   *
   * @param subtitle stands below the title.
   */
  static String render(String title, Markup subtitle, List<Section> sections) {
    String style = SvgChart.style() + resource("page.css");
    String script = resource("page.js");
    Markup page = new Markup();
    page.open("html").attribute("lang", "en").line().open("head").line();
    page.open("meta").attribute("charset", "utf-8").close().line();
    meta(page, "viewport", "width=device-width,initial-scale=1");
    page.open("meta")
        .attribute("http-equiv", "Content-Security-Policy")
        .attribute(
            "content",
            "default-src 'none'; style-src '"
                + hash(style)
                + "'; script-src '"
                + hash(script)
                + "'; base-uri 'none'; form-action 'none'")
        .close()
        .line();
    meta(page, "referrer", "no-referrer");
    page.element("title", title).line();
    page.open("style").source(style).close().line().close().line();
    page.open("body").line();
    header(page, title, subtitle);
    page.open("div").in("frame").line();
    contents(page, sections);
    page.open("main").attribute("id", "content").line();
    for (Section section : sections) {
      page.open("section").attribute("id", section.id());
      page.element("h2", section.title()).line();
      page.add(section.body()).line();
      page.close().line();
    }
    page.close().line().close().line();
    page.open("script").source(script).close().line();
    page.close().line().close();
    return "<!DOCTYPE html>\n" + page + "\n";
  }

  private static void header(Markup page, String title, Markup subtitle) {
    page.open("header").line();
    page.open("a").in("skip").attribute("href", "#content").text("To the content").close().line();
    page.open("div").open("h1").element("bdi", title).close().line().add(subtitle).close().line();
    page.open("button")
        .attribute("id", "theme")
        .attribute("type", "button")
        .flag("hidden")
        .text("Dark")
        .close();
    page.close().line();
  }

  private static void contents(Markup page, List<Section> sections) {
    page.open("nav").attribute("aria-label", "Contents").open("ol").line();
    for (Section section : sections) {
      page.open("li").open("a").attribute("href", "#" + section.id()).text(section.title());
      page.close().close().line();
    }
    page.close().close().line();
  }

  private static void meta(Markup page, String name, String content) {
    page.open("meta").attribute("name", name).attribute("content", content).close().line();
  }

  /** As a security policy names a style or a script. */
  private static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
