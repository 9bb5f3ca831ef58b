package dev.cotangent.processor.frontend;

import com.sun.source.tree.Tree;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.List;

/** The end of a record's constructor: it yields the record. */
final class ConstructorEnd implements End {
  private final FunctionLowering function;
  private final RecordType type;
  private final List<Variable> components;
  private final Tree tree;

  /**
   * @param components the variables that become the components; none if the constructor has called
   *     another one, which has made the record
   */
  ConstructorEnd(FunctionLowering function, RecordType type, List<Variable> components, Tree tree) {
    this.function = function;
    this.type = type;
    this.components = components;
    this.tree = tree;
  }

  @Override
  public List<Value> yields(Jump jump) {
    if (components.isEmpty()) {
      Variable own = function.flow().scope().find(RecordLowering.THIS).orElseThrow();
      return List.of(function.valueOrZero(own));
    }
    List<Value> values = components.stream().map(function::valueOrZero).toList();
    return List.of(RecordLowering.make(function, type, values, tree));
  }

  @Override
  public List<Value> fresh(SourceRange at) {
    return List.of(new Value(type, "", at));
  }
}
