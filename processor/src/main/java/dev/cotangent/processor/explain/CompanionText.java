package dev.cotangent.processor.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The members of a companion, found in its text by how stage 7 lays it out: a member of the class
 * begins and ends at two blanks.
 */
final class CompanionText {
  private static final Pattern BEGIN = Pattern.compile("^  [^ }]");
  private static final Pattern METHOD = Pattern.compile("^  (?:[\\w.<>\\[\\]]+ )+(\\w+)\\(.*");
  private static final Pattern CALL = Pattern.compile("\\b(\\w+)\\(");
  private static final Pattern PLACE = Pattern.compile("^(.*?)\\s*// +(\\d+)$");

  private final List<Method> methods = new ArrayList<>();

  /**
   * A method of the companion.
   *
   * @param isHelper whether only other members call it
   */
  private record Method(String name, boolean isHelper, List<String> lines) {}

  /**
   * A line of a companion.
   *
   * @param code what it says, without its comment
   * @param place the line of the user's file that it belongs to; 0 for none
   */
  record Line(String code, int place) {}

  CompanionText(String text) {
    List<String> member = new ArrayList<>();
    for (String line : text.lines().toList()) {
      boolean begins = BEGIN.matcher(line).find();
      if (begins) {
        add(member);
        member.clear();
      }
      if (begins || !member.isEmpty()) {
        member.add(line);
      }
      if (line.equals("  }")) {
        add(member);
        member.clear();
      }
    }
  }

  private void add(List<String> member) {
    Matcher head = METHOD.matcher(member.isEmpty() ? "" : member.get(0));
    if (head.matches()) {
      boolean helper = member.get(0).startsWith("  private ");
      methods.add(new Method(head.group(1), helper, List.copyOf(member)));
    }
  }

  /**
   * The longest method of that name, which is the one that does the work, and the helpers that it
   * calls, directly or not; empty if there is none.
   */
  List<Line> member(String name) {
    Optional<Method> longest =
        methods.stream()
            .filter(method -> method.name().equals(name) && !method.isHelper())
            .reduce((one, other) -> other.lines().size() > one.lines().size() ? other : one);
    Set<Method> all = new LinkedHashSet<>();
    longest.ifPresent(method -> collect(method, all));
    List<Line> lines = new ArrayList<>();
    for (Method method : all) {
      if (!lines.isEmpty()) {
        lines.add(new Line("", 0));
      }
      method.lines().forEach(line -> lines.add(line(line.substring(2))));
    }
    return lines;
  }

  private void collect(Method method, Set<Method> found) {
    if (!found.add(method)) {
      return;
    }
    Set<String> called = new LinkedHashSet<>();
    method
        .lines()
        .forEach(line -> CALL.matcher(line).results().forEach(c -> called.add(c.group(1))));
    methods.stream()
        .filter(other -> other.isHelper() && called.contains(other.name()))
        .forEach(helper -> collect(helper, found));
  }

  private static Line line(String text) {
    Matcher place = PLACE.matcher(text);
    return place.matches()
        ? new Line(place.group(1), Integer.parseInt(place.group(2)))
        : new Line(text, 0);
  }
}
