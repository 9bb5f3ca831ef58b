package dev.cotangent.processor.rules;

import dev.cotangent.NonSmooth;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.rules.SingularPoints.Convention;
import dev.cotangent.processor.rules.SingularPoints.SingularPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The generated sections of the page of derivative rules, written from the tables. */
final class RulesPage {
  private RulesPage() {}

  /** A section's name and its text. */
  static Map<String, String> sections() {
    Map<String, String> sections = new LinkedHashMap<>();
    sections.put("operators", rules(operators()));
    sections.put("functions", rules(functions(FunctionTable.MATH, MathCall.MATH)));
    sections.put("literals", literals());
    sections.put("constant", names(FunctionTable.MATH));
    sections.put("refused", refused());
    sections.put("formulas", rules(functions(FormulaTable.FORMULAS, MathCall.ADJOINT)));
    sections.put("constant-formulas", names(FormulaTable.FORMULAS));
    sections.put("singular", singular());
    return sections;
  }

  private static List<Subject> operators() {
    Stream<BinaryOperator> binary =
        Stream.of(BinaryOperator.values()).filter(OperatorTable.BINARY::containsKey);
    return Stream.concat(binary.map(Subject::binary), Stream.of(Subject.negate())).toList();
  }

  private static List<Subject> functions(List<Rule> table, String owner) {
    return table.stream()
        .filter(rule -> rule.flow() == Rule.Flow.CONTINUES)
        .map(rule -> Subject.function(owner, rule.name(), parameters(rule), PrimitiveType.DOUBLE))
        .toList();
  }

  private static List<PrimitiveType> parameters(Rule rule) {
    List<PrimitiveType> types =
        new ArrayList<>(Collections.nCopies(rule.scalings().size(), PrimitiveType.DOUBLE));
    if (rule.name().equals("scalb")) {
      types.set(1, PrimitiveType.INT);
    }
    return types;
  }

  private static String rules(List<Subject> subjects) {
    String head =
        "| r | to the first argument | to the second | to the third |\n|---|---|---|---|\n";
    return subjects.stream()
        .map(s -> row(s, Collections.nCopies(s.arity(), null)))
        .collect(Collectors.joining("", head, ""));
  }

  private static String row(Subject subject, List<Object> constants) {
    List<String> cells = new ArrayList<>();
    cells.add(code(call(subject, constants)));
    for (int i = 0; i < 3; i++) {
      boolean present = i < subject.arity() && constants.get(i) == null;
      cells.add(present ? code(share(subject, i, constants)) : "");
    }
    return cells.stream().map(cell -> " " + cell).collect(Collectors.joining(" |", "|", " |\n"));
  }

  private static String share(Subject subject, int argument, List<Object> constants) {
    return subject.rule().isZero(argument)
        ? "0"
        : FormulaText.of(subject.scaling(argument, NonSmooth.STRONG_ZERO, constants));
  }

  private static String call(Subject subject, List<Object> constants) {
    List<String> arguments = new ArrayList<>(subject.parameterNames());
    for (int i = 0; i < arguments.size(); i++) {
      if (constants.get(i) != null) {
        arguments.set(i, number((double) constants.get(i)));
      }
    }
    if (Character.isLetter(subject.name().charAt(0)) && !subject.name().equals("negate")) {
      return subject.name() + "(" + String.join(", ", arguments) + ")";
    }
    return subject.arity() == 1
        ? "-" + arguments.get(0)
        : String.join(" " + subject.name() + " ", arguments);
  }

  private static String literals() {
    StringBuilder rows = new StringBuilder("| r | to the variable |\n|---|---|\n");
    rows.append(literal(Subjects.find("/").orElseThrow(), 1.0, null));
    for (double p : new double[] {-1, 0, 0.5, 1, 2, 3, 4}) {
      rows.append(literal("pow", null, p));
    }
    rows.append(literal("pow", 2.0, null));
    for (String name : List.of("max", "min")) {
      rows.append(literal(name, null, 1.0)).append(literal(name, 1.0, null));
    }
    return rows.toString();
  }

  private static String literal(String name, Double x, Double y) {
    Subject subject =
        Subject.function(
            MathCall.MATH,
            name,
            List.of(PrimitiveType.DOUBLE, PrimitiveType.DOUBLE),
            PrimitiveType.DOUBLE);
    return literal(subject, x, y);
  }

  private static String literal(Subject subject, Double x, Double y) {
    List<Object> constants = Arrays.asList(x, y);
    String share = share(subject, x == null ? 0 : 1, constants);
    return "| " + code(call(subject, constants)) + " | " + code(share) + " |\n";
  }

  private static String names(List<Rule> table) {
    return table.stream()
        .filter(rule -> rule.flow() == Rule.Flow.VANISHES)
        .map(rule -> code(rule.name()))
        .collect(Collectors.joining(", ", "", ".\n"));
  }

  private static String refused() {
    StringBuilder rows = new StringBuilder("| function | why |\n|---|---|\n");
    new TreeMap<>(FunctionTable.REFUSED)
        .forEach(
            (name, why) ->
                rows.append("| ").append(code(name)).append(" | ").append(why).append(" |\n"));
    return rows.toString();
  }

  private static String singular() {
    StringBuilder rows = new StringBuilder("| place | partials | why |\n|---|---|---|\n");
    for (Convention convention : SingularPoints.CONVENTIONS) {
      String points =
          convention.points().stream().map(RulesPage::point).collect(Collectors.joining("<br>"));
      rows.append("| " + convention.place() + " | " + points + " | " + convention.why() + " |\n");
    }
    return rows.toString();
  }

  private static String point(SingularPoint point) {
    String call =
        point.function().equals("%")
            ? number(point.at().get(0)) + " % " + number(point.at().get(1))
            : point.function() + numbers(point.at());
    String partials = numbers(point.partials());
    boolean single = point.partials().size() == 1;
    return code(call + " → " + (single ? number(point.partials().get(0)) : partials));
  }

  private static String numbers(List<Double> numbers) {
    return numbers.stream().map(RulesPage::number).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String number(double number) {
    String digits =
        number == Math.rint(number) && Double.isFinite(number)
            ? (1 / number < 0 && number == 0 ? "-0" : String.valueOf((long) number))
            : String.valueOf(number).replace("Infinity", "∞");
    return digits.replace('-', '−');
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
