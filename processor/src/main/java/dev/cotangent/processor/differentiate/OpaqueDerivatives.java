package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.Activity;
import dev.cotangent.processor.analysis.Aliases;
import dev.cotangent.processor.analysis.HelperEffects;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where a derivative would have to pass through opaque Java: a number that it gives depends
 * on an input and matters to the result, or an array of such numbers is within its reach. Opaque
 * Java that is only told such numbers, and gives back none that matters, is fine.
 */
final class OpaqueDerivatives {
  private static final Pattern CALL = Pattern.compile("(\\w+)}?(?:<[^(]*>)?\\(");
  private static final Pattern STATIC = Pattern.compile("\\{[\\w.]+}\\.\\w+\\(.*");
  private static final Pattern INSTANCE = Pattern.compile("\\$0\\.\\w+\\(.*");

  private OpaqueDerivatives() {}

  /**
   * Looks at every operation.
   *
   * @throws Refusal at one such place: where a number is given and another one comes back at once,
   *     if there is such a place, else at the first
   */
  static void refuse(Function function, Activity activity, Aliases aliases, HelperEffects helpers) {
    List<Opaque> lost = new ArrayList<>();
    Structure.forEachSeen(
        function.body(),
        op -> {
          if (op instanceof Call call && helpers.asks(call) && activity.isWorldVaried()) {
            refuseCall(call, activity);
          } else if (op instanceof Opaque opaque) {
            refuseArray(opaque, function, activity, aliases);
            if (opaque.results().stream().anyMatch(value -> isLost(value, activity))) {
              lost.add(opaque);
            }
          }
        });
    Optional<Opaque> direct =
        lost.stream().filter(op -> code(op, activity) != Code.LOST_DERIVATIVE).findFirst();
    direct
        .or(() -> lost.stream().findFirst())
        .ifPresent(
            op -> {
              throw refusal(code(op, activity), op);
            });
  }

  /** What the helper asks for is passive where the helper alone is looked at. */
  private static void refuseCall(Call call, Activity activity) {
    boolean active =
        Lists.concat(call.results(), call.arguments()).stream()
            .filter(v -> v.type().isFloatingArray() || call.results().contains(v))
            .anyMatch(activity::isActive);
    if (active) {
      throw new Refusal(call.source(), Code.LOST_DERIVATIVE, call.callee());
    }
  }

  private static void refuseArray(
      Opaque op, Function function, Activity activity, Aliases aliases) {
    boolean given =
        op.operands().stream()
            .filter(v -> v.type().isFloatingArray() && activity.isVaried(v))
            .anyMatch(v -> activity.isActive(v) || !isOwnCopy(v, function, aliases));
    if (given && op.effect() == Opaque.Effect.WRITES) {
      throw refusal(Code.FOREIGN_ARRAY, op);
    }
  }

  /**
   * Whether the array was made here and is not the caller's, nor one that opaque Java has made: if
   * nothing is computed from its elements afterwards, anybody may change them.
   */
  private static boolean isOwnCopy(Value array, Function function, Aliases aliases) {
    return !aliases.isForeign(array)
        && aliases.members(array).stream().noneMatch(function.parameters()::contains);
  }

  private static boolean isLost(Value result, Activity activity) {
    boolean number = result.type().isFloating() || result.type().isFloatingArray();
    return number && activity.isActive(result);
  }

  private static Code code(Opaque op, Activity activity) {
    List<Value> given = op.operands().stream().filter(v -> v.type().isFloating()).toList();
    boolean direct = given.stream().anyMatch(activity::isVaried);
    if (direct && STATIC.matcher(op.template()).matches()) {
      return Code.FOREIGN_CALL;
    }
    return direct && INSTANCE.matcher(op.template()).matches()
        ? Code.INSTANCE_CALL
        : Code.LOST_DERIVATIVE;
  }

  static Refusal refusal(Code code, Opaque op) {
    return new Refusal(op.source(), code, name(op));
  }

  private static String name(Opaque op) {
    Matcher call = CALL.matcher(op.template());
    return call.find() ? call.group(1) : op.template().replaceAll("\\$\\d+\\.?|[{}]", "");
  }
}
