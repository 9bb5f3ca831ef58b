package dev.cotangent.processor.frontend;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.List;

/** Lowers a {@code for} over the elements of an array or a collection. */
final class ElementLoop {
  private final FunctionLowering function;
  private final Flow flow;
  private final LoopAssembly assembly;
  private final EnhancedForLoopTree node;
  private final LoopExits exits;

  ElementLoop(FunctionLowering function, LoopAssembly assembly, EnhancedForLoopTree node) {
    this.function = function;
    this.flow = function.flow();
    this.assembly = assembly;
    this.node = node;
    this.exits = new LoopExits(function, node, node.getStatement());
  }

  /** Appends the loop's operations. The caller has opened a scope. */
  Exits lower() {
    Value array = function.value(node.getExpression());
    if (!(array.type() instanceof ArrayType)) {
      collection(array);
      return exits.exits();
    }
    SourceRange at = function.range(node);
    Value start = function.ops().constant(0, at);
    Value length = function.ops().length(array, at);
    if (exits.isEmpty()) {
      counted(array, start, length);
    } else {
      testing(array, start, length);
    }
    return exits.exits();
  }

  /** Asks the collection's iterator, as Java does. */
  private void collection(Value collection) {
    Iteration iteration = Iteration.over(collection, node, function);
    List<StatementTree> parts = List.of(node.getStatement());
    if (!exits.isEmpty()) {
      exits.begin(parts);
    }
    Variable flag = Variable.of("again", PrimitiveType.BOOLEAN);
    flow.write(flag, iteration.hasNext());
    List<Variable> carried =
        Lists.append(Lists.concat(assembly.carried(parts), exits.carriers()), flag);
    assembly.appendWhile(
        carried,
        () -> valueOf(flag),
        () -> {
          iteration.declareNext(node.getVariable());
          exits.statement();
          flow.write(flag, exits.unlessLeft(iteration::hasNext));
        },
        node);
  }

  private void counted(Value array, Value start, Value length) {
    Value index = new Value(PrimitiveType.INT, "", function.range(node));
    List<Variable> carried = assembly.carried(List.of(node.getStatement()));
    LoopAssembly.Header header =
        new LoopAssembly.Header(start, length, 1, BinaryOperator.LESS, index);
    assembly.append(assembly.counted(header, carried, () -> round(array, index), node), carried);
  }

  private void testing(Value array, Value start, Value length) {
    SourceRange at = function.range(node);
    exits.begin(List.of(node.getStatement()));
    Variable index = Variable.of("", PrimitiveType.INT);
    flow.write(index, start);
    List<Variable> carried =
        Lists.append(
            Lists.concat(assembly.carried(List.of(node.getStatement())), exits.carriers()), index);
    assembly.appendWhile(
        carried,
        () ->
            exits.unlessLeft(
                () -> function.ops().binary(BinaryOperator.LESS, valueOf(index), length, at)),
        () -> {
          Value current = valueOf(index);
          round(array, current);
          Value one = function.ops().constant(1, at);
          flow.write(index, function.ops().binary(BinaryOperator.ADD, current, one, at));
        },
        node);
  }

  private Value valueOf(Variable variable) {
    return flow.read(variable).orElseThrow();
  }

  private void round(Value array, Value index) {
    VariableTree variable = node.getVariable();
    Type element = ((ArrayType) array.type()).element();
    Type declared = function.declaredType(variable).orElse(element);
    Value content = function.ops().load(array, index, function.range(variable));
    Value converted = function.conversions().implicit(content, declared, variable);
    String name = variable.getName().toString();
    Variable each = Variable.of(name, declared);
    flow.declare(each);
    flow.write(each, function.conversions().named(converted, name));
    exits.statement();
  }
}
