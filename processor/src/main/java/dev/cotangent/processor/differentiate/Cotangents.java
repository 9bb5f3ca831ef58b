package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of a reverse sweep: the cotangents of a function's results, which its caller
 * chooses. That of a number is a {@code double}, that of an array an array of the result's type and
 * shape; it is read, and added to the shadow of the array.
 */
final class Cotangents {
  private static final String REQUIRE = "{dev.cotangent.runtime.Shadows}.requireCotangent($0, $1)";

  private final List<Value> results;
  private final List<Value> cotangents = new ArrayList<>();

  /** Cotangents for the floating ones among some results. */
  Cotangents(List<Value> results) {
    this.results = results.stream().filter(r -> TangentHelpers.isDual(r.type())).toList();
    for (Value result : this.results) {
      boolean isArray = result.type().isReference();
      cotangents.add(
          new Value(isArray ? result.type() : PrimitiveType.DOUBLE, "cotangent", SourceRange.NONE));
    }
  }

  /** A parameter for each. */
  List<Value> parameters() {
    return cotangents;
  }

  /** Hands them to the results, where the scope's reverse sweep begins. */
  void seed(Scope scope) {
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i).type().isReference()) {
        require(results.get(i), cotangents.get(i), scope);
      }
    }
    for (int i = 0; i < results.size(); i++) {
      Value result = results.get(i);
      if (result.type().isReference()) {
        seedArray(result, cotangents.get(i), scope);
      } else if (scope.facts.isActive(result)) {
        scope.contribute(result, cotangents.get(i));
      }
    }
  }

  /** Nothing has happened yet when a shape is refused. */
  private static void require(Value result, Value cotangent, Scope scope) {
    scope.reverse.append(
        new Opaque(
            REQUIRE,
            List.of(cotangent, scope.need(result)),
            Opaque.Effect.TELLS,
            List.of(),
            result.source()));
  }

  private static void seedArray(Value result, Value cotangent, Scope scope) {
    if (scope.facts.isActiveArray(result)) {
      Value shadow = scope.need(scope.facts.shadows().get(result));
      add(cotangent, shadow, scope.need(result), scope.reverse);
    }
  }

  /** Adds a cotangent to the shadow of an array; nothing if that is null. */
  private static void add(Value cotangent, Value shadow, Value array, Builder out) {
    boolean rows = ((ArrayType) array.type()).element().isReference();
    out.unlessNull(
        array,
        some ->
            some.repeat(
                "i",
                some.length(array),
                (body, i) -> {
                  Value element = body.load(cotangent, i);
                  if (rows) {
                    add(element, body.load(shadow, i), body.load(array, i), body);
                  } else {
                    body.accumulate(shadow, i, body.convert(element, PrimitiveType.DOUBLE));
                  }
                }));
  }
}
