package dev.cotangent.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.List;

/** Lowers the creation of arrays and the access to their elements. Arrays have one dimension. */
final class ArrayLowering {
  /** An element's place: array and index, both evaluated. */
  record Place(Value array, Value index) {
    Type element() {
      return ((ArrayType) array.type()).element();
    }
  }

  private final FunctionLowering function;

  ArrayLowering(FunctionLowering function) {
    this.function = function;
  }

  /** Evaluates the array, then the index. */
  Place place(ArrayAccessTree access) {
    Value array = function.value(access.getExpression());
    requireFlat(array.type(), access);
    Value index = function.value(access.getIndex());
    return new Place(array, function.conversions().index(index, access.getIndex()));
  }

  /** Refuses everything but arrays of one dimension. */
  void requireFlat(Type type, Tree node) {
    if (!(type instanceof ArrayType array)) {
      throw function.refuse(Code.INVALID_SOURCE, node, "an array is needed, not " + type);
    }
    if (array.element() instanceof ArrayType) {
      throw function.refuse(Code.ARRAY_OF_ARRAYS, node, type.toString());
    }
    function.requireVisible(type, node);
  }

  Value load(ArrayAccessTree access) {
    Place place = place(access);
    return function.ops().load(place.array(), place.index(), function.range(access));
  }

  /** Overwrites the element. */
  void store(Place place, Value content, Tree assignment) {
    function.ops().store(place.array(), place.index(), content, function.range(assignment));
  }

  /** {@code new double[n]} and {@code new double[] {a, b}}. */
  Value create(NewArrayTree node) {
    Type element =
        function
            .types()
            .read(node.getType(), function.names())
            .orElseThrow(() -> function.refuse(Code.UNKNOWN_NAME, node, node.getType().toString()));
    boolean nested = node.getDimensions().size() > 1;
    ArrayType type = new ArrayType(nested ? new ArrayType(element) : element);
    requireFlat(type, node);
    if (node.getInitializers() != null) {
      return initialised(type, node);
    }
    ExpressionTree dimension = node.getDimensions().get(0);
    Value length = function.conversions().promoted(function.value(dimension), dimension);
    return function
        .ops()
        .alloc(type, function.conversions().index(length, dimension), function.range(node));
  }

  /** {@code {a, b}} as the initialiser of a variable of this type, or behind {@code new}. */
  Value initialised(ArrayType type, NewArrayTree node) {
    requireFlat(type, node);
    List<? extends ExpressionTree> elements = node.getInitializers();
    Value array = allocate(type, elements.size(), node);
    for (int i = 0; i < elements.size(); i++) {
      Wanted wanted = Wanted.as(type.element());
      fill(array, i, function.value(elements.get(i), wanted), elements.get(i));
    }
    return array;
  }

  /** An array of the given values, which are evaluated already. */
  Value gathered(ArrayType type, List<Value> elements, Tree node) {
    requireFlat(type, node);
    Value array = allocate(type, elements.size(), node);
    for (int i = 0; i < elements.size(); i++) {
      fill(array, i, elements.get(i), node);
    }
    return array;
  }

  private Value allocate(ArrayType type, int length, Tree node) {
    SourceRange at = function.range(node);
    return function.ops().alloc(type, function.ops().constant(length, at), at);
  }

  private void fill(Value array, int position, Value content, Tree node) {
    SourceRange at = function.range(node);
    Value index = function.ops().constant(position, at);
    Type element = ((ArrayType) array.type()).element();
    Value converted = function.conversions().implicit(content, element, node);
    function.unmarkLiteral(converted);
    function.ops().store(array, index, converted, at);
  }
}
