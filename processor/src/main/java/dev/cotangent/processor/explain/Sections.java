package dev.cotangent.processor.explain;

import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.ir.SourceRange;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the page says in words and tables. */
final class Sections {
  private static final Set<String> FIGURES = Set.of("the method", "value and adjoint", "times");
  private static final int LONGEST_NAME = 40;

  private final Explanation it;
  private final ActiveNames active;
  private final List<Kept> kept;
  private final List<Work.Row> work;
  private final Html html;

  Sections(Explanation it, ActiveNames active, List<Kept> kept, List<Work.Row> work, Html html) {
    this.it = it;
    this.active = active;
    this.kept = kept;
    this.work = work;
    this.html = html;
  }

  void write() {
    section("active", "What is active", this::active);
    section("kept", "What is kept for the reverse sweep, and why", this::kept);
    section("notes", "Kinks, branches and other notes", this::notes);
    section("cost", "Estimated cost", this::cost);
  }

  private void section(String id, String title, Runnable content) {
    html.open("section", "class", "card", "id", id).raw("\n");
    html.element("h2", title).raw("\n");
    content.run();
    html.close().raw("\n");
  }

  private void active() {
    say(
        "A value is active if it depends on what is differentiated and the result depends on it."
            + " Only active values have adjoints.");
    table("variable", "type", "depends on", "the result depends on it", "");
    for (Map.Entry<String, ActiveNames.Variable> entry : active.variables().entrySet()) {
      ActiveNames.Variable variable = entry.getValue();
      html.open("tr");
      html.open("td").element("code", entry.getKey()).close();
      html.open("td").element("code", variable.type()).close();
      html.element("td", variable.inputs().isEmpty() ? "–" : String.join(", ", variable.inputs()));
      html.element("td", variable.isUseful() ? "yes" : "no");
      html.open("td");
      if (variable.isActive()) {
        html.element("span", "active", "class", "badge active");
      } else {
        html.element("span", "passive", "class", "badge");
      }
      html.close().close().raw("\n");
    }
    endTable();
  }

  private void kept() {
    if (kept.isEmpty()) {
      say(
          "Nothing. What the reverse sweep needs is still there, or is computed again more cheaply"
              + " than kept: no record grows with the data.");
      return;
    }
    say("The reverse sweep goes backwards and asks for values that are gone by then.");
    table("value", "line", "kept in", "asked for by the derivatives of", "why it is kept");
    for (Kept each : kept) {
      row(each.value().source(), each.line());
      html.open("td").element("code", name(each)).close();
      html.element("td", line(each.line()));
      html.element("td", each.place());
      html.element("td", lines(each.users()));
      html.element("td", each.why()).close().raw("\n");
    }
    endTable();
  }

  /** The user's name for it, or how it is written. */
  private String name(Kept each) {
    SourceRange range = each.value().source();
    if (!each.value().name().isEmpty() || !range.isKnown()) {
      return each.value().name().isEmpty() ? "a value" : each.value().name();
    }
    String text = it.source().at(range).replaceAll("\\s+", " ");
    return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME) + " …";
  }

  private void notes() {
    if (it.notes().isEmpty()) {
      say("None: no kinks, no comparisons of active values, nothing that cuts a derivative off.");
      return;
    }
    say("These are no mistakes. They tell where a derivative is one-sided, zero or a choice.");
    table("line", "code", "what");
    for (Diagnostic note : it.notes()) {
      row(note.range(), note.range().line());
      html.element("td", line(note.range().line()));
      html.open("td").element("code", note.code().id()).close();
      html.element("td", note.message().replaceFirst("^\\[\\w+] ", "")).close().raw("\n");
    }
    endTable();
  }

  private void cost() {
    say(
        "In rough multiples of an addition, per run of the place: additions and loads 1, divisions"
            + " 3, roots 5, functions such as exp 15. Both branches of an if count.");
    int most = work.stream().mapToInt(Work.Row::adjoint).max().orElse(1);
    table("place", "the method", "value and adjoint", "times", "");
    for (Work.Row row : work) {
      int line = row.loops().isEmpty() ? 0 : row.loops().get(row.loops().size() - 1);
      row(SourceRange.NONE, line);
      html.element("td", place(row.loops()));
      html.element("td", "" + row.method(), "class", "figure");
      html.element("td", "" + row.adjoint(), "class", "figure");
      String times = row.method() == 0 ? "–" : tenths(row.adjoint(), row.method());
      html.element("td", times, "class", "figure").open("td", "class", "bars");
      bar("mine", row.method(), most);
      bar("theirs", row.adjoint(), most);
      html.close().close().raw("\n");
    }
    endTable();
  }

  private void bar(String kind, int length, int most) {
    int percent = Math.min(100, 100 * length / Math.max(1, most));
    html.element("span", "", "class", "bar " + kind, "style", "width:" + percent + "%");
  }

  private static String tenths(int dividend, int divisor) {
    long tenths = Math.round(10.0 * dividend / divisor);
    return tenths / 10 + "." + tenths % 10;
  }

  private static String place(List<Integer> loops) {
    if (loops.isEmpty()) {
      return "once";
    }
    String path = loops.stream().map(String::valueOf).collect(Collectors.joining(" › "));
    return "each iteration, loop in line " + path;
  }

  private void row(SourceRange place, int line) {
    if (place.isKnown() || line > 0) {
      html.open("tr", "data-line", "" + line, "tabindex", "0");
    } else {
      html.open("tr");
    }
  }

  private static String line(int line) {
    return line == 0 ? "–" : "" + line;
  }

  private static String lines(Set<Integer> lines) {
    if (lines.isEmpty()) {
      return "–";
    }
    String list = lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return (lines.size() == 1 ? "line " : "lines ") + list;
  }

  private void say(String text) {
    html.element("p", text).raw("\n");
  }

  private void table(String... heads) {
    html.open("div", "class", "wide").open("table").open("thead").open("tr");
    for (String head : heads) {
      boolean figure = FIGURES.contains(head);
      html.element("th", head, "class", figure ? "figure" : "words");
    }
    html.close().close().open("tbody").raw("\n");
  }

  private void endTable() {
    html.close().close().close().raw("\n");
  }
}
