package dev.cotangent.processor;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Callee;
import dev.cotangent.processor.ir.Custom;
import dev.cotangent.processor.ir.Derive.Member;
import dev.cotangent.processor.ir.Differential;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls a member of a companion of another file as the user does, so that its numbers are the same
 * to the last bit, and reads what it gives.
 */
final class MemberCall {
  private final Member member;
  private final SourceRange source;

  MemberCall(Member member, SourceRange source) {
    this.member = member;
    this.source = source;
  }

  /**
   * Writes it.
   *
   * @param given the arguments, then the tangents, whose numbers are {@code double}
   * @return what the accessors give
   */
  List<Value> write(List<Value> given, Builder out) {
    List<Value> arguments = new ArrayList<>(given);
    int count = given.size() - member.tangents().size();
    for (int i = count; i < given.size(); i++) {
      arguments.set(i, narrowed(given.get(i), member.tangents().get(i - count), out));
    }
    RecordType type = member.holder();
    Value holder = new Value(new ReferenceType(type.qualifiedName()), "", source);
    Callee method = new Callee.Method(member.companion(), member.name(), Opaque.Effect.WRITES);
    // What it is given it does not keep.
    Custom linked = new Custom(member.name(), method).declare(Differential.Linked.LAST);
    out.append(linked.call(arguments, List.of(holder), source));
    List<Value> results = new ArrayList<>();
    for (RecordType.Component component : type.components()) {
      Value result = new Value(component.type(), "", source);
      String accessor = "$0." + component.name() + "()";
      out.append(
          new Opaque(accessor, List.of(holder), Opaque.Effect.READS, List.of(result), source));
      results.add(result);
    }
    return results;
  }

  private static Value narrowed(Value tangent, Type type, Builder out) {
    return type instanceof PrimitiveType number && !type.equals(tangent.type())
        ? out.convert(tangent, number)
        : tangent;
  }
}
