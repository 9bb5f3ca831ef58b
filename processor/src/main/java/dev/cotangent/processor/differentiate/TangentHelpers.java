package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Push;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which helpers need a dual, a version with tangents, and what those are called. */
final class TangentHelpers {
  private final Program program;
  private final int width;
  private final Deque<String> pending = new ArrayDeque<>();
  private final Set<String> asked = new LinkedHashSet<>();

  /**
   * No helpers yet.
   *
   * @param program the program whose helpers they are
   * @param width how many directions each dual carries
   */
  TangentHelpers(Program program, int width) {
    this.program = program;
    this.width = width;
  }

  /** How many directions each dual carries. */
  int width() {
    return width;
  }

  /** The name of the helper's dual, which will be made. */
  String dual(String helper) {
    if (asked.add(helper)) {
      pending.add(helper);
    }
    return Names.free(helper + Names.TANGENT, program);
  }

  /** A helper whose dual is still to be made; null when there is none left. */
  String next() {
    return pending.poll();
  }

  /**
   * Whether a dual has a tangent for each value of this type that goes in, comes out, or lies on
   * the tape.
   */
  static boolean isDual(Type type) {
    return type.isFloating() || type.isFloatingArray();
  }

  /**
   * The arrays that a sweep makes and may leave on the tape. Nothing may depend on an input in them
   * there; the other sweep writes to them, and must find one and the same partner behind each
   * reference.
   */
  static List<Value> kept(Function function) {
    List<Value> arrays = new ArrayList<>();
    boolean[] pushes = {false};
    Structure.forEach(
        function.body(),
        op -> {
          pushes[0] |= op instanceof Push push && push.content().type().isFloatingArray();
          op.results().stream()
              .filter(result -> result.type().isFloatingArray())
              .forEach(arrays::add);
        });
    return pushes[0] ? arrays : List.of();
  }

  /** Whether the operation calls a method that is or will be differentiated on its own. */
  static boolean isCall(Op op) {
    return op instanceof Call || op instanceof Invoke;
  }

  /** Whether the value is a tape. */
  static boolean isTape(Value value) {
    return value.type().equals(ReferenceType.TAPE);
  }
}
