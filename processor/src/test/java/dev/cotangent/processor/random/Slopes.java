package dev.cotangent.processor.random;

import static dev.cotangent.processor.random.Sort.DOUBLE;
import static dev.cotangent.processor.random.Sort.DOUBLES;
import static dev.cotangent.processor.random.Sort.SLOPE;
import static dev.cotangent.processor.random.Sort.STATEMENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Derivatives of methods of the program's own, taken within what is differentiated. */
final class Slopes {
  /** They are differentiable themselves; the class's name comes before each. */
  private static final String OF_NUMBERS = "Bent";

  private static final String OF_AN_ARRAY = "Swept";

  static final List<Feature> FEATURES =
      List.of(
          slope(4, ".gradient(#, #).dR0()", 2),
          slope(2, ".gradient(#, #).dR1()", 2),
          slope(1, ".gradient(#, #).value()", 2),
          slope(2, ".jvp(#, #, #, #).tangent()", 4),
          slope(1, ".hvp(#, #, #, #).dR1()", 4),
          new Feature(STATEMENT, 6, Slopes::fits, Slopes::sumOfPartials));

  /** What is declared for them. */
  static final List<Members.Declaration> DECLARATIONS =
      List.of(
          new Members.Declaration("P\\w*" + OF_NUMBERS, Slopes::bent),
          new Members.Declaration("P\\w*" + OF_AN_ARRAY, Slopes::swept));

  private static final String ANNOTATION =
      "@Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})\n";

  private Slopes() {}

  /** Methods of records belong to no class that would have companions. */
  private static boolean fits(Body body) {
    return body.knows(SLOPE) && !owner(body).isEmpty();
  }

  private static String owner(Body body) {
    return body.callees().self().owner();
  }

  private static Feature slope(int weight, String call, int numbers) {
    return new Feature(
        DOUBLE,
        weight,
        Slopes::fits,
        (body, depth) -> {
          List<Term> arguments = new ArrayList<>();
          for (int i = 0; i < numbers; i++) {
            arguments.add(body.term(DOUBLE, depth - 1));
          }
          return new Term(DOUBLE, owner(body) + OF_NUMBERS + call, arguments);
        });
  }

  /** A variable with a sum of partials, of an array that the method overwrites as a rule. */
  private static Term sumOfPartials(Body body, int depth) {
    Term array = body.term(DOUBLES, depth - 1);
    Term number = body.term(DOUBLE, depth - 1);
    String slope = body.scope().fresh("slope");
    String sum = body.scope().fresh("sum");
    String text =
        """
        final %1$sSwept.Gradient %2$s = %1$sSwept.gradient(#, #);
        double %3$s = %2$s.dR1() + 0.5 * %2$s.value();
        for (int i%3$s = 0; i%3$s < %2$s.dR0().length; i%3$s++) {
        %3$s += %2$s.dR0()[i%3$s] * (i%3$s + 1);
        }\
        """
            .formatted(owner(body), slope, sum);
    body.scope().declare(Variable.of(sum, DOUBLE));
    return Term.of(STATEMENT, text, array, number);
  }

  private static Term bent(Random random, Body.Kit kit) {
    Body body = body(random, kit, List.of(Variable.of("r0", DOUBLE), Variable.of("r1", DOUBLE)));
    String text = ANNOTATION + "static double bent(double r0, double r1) {\n#\nreturn #;\n}";
    Term statements = Term.block(body.statements(random.nextInt(3), 1));
    return Term.of(Sort.MEMBER, text, statements, body.term(DOUBLE, 2));
  }

  private static Term swept(Random random, Body.Kit kit) {
    Body body = body(random, kit, List.of(Variable.of("r0", DOUBLES), Variable.of("r1", DOUBLE)));
    String text =
        ANNOTATION
            + """
            static double swept(double[] r0, double r1) {
            double total = #;
            for (int at = 0; at < r0.length; at++) {
            r0[at] = Math.sin(r0[at]) * r1;
            total += r0[at] * r0[(at + 1) % r0.length];
            }
            #
            return total + #;
            }\
            """;
    Term start = body.term(DOUBLE, 1);
    body.scope().declare(Variable.of("total", DOUBLE));
    Term statements = Term.block(body.statements(random.nextInt(2), 1));
    return Term.of(Sort.MEMBER, text, start, statements, body.term(DOUBLE, 1));
  }

  /** One that asks for no derivative itself, so that they end, and does nothing else. */
  private static Body body(Random random, Body.Kit kit, List<Variable> parameters) {
    Body.Kit inner = Members.without(kit, SLOPE, Sort.NOTE, Sort.LOG);
    Signature self = new Signature("", "", DOUBLE, List.of(), false, false);
    Body body = new Body(random, inner, self, Frame.expression(null));
    parameters.forEach(body.scope()::declare);
    return body;
  }
}
