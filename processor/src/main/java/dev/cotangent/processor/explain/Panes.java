package dev.cotangent.processor.explain;

import dev.cotangent.Derivative;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.frontend.SourceText;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.SourceRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The method and its derivatives side by side. Lines that belong together have the same {@code
 * data-line}, the line of the user's file, by which the page's script lights them up.
 */
final class Panes {
  private final Explanation it;
  private final ActiveNames active;
  private final Set<Integer> keptLines;
  private final Map<Integer, String> notes;
  private final Html html;

  Panes(Explanation it, ActiveNames active, List<Kept> kept, Html html) {
    this.it = it;
    this.active = active;
    this.keptLines = kept.stream().map(Kept::line).collect(Collectors.toCollection(TreeSet::new));
    this.notes =
        it.notes().stream()
            .collect(
                Collectors.toMap(
                    note -> note.range().line(), note -> note.message(), (a, b) -> a + "\n" + b));
    this.html = html;
  }

  void write() {
    html.open("section", "class", "panes").raw("\n");
    html.open("article", "class", "pane mine").raw("\n");
    html.open("h2").text("Your method").close();
    legend();
    excerpts().forEach(this::excerpt);
    html.close().raw("\n").open("article", "class", "pane theirs").raw("\n");
    derivatives();
    html.close().raw("\n").close().raw("\n");
  }

  private void legend() {
    html.open("p", "class", "legend");
    html.element("span", "active", "class", "active").text(" has an adjoint · ");
    html.element("span", "●", "class", "dot kept").text(" is kept for the reverse sweep · ");
    html.element("span", "▲", "class", "dot note").text(" is noted below");
    html.close().raw("\n");
  }

  /** The method, then the helpers that went into its program. */
  private List<SourceRange> excerpts() {
    SourceText source = it.source();
    Set<Integer> places = new TreeSet<>();
    for (Function function : it.method().functions()) {
      Structure.forEach(
          function.body(), op -> op.results().forEach(value -> places.add(value.source().start())));
    }
    List<SourceRange> found = new ArrayList<>(List.of(source.asked()));
    for (SourceRange method : source.methods()) {
      boolean apart = found.stream().noneMatch(other -> contains(other, method.start()));
      if (apart && places.stream().anyMatch(place -> contains(method, place))) {
        found.add(method);
      }
    }
    return found;
  }

  private static boolean contains(SourceRange range, int place) {
    return range.start() <= place && place < range.end();
  }

  private void excerpt(SourceRange range) {
    int begin = it.source().text().lastIndexOf('\n', range.start()) + 1;
    String text = it.source().text().substring(begin, range.end()).stripIndent();
    List<List<JavaText.Piece>> lines = JavaText.lines(text);
    html.open("ol", "class", "code").raw("\n");
    for (int i = 0; i < lines.size(); i++) {
      int number = range.line() + i;
      String kind = active.isActive(number) ? "line varied" : "line";
      html.open("li", "class", kind, "data-line", "" + number, "tabindex", "0");
      html.element("span", "" + number, "class", "number");
      marks(number);
      code(lines.get(i));
      html.close().raw("\n");
    }
    html.close().raw("\n");
  }

  private void marks(int number) {
    html.open("span", "class", "marks");
    if (keptLines.contains(number)) {
      html.element("span", "●", "class", "dot kept", "title", "kept for the reverse sweep");
    }
    if (notes.containsKey(number)) {
      html.element("span", "▲", "class", "dot note", "title", notes.get(number));
    }
    html.close();
  }

  private void code(List<JavaText.Piece> pieces) {
    html.open("code");
    for (JavaText.Piece piece : pieces) {
      boolean lit = piece.kind() == JavaText.Kind.NAME && active.isActive(piece.text());
      String kind = lit ? "active" : piece.kind().name().toLowerCase(Locale.ROOT);
      if (piece.kind() == JavaText.Kind.PLAIN || kind.equals("name")) {
        html.text(piece.text());
      } else {
        html.element("span", piece.text(), "class", kind);
      }
    }
    html.close();
  }

  private void derivatives() {
    CompanionText companion = new CompanionText(it.companion());
    Map<String, List<CompanionText.Line>> members = new LinkedHashMap<>();
    for (Derivative mode : Derivative.values()) {
      String name = mode.name().toLowerCase(Locale.ROOT);
      List<CompanionText.Line> lines = companion.member(name);
      if (!lines.isEmpty()) {
        members.put(name, lines);
      }
    }
    html.open("h2").text("What " + it.model().names().companion() + " runs").close();
    html.open("div", "class", "tabs", "role", "tablist");
    boolean first = true;
    for (String name : members.keySet()) {
      html.element(
          "button",
          name,
          "type",
          "button",
          "role",
          "tab",
          "aria-controls",
          "member-" + name,
          "aria-selected",
          "" + first);
      first = false;
    }
    html.close().raw("\n");
    members.forEach((name, lines) -> member(name, lines, name.equals(first(members))));
  }

  private static String first(Map<String, ?> members) {
    return members.keySet().iterator().next();
  }

  private void member(String name, List<CompanionText.Line> lines, boolean shown) {
    String kind = shown ? "code member shown" : "code member";
    html.open("ol", "class", kind, "id", "member-" + name, "role", "tabpanel").raw("\n");
    String code = lines.stream().map(CompanionText.Line::code).collect(Collectors.joining("\n"));
    List<List<JavaText.Piece>> pieces = JavaText.lines(code);
    for (int i = 0; i < lines.size(); i++) {
      int place = lines.get(i).place();
      if (place > 0) {
        html.open("li", "class", "line", "data-line", "" + place, "tabindex", "0");
        html.element("span", "" + place, "class", "number");
      } else {
        html.open("li", "class", "line").element("span", "", "class", "number");
      }
      derived(pieces.get(i));
      html.close().raw("\n");
    }
    html.close().raw("\n");
  }

  /** Adjoints and shadows have names that end as stage 5 makes them. */
  private void derived(List<JavaText.Piece> pieces) {
    html.open("code");
    for (JavaText.Piece piece : pieces) {
      boolean adjoint =
          piece.kind() == JavaText.Kind.NAME && piece.text().matches("\\w+(Bar|Dot)\\w*");
      String kind = adjoint ? "active" : piece.kind().name().toLowerCase(Locale.ROOT);
      if (piece.kind() == JavaText.Kind.PLAIN || kind.equals("name")) {
        html.text(piece.text());
      } else {
        html.element("span", piece.text(), "class", kind);
      }
    }
    html.close();
  }
}
