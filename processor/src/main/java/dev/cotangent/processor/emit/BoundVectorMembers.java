package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Stage 7: the members of the class behind {@code bind} of a method whose results are arrays: flat
 * vectors go in and come out.
 */
final class BoundVectorMembers {
  private static final String POINT = "point";
  private static final String DIRECTION = "direction";
  private static final String DIRECTIONS = "directions";
  private static final String DERIVATIVES = "derivatives";
  private static final String COTANGENT = "cotangent";
  private static final String FLAT = "flat";

  private final MemberContext context;
  private final CompanionNames names;
  private final String coordinates;

  /**
   * The members of one class.
   *
   * @param coordinates the name of its field for the coordinates
   */
  BoundVectorMembers(MemberContext context, String coordinates) {
    this.context = context;
    this.names = context.names();
    this.coordinates = coordinates;
  }

  /** The value alone. */
  MethodSpec values(List<CodeBlock> arguments) {
    ResultCalls calls = new ResultCalls(context, POINT);
    return BoundMembers.taking("values", double[].class, coordinates, List.of(POINT), 1)
        .addCode(calls.declared(arguments, CompanionNames::type))
        .addCode(calls.run(names.result(), calls.call("value", calls.arguments(arguments))))
        .addStatement("return $T.of($L)", RuntimeNames.FLAT_RESULTS, calls.results())
        .build();
  }

  /**
   * The value and the matrix.
   *
   * @param holder where the companion's own blocks are kept
   */
  MethodSpec jacobian(List<CodeBlock> arguments, String holder) {
    ResultCalls calls = new ResultCalls(context, POINT, "values", "matrix");
    return BoundMembers.taking("jacobian", void.class, coordinates, List.of(POINT, "values"), 1)
        .addParameter(double[][].class, "matrix")
        .addCode(calls.declared(arguments, CompanionNames::type))
        .addStatement(calls.call("jacobian", with(calls.arguments(arguments), holder)))
        .addStatement(
            "$T.put(values, $L)", RuntimeNames.FLAT_RESULTS, calls.results(holder + ".value()"))
        .addStatement("$L.$L.copyTo(matrix)", holder, JacobianHolder.BLOCKS)
        .build();
  }

  /**
   * The derivatives along several directions.
   *
   * @param holder where they are kept
   */
  MethodSpec directionalDerivatives(List<CodeBlock> arguments, String holder) {
    ResultCalls calls = new ResultCalls(context, POINT, DIRECTIONS, DERIVATIVES);
    List<CodeBlock> all = new ArrayList<>(calls.arguments(arguments));
    all.add(CodeBlock.of(DIRECTIONS));
    return BoundMembers.taking("directionalDerivatives", void.class, coordinates, List.of(POINT), 1)
        .addParameter(double[][].class, DIRECTIONS)
        .addParameter(double[][].class, DERIVATIVES)
        .addCode(calls.declared(arguments, CompanionNames::type))
        .addStatement(calls.call("jvps", with(all, holder)))
        .addStatement("$L.$L.copyDerivativesTo($L)", holder, JacobianHolder.BLOCKS, DERIVATIVES)
        .build();
  }

  /**
   * The derivative along a direction.
   *
   * @param holder where the tangents are kept
   */
  MethodSpec directionalDerivative(
      List<CodeBlock> arguments, List<CodeBlock> direction, String holder) {
    ResultCalls calls = new ResultCalls(context, POINT, DIRECTION, "derivative");
    List<CodeBlock> all = new ArrayList<>(calls.arguments(arguments));
    all.addAll(direction);
    List<CodeBlock> tangents =
        names.results().stream()
            .map(result -> result.tangent().replace(".", "().") + "()")
            .map(tangent -> CodeBlock.of("$L.$L", holder, tangent))
            .toList();
    return BoundMembers.taking(
            "directionalDerivative",
            void.class,
            coordinates,
            List.of(POINT, DIRECTION, "derivative"),
            2)
        .addCode(calls.declared(arguments, CompanionNames::type))
        .addStatement(calls.call("jvp", with(all, holder)))
        .addStatement(
            "$T.put(derivative, $L)", RuntimeNames.FLAT_RESULTS, ResultCalls.list(tangents))
        .build();
  }

  /**
   * A cotangent pulled back. A first run tells the shapes of what it belongs to.
   *
   * @param holder where the partials are kept
   * @param collected takes them from there
   */
  MethodSpec pullBack(List<CodeBlock> arguments, String holder, CodeBlock collected) {
    ResultCalls calls = new ResultCalls(context, POINT, COTANGENT, "partials", FLAT);
    MethodSpec.Builder member =
        BoundMembers.taking(
                "pullBack", void.class, coordinates, List.of(POINT, COTANGENT, "partials"), 1)
            .addStatement("$L.require(partials)", coordinates)
            .addCode(calls.declared(arguments, CompanionNames::type))
            .addCode(calls.run(names.result(), calls.call("value", calls.arguments(arguments))))
            .addStatement(
                "$1T $2L = new $1T($3L, $4L)",
                RuntimeNames.FLAT_RESULTS,
                FLAT,
                COTANGENT,
                calls.results());
    List<CodeBlock> parts = new ArrayList<>();
    for (int i = 0; i < names.results().size(); i++) {
      Result result = names.results().get(i);
      String part = calls.local(result.cotangent());
      TypeName type = ResultCalls.variableType(result);
      member.addStatement("$T $L = $L.next($L)", type, part, FLAT, calls.result(i));
      parts.add(CodeBlock.of("$L", part));
    }
    List<CodeBlock> again = new ArrayList<>(calls.arguments(arguments));
    again.addAll(calls.cotangents(parts));
    return member
        .addCode(calls.begun(arguments))
        .addStatement(calls.call("vjp", with(again, holder)))
        .addCode(collected)
        .build();
  }

  private static List<CodeBlock> with(List<CodeBlock> arguments, String holder) {
    return Stream.of(arguments, List.of(CodeBlock.of("$L", holder))).flatMap(List::stream).toList();
  }
}
