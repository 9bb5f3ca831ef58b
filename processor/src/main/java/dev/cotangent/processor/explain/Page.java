package dev.cotangent.processor.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Stage 8: the page about a method. Code first, since it is what readers came for; then what is
 * active, what is kept, where it is not smooth, and what it costs.
 */
public final class Page {
  /** No browser fetches anything for this page. */
  private static final String ALONE =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

  private final Explanation it;
  private final ActiveNames active;
  private final List<Kept> kept;
  private final List<Work.Row> work;
  private final Html html = new Html();

  private Page(Explanation it) {
    this.it = it;
    this.active = new ActiveNames(it);
    this.kept = Kept.in(it.adjoint());
    this.work = Work.compared(it.method(), it.adjoint());
  }

  /** The page as one file. */
  public static String of(Explanation it) {
    return new Page(it).write();
  }

  private String write() {
    String title = it.model().names().display();
    html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").raw("\n").open("head").raw("\n");
    html.raw("<meta charset=\"utf-8\"/>\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + ALONE + "\"/>\n");
    html.element("title", title + " and its adjoint").raw("\n");
    html.open("style").raw("\n" + resource("page.css")).close().raw("\n").close().raw("\n");
    html.open("body").raw("\n").open("header");
    html.element("p", "Cotangent explains", "class", "kicker");
    html.element("h1", title);
    chips();
    html.close().raw("\n").open("main").raw("\n");
    new Panes(it, active, kept, html).write();
    new Sections(it, active, kept, work, html).write();
    html.close().raw("\n");
    html.open("script").raw("\n" + resource("page.js")).close().raw("\n");
    return html.close().raw("\n").close().raw("\n").toString();
  }

  private void chips() {
    html.open("ul", "class", "chips");
    String wrt = it.model().wrt().stream().map(p -> p.name()).collect(Collectors.joining(", "));
    chip("wrt", "differentiated in " + wrt);
    String ratio = String.format(Locale.ROOT, "%.1f", Work.ratio(work));
    chip("cost", "value and adjoint ≈ " + ratio + " × the method");
    chip("kept", kept.isEmpty() ? "keeps nothing" : "keeps " + count(kept.size(), "value"));
    int notes = new TreeSet<>(it.notes().stream().map(n -> n.range().line()).toList()).size();
    chip("note", notes == 0 ? "smooth as far as can be seen" : "notes on " + count(notes, "line"));
    html.close();
  }

  private void chip(String kind, String text) {
    html.element("li", text, "class", kind);
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String resource(String name) {
    try (InputStream stream = Page.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
