package dev.cotangent.processor.random;

import static dev.cotangent.processor.random.Feature.form;
import static dev.cotangent.processor.random.Sort.ACTION;
import static dev.cotangent.processor.random.Sort.ACTION_NAME;
import static dev.cotangent.processor.random.Sort.BOOLEAN;
import static dev.cotangent.processor.random.Sort.DOUBLE;
import static dev.cotangent.processor.random.Sort.DOUBLES;
import static dev.cotangent.processor.random.Sort.FUNCTION;
import static dev.cotangent.processor.random.Sort.FUNCTION_NAME;
import static dev.cotangent.processor.random.Sort.GRID_NAME;
import static dev.cotangent.processor.random.Sort.INDEXED;
import static dev.cotangent.processor.random.Sort.INDEXED_NAME;
import static dev.cotangent.processor.random.Sort.INT;
import static dev.cotangent.processor.random.Sort.INTS;
import static dev.cotangent.processor.random.Sort.LAW_NAME;
import static dev.cotangent.processor.random.Sort.OPERATOR;
import static dev.cotangent.processor.random.Sort.OPERATOR_NAME;
import static dev.cotangent.processor.random.Sort.STATEMENT;
import static dev.cotangent.processor.random.Sort.SUPPLIER_NAME;
import static dev.cotangent.processor.random.Sort.TEST;
import static dev.cotangent.processor.random.Sort.TEST_NAME;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lambdas, method references, what they are called for, and streams. */
final class Functions {
  private static final List<Feature> USES =
      List.of(
          form(3, DOUBLE, "#.applyAsDouble(#)", FUNCTION_NAME, DOUBLE),
          form(3, DOUBLE, "#.applyAsDouble(#, #)", OPERATOR_NAME, DOUBLE, DOUBLE),
          form(3, DOUBLE, "#.applyAsDouble(#)", INDEXED_NAME, INT),
          form(3, DOUBLE, "#.getAsDouble()", SUPPLIER_NAME),
          form(3, DOUBLE, "#.at(#, #, #)", LAW_NAME, DOUBLES, INT, DOUBLE),
          form(3, STATEMENT, "#.accept(#);", ACTION_NAME, INT),
          form(3, BOOLEAN, "#.test(#)", TEST_NAME, DOUBLE),
          form(1, FUNCTION, "Math::tanh"),
          form(1, FUNCTION, "StrictMath::sin"),
          form(1, FUNCTION, "Math::abs"),
          form(1, OPERATOR, "Math::hypot"),
          form(1, OPERATOR, "Double::sum"),
          stream(1, DOUBLE, "IntStream.range(0, (# & 3)).mapToDouble(#).sum()", INT, INDEXED),
          stream(1, DOUBLE, "IntStream.rangeClosed(0, 2).asDoubleStream().map(#).sum()", FUNCTION),
          stream(1, DOUBLE, "Arrays.stream(#).map(#).sum()", DOUBLES, FUNCTION),
          stream(1, DOUBLE, "Arrays.stream(#).sum()", DOUBLES),
          stream(1, DOUBLE, "Arrays.stream(#).reduce(#, #)", DOUBLES, DOUBLE, OPERATOR),
          stream(1, DOUBLE, "DoubleStream.of(#, #).map(#).sum()", DOUBLE, DOUBLE, FUNCTION),
          stream(1, INT, "IntStream.rangeClosed(1, (# & 3)).sum()", INT),
          stream(1, DOUBLE, "Arrays.stream(#).max().orElse(#)", DOUBLES, DOUBLE),
          stream(1, DOUBLE, "Arrays.stream(#).min().getAsDouble()", DOUBLES),
          stream(
              1, DOUBLE, "Arrays.stream(#).map(#).average().orElse(#)", DOUBLES, FUNCTION, DOUBLE),
          stream(1, DOUBLE, "Arrays.stream(#).filter(#).sum()", DOUBLES, TEST),
          stream(
              1,
              DOUBLE,
              "Arrays.stream(#).filter(#).map(#).max().orElse(#)",
              DOUBLES,
              TEST,
              FUNCTION,
              DOUBLE),
          stream(2, DOUBLE, "Arrays.stream(#[#]).map(#).sum()", GRID_NAME, INT, FUNCTION),
          stream(1, DOUBLES, "Arrays.stream(#).filter(#).toArray()", DOUBLES, TEST),
          stream(1, INT, "Arrays.stream(#).sum()", INTS),
          stream(1, INT, "(int) Arrays.stream(#).filter(#).count()", DOUBLES, TEST),
          stream(1, DOUBLES, "Arrays.stream(#).map(#).toArray()", DOUBLES, FUNCTION),
          stream(1, DOUBLES, "IntStream.range(0, 3).mapToDouble(#).toArray()", INDEXED),
          stream(1, STATEMENT, "IntStream.range(0, (# & 3)).forEach(#);", INT, ACTION));

  static final List<Feature> FEATURES =
      Stream.concat(USES.stream(), Functional.ALL.stream().flatMap(Functions::values)).toList();

  private Functions() {}

  private static Feature stream(int weight, Sort sort, String text, Sort... holes) {
    return form(weight, sort, text, holes).where(body -> body.loops() < 2);
  }

  /** What can be put where such a function is wanted. */
  private static Stream<Feature> values(Functional function) {
    Feature block =
        new Feature(
            function.sort(), 2, Body::mayNest, (body, depth) -> block(function, body, depth));
    Feature reference =
        new Feature(
            function.sort(),
            3,
            body -> !body.callees().like(function, body).isEmpty(),
            (body, depth) ->
                Term.of(
                    function.sort(),
                    body.callees().reference(body.pick(body.callees().like(function, body)))));
    Feature expression =
        new Feature(
            function.sort(),
            4,
            body -> function.result() != null,
            (body, depth) -> expression(function, body, depth));
    return Stream.of(block, reference, expression);
  }

  private static Term expression(Functional function, Body body, int depth) {
    return body.lambda(
        function.result(),
        () -> {
          String head = head(function, body);
          return Term.of(function.sort(), head + " -> #", body.term(function.result(), depth - 1));
        });
  }

  private static Term block(Functional function, Body body, int depth) {
    return body.lambda(
        function.result(),
        () -> {
          List<Term> parts = new ArrayList<>();
          String text = head(function, body) + " -> {\n#\n";
          parts.add(Term.block(body.statements(1 + body.below(2), depth - 1)));
          if (function.result() != null) {
            text += "return #;\n";
            parts.add(body.term(function.result(), depth - 1));
          }
          return new Term(function.sort(), text + "}", parts);
        });
  }

  /** The parameters, their types told or not. */
  private static String head(Functional function, Body body) {
    boolean typed = body.below(2) == 0;
    return function.parameters().stream()
        .map(
            sort ->
                (typed ? sort.type() + ' ' : "")
                    + body.scope().declare(Variable.constant(body.scope().fresh("v"), sort)).name())
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
