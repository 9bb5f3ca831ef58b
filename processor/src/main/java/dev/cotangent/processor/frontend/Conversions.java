package dev.cotangent.processor.frontend;

import com.sun.source.tree.Tree;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;

/**
 * Converts values to the type that their context wants, and gives them the names of the variables
 * they are assigned to.
 */
final class Conversions {
  private final FunctionLowering function;
  private final Flow flow;
  private final ExactOps ops;

  Conversions(FunctionLowering function) {
    this.function = function;
    this.flow = function.flow();
    this.ops = function.ops();
  }

  /**
   * The value as the type, by an implicit conversion. The compiler has checked (or will) that Java
   * allows it.
   */
  Value implicit(Value value, Type target, Tree tree) {
    Type type = value.type();
    if (type.equals(target)) {
      return value;
    }
    if (type instanceof RecordType || target instanceof RecordType) {
      return RecordLowering.unpacked(function, value, target, tree)
          .orElseThrow(() -> recordAsObject(type, target, tree));
    }
    SourceRange at = function.range(tree);
    if (type.equals(ConversionRules.NULL) && target.isReference()) {
      flow.out().ops().removeIf(op -> op.results().contains(value));
      return ops.nullOf(target, at);
    }
    if (type instanceof PrimitiveType from && target instanceof PrimitiveType to) {
      boolean numeric = ConversionRules.isNumeric(from) && ConversionRules.isNumeric(to);
      if (!numeric) {
        throw function.refuse(Code.INVALID_SOURCE, tree, type + " cannot become " + target);
      }
      Value literal = convertedLiteral(value, to);
      return literal != null ? literal : ops.convert(value, to, at);
    }
    if (type.isReference() && target.isReference()) {
      return retyped(value, target, tree);
    }
    return type instanceof PrimitiveType from
        ? retyped(boxed(value, from, target, tree), target, tree)
        : implicit(unboxed(value, tree), target, tree);
  }

  /** Whether the value is the literal {@code null}. */
  boolean isNull(Value value) {
    return value.type().equals(ConversionRules.NULL);
  }

  /** The reference as one of a wider type. */
  private Value retyped(Value value, Type target, Tree tree) {
    if (value.type().equals(target)) {
      return value;
    }
    Optional<Op> last = flow.lastDefining(value).filter(op -> op instanceof Opaque);
    if (value.name().isEmpty() && last.isPresent()) {
      Value wider = new Value(target, "", value.source());
      replaceLast(last.get(), value, wider);
      return wider;
    }
    return target instanceof ArrayType ? value : cast(value, target, tree);
  }

  /** A cast of a reference. */
  Value cast(Value value, Type target, Tree tree) {
    String template = new Template().text("(").type(target).text(") ").hole(value).toString();
    return ops.opaque(template, List.of(value), Opaque.Effect.READS, target, function.range(tree));
  }

  private Value boxed(Value value, PrimitiveType from, Type target, Tree tree) {
    PrimitiveType content =
        function.types().unboxed(target).map(PrimitiveType.class::cast).orElse(from);
    Value number = implicit(value, content, tree);
    function.unmarkLiteral(number);
    ReferenceType box = function.types().box(content);
    String template = new Template().name(box.qualifiedName()).text(".valueOf($0)").toString();
    return ops.opaque(template, List.of(number), Opaque.Effect.READS, box, function.range(tree));
  }

  /** The number in a box; the value itself if it is no reference. */
  Value unboxed(Value value, Tree tree) {
    if (!value.type().isReference()) {
      return value;
    }
    PrimitiveType type =
        function
            .types()
            .unboxed(value.type())
            .map(PrimitiveType.class::cast)
            .orElseThrow(
                () ->
                    function.refuse(
                        Code.OBJECT_VALUE,
                        tree,
                        "Computing with a " + value.type(),
                        "cast it, or take the number out of it"));
    String template = "$0." + type.keyword() + "Value()";
    return ops.opaque(template, List.of(value), Opaque.Effect.READS, type, function.range(tree));
  }

  private Refusal recordAsObject(Type type, Type target, Tree tree) {
    boolean isNull = type.equals(ConversionRules.NULL);
    String what = isNull ? "null as a " + target : "a " + type + " as a " + target;
    return function.refuse(Code.RECORD_VALUE, tree, what);
  }

  /** The primitive type of an operand. */
  PrimitiveType primitive(Value value, Tree tree) {
    if (value.type() instanceof PrimitiveType primitive) {
      return primitive;
    }
    throw function.refuse(
        Code.OBJECT_VALUE, tree, "Computing with a " + value.type(), "unbox it in the caller");
  }

  /** The numeric type of an operand. */
  PrimitiveType numeric(Value value, Tree tree) {
    PrimitiveType type = primitive(value, tree);
    if (!ConversionRules.isNumeric(type)) {
      throw function.refuse(Code.INVALID_SOURCE, tree, "a number is needed, not a boolean");
    }
    return type;
  }

  /** The value after unary promotion. */
  Value promoted(Value value, Tree tree) {
    Value number = unboxed(value, tree);
    return implicit(number, ConversionRules.promote(numeric(number, tree)), tree);
  }

  /** An array index or length: {@code int} after promotion. */
  Value index(Value value, Tree tree) {
    return implicit(value, PrimitiveType.INT, tree);
  }

  /** A condition. */
  Value condition(Value value, Tree tree) {
    return implicit(value, PrimitiveType.BOOLEAN, tree);
  }

  /**
   * The value under the variable's name. Only a nameless value that was defined just now, or an
   * array that has just been made and filled, takes the name; others keep their own, which is what
   * the user called them first.
   */
  Value named(Value value, String name) {
    if (!value.name().isEmpty()) {
      return value;
    }
    Optional<Value> array = Renaming.ofAllocation(value, name, flow.out().ops());
    if (array.isPresent()) {
      return array.get();
    }
    return flow.lastDefining(value)
        .map(
            op -> {
              Value renamed = value.renamed(name);
              replaceLast(op, value, renamed);
              return renamed;
            })
        .orElse(value);
  }

  private void replaceLast(Op op, Value old, Value fresh) {
    List<Value> results = op.results().stream().map(r -> r == old ? fresh : r).toList();
    removeLast();
    flow.out().append(op.rebuild(op.operands(), results, op.regions()));
  }

  private void removeLast() {
    List<Op> list = flow.out().ops();
    list.remove(list.size() - 1);
  }

  /**
   * A literal that is converted is written as a literal of the new type; null if the value is none.
   */
  private Value convertedLiteral(Value value, PrimitiveType target) {
    if (!function.isLiteral(value)) {
      return null;
    }
    List<Op> list = flow.out().ops();
    for (int i = list.size() - 1; i >= 0; i--) {
      if (list.get(i) instanceof Constant constant && constant.result() == value) {
        Value converted = new Value(target, "", value.source());
        Object content = ConversionRules.convert(constant.content(), target);
        list.set(i, new Constant(content, converted));
        function.markLiteral(converted);
        return converted;
      }
    }
    return null;
  }
}
