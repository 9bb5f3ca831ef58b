package dev.cotangent.processor.simplify;

import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;

/**
 * What a parameter is where {@code parameter - 1 == 2} holds, or the like: a literal, which its
 * uses may read. Java's integers go round, so that exactly one number fits.
 */
final class KnownArgument {
  private final Structure structure;

  KnownArgument(Structure structure) {
    this.structure = structure;
  }

  /** The function, called only where the condition of its parameters holds. */
  Function insert(Value condition, Function function) {
    if (structure.definition(condition) instanceof Binary equation
        && equation.operator() == BinaryOperator.EQUAL) {
      Optional<Integer> number = literal(equation.right());
      if (number.isPresent()) {
        return insert(equation.left(), number.get(), function);
      }
    }
    return function;
  }

  private Function insert(Value value, int number, Function function) {
    if (structure.definition(value) instanceof Binary term && literal(term.right()).isPresent()) {
      int other = literal(term.right()).get();
      return switch (term.operator()) {
        case ADD -> insert(term.left(), number - other, function);
        case SUBTRACT -> insert(term.left(), number + other, function);
        default -> function;
      };
    }
    return function.parameters().contains(value) ? known(value, number, function) : function;
  }

  private static Function known(Value parameter, int number, Function function) {
    Value literal = parameter.renamed("");
    Substitution known = new Substitution();
    known.put(parameter, literal);
    Region body = known.apply(function.body());
    List<Op> ops = Lists.concat(List.of(new Constant(number, literal)), body.ops());
    return function.withBody(body.withOps(ops));
  }

  private Optional<Integer> literal(Value value) {
    return value.type() == PrimitiveType.INT
            && structure.definition(value) instanceof Constant constant
        ? Optional.of((Integer) constant.content())
        : Optional.empty();
  }
}
