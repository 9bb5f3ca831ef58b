package dev.cotangent.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** Lowers the creation of arrays, of any rank, and the access to their elements. */
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
    requireArray(array.type(), access);
    Value index = function.value(access.getIndex());
    return new Place(array, function.conversions().index(index, access.getIndex()));
  }

  /** Refuses what is no array, or one that the companion cannot name. */
  void requireArray(Type type, Tree node) {
    if (!(type instanceof ArrayType)) {
      throw function.refuse(Code.INVALID_SOURCE, node, "an array is needed, not " + type);
    }
    function.requireVisible(type, node);
  }

  /** Whether the type is an array whose innermost elements are primitive. */
  static boolean isNumeric(Type type) {
    return type instanceof ArrayType array
        && (array.element() instanceof PrimitiveType || isNumeric(array.element()));
  }

  Value load(ArrayAccessTree access) {
    Place place = place(access);
    return function.ops().load(place.array(), place.index(), function.range(access));
  }

  /** Overwrites the element. */
  void store(Place place, Value content, Tree assignment) {
    function.ops().store(place.array(), place.index(), content, function.range(assignment));
  }

  /** {@code new double[n][m]}, {@code new double[n][]} and {@code new double[] {a, b}}. */
  Value create(NewArrayTree node) {
    Type element =
        function
            .types()
            .read(node.getType(), function.names())
            .orElseThrow(() -> function.refuse(Code.UNKNOWN_NAME, node, node.getType().toString()));
    if (node.getInitializers() != null) {
      return initialised(new ArrayType(element), node);
    }
    ArrayType type = new ArrayType(element);
    for (int rank = 1; rank < node.getDimensions().size(); rank++) {
      type = new ArrayType(type);
    }
    requireArray(type, node);
    List<Value> lengths = new ArrayList<>();
    for (ExpressionTree dimension : node.getDimensions()) {
      Value length = function.conversions().promoted(function.value(dimension), dimension);
      lengths.add(function.conversions().index(length, dimension));
    }
    return new NestedArrays(function.range(node)).make(type, lengths, function.flow().out());
  }

  /** {@code {a, b}} as the initialiser of a variable of this type, or behind {@code new}. */
  Value initialised(ArrayType type, NewArrayTree node) {
    requireArray(type, node);
    List<? extends ExpressionTree> elements = node.getInitializers();
    Value array = allocate(type, elements.size(), node);
    for (int i = 0; i < elements.size(); i++) {
      fill(array, i, element(type.element(), elements.get(i)), elements.get(i));
    }
    return array;
  }

  /** An element of an initialiser: an expression, or an initialiser itself. */
  private Value element(Type type, ExpressionTree tree) {
    boolean inner = tree instanceof NewArrayTree made && made.getType() == null;
    return inner && type instanceof ArrayType row
        ? initialised(row, (NewArrayTree) tree)
        : function.value(tree, Wanted.as(type));
  }

  /** An array of the given values, which are evaluated already. */
  Value gathered(ArrayType type, List<Value> elements, Tree node) {
    requireArray(type, node);
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
