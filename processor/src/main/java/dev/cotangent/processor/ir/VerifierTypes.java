package dev.cotangent.processor.ir;

import static dev.cotangent.processor.ir.PrimitiveType.BOOLEAN;
import static dev.cotangent.processor.ir.PrimitiveType.DOUBLE;
import static dev.cotangent.processor.ir.PrimitiveType.FLOAT;
import static dev.cotangent.processor.ir.PrimitiveType.INT;
import static dev.cotangent.processor.ir.PrimitiveType.LONG;
import static dev.cotangent.processor.ir.ReferenceType.STRING;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The typing rules of the IR, one method an operation: each gives its complaint, or the empty text.
 * They are Java's rules after promotion, so the small integer types take part in conversions, loads
 * and stores only. Part of the {@link Verifier}.
 */
final class VerifierTypes implements OpVisitor<String> {
  private static final Set<Type> ARITHMETIC = Set.of(DOUBLE, FLOAT, LONG, INT);
  private static final Set<Type> INTEGRAL = Set.of(LONG, INT);
  private static final Set<Type> BITWISE = Set.of(LONG, INT, BOOLEAN);
  private static final Pattern HOLE = Pattern.compile("\\$(\\d+)");

  private final Program program;

  VerifierTypes(Program program) {
    this.program = program;
  }

  private static String require(boolean condition, String complaint) {
    return condition ? "" : complaint;
  }

  private static String first(String... complaints) {
    for (String complaint : complaints) {
      if (!complaint.isEmpty()) {
        return complaint;
      }
    }
    return "";
  }

  private static String same(Type actual, Type expected, String what) {
    return require(actual.equals(expected), what + " is " + actual + ", not " + expected);
  }

  private static String oneOf(Type actual, Set<Type> expected, String what) {
    return require(expected.contains(actual), what + " must not be of type " + actual);
  }

  /** Whether a variable of type {@code to} may hold a value of type {@code from} without a cast. */
  private static boolean assignable(Type from, Type to) {
    return from.equals(to)
        || (to instanceof ReferenceType && from.isReference() && !(from instanceof RecordType));
  }

  private static String assignable(List<Value> from, List<Value> to, String what) {
    if (from.size() != to.size()) {
      return what + ": " + from.size() + " values for " + to.size();
    }
    for (int i = 0; i < from.size(); i++) {
      if (!assignable(from.get(i).type(), to.get(i).type())) {
        return what + ": number " + i + " is " + from.get(i).type() + ", not " + to.get(i).type();
      }
    }
    return "";
  }

  @Override
  public String visitConstant(Constant op) {
    Type type = op.result().type();
    boolean fits =
        type instanceof PrimitiveType primitive
            ? op.content() != null && op.content().getClass() == Literals.zero(primitive).getClass()
            : op.content() == null
                || (op.content() instanceof String && type.equals(STRING))
                || (op.content() instanceof Table table && table.type().equals(type));
    return require(fits, "the literal is not one of type " + type);
  }

  @Override
  public String visitUnary(Unary op) {
    if (op.result().type().equals(ReferenceType.VECTOR)) {
      return first(
          same(op.operand().type(), ReferenceType.VECTOR, "the operand"),
          require(op.operator() == UnaryOperator.NEGATE, "no operator of vectors"));
    }
    Set<Type> allowed =
        switch (op.operator()) {
          case NEGATE -> ARITHMETIC;
          case BIT_NOT -> INTEGRAL;
          case NOT -> Set.of(BOOLEAN);
        };
    return first(
        oneOf(op.operand().type(), allowed, "the operand"),
        same(op.result().type(), op.operand().type(), "the result"));
  }

  @Override
  public String visitBinary(Binary op) {
    if (op.result().type().equals(ReferenceType.VECTOR)) {
      return first(
          same(op.left().type(), ReferenceType.VECTOR, "the left operand"),
          require(isOfDoubles(op.right().type(), DOUBLE), "the right operand is no double"),
          require(op.operator().isBasic(), "no operator of vectors"));
    }
    Type left = op.left().type();
    Type right = op.right().type();
    Type result = op.operator().isComparison() ? BOOLEAN : left;
    return first(
        same(op.result().type(), result, "the result"),
        switch (op.operator()) {
          case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> alike(left, right, ARITHMETIC);
          case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> alike(left, right, ARITHMETIC);
          case AND, OR, XOR -> alike(left, right, BITWISE);
          case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED ->
              first(
                  oneOf(left, INTEGRAL, "the left operand"),
                  oneOf(right, INTEGRAL, "the right operand"));
          case EQUAL, NOT_EQUAL -> comparable(left, right);
        });
  }

  private static String alike(Type left, Type right, Set<Type> allowed) {
    return first(same(right, left, "the right operand"), oneOf(left, allowed, "the left operand"));
  }

  private static String comparable(Type left, Type right) {
    if (left.isReference() || left == BOOLEAN) {
      boolean fits = left.isReference() ? right.isReference() : right == BOOLEAN;
      return require(fits, left + " cannot be compared with " + right);
    }
    return alike(left, right, ARITHMETIC);
  }

  @Override
  public String visitConvert(Convert op) {
    Type from = op.operand().type();
    Type to = op.result().type();
    boolean numbers = !from.isReference() && !to.isReference() && from != BOOLEAN && to != BOOLEAN;
    return require(numbers, "a conversion from " + from + " to " + to);
  }

  @Override
  public String visitMathCall(MathCall op) {
    return require(
        Lists.concat(op.operands(), op.results()).stream().noneMatch(v -> v.type().isReference()),
        "a mathematical function of references");
  }

  @Override
  public String visitStrongMultiply(StrongMultiply op) {
    return first(
        same(op.seed().type(), DOUBLE, "the seed"),
        same(op.partial().type(), DOUBLE, "the partial"),
        same(op.result().type(), DOUBLE, "the result"));
  }

  @Override
  public String visitAlloc(Alloc op) {
    return first(same(op.length().type(), INT, "the length"), array(op.result(), "the result"));
  }

  private static String array(Value value, String what) {
    return require(value.type() instanceof ArrayType, what + " is not an array");
  }

  @Override
  public String visitShadowOf(ShadowOf op) {
    Type type = op.array().type();
    return type.isFloatingArray()
        ? same(op.result().type(), type.derivative(), "the result")
        : "a shadow of " + type;
  }

  @Override
  public String visitGrow(Grow op) {
    return first(
        array(op.array(), "the operand"),
        same(op.index().type(), INT, "the index"),
        same(op.result().type(), op.array().type(), "the result"));
  }

  @Override
  public String visitCloneArray(CloneArray op) {
    return first(
        array(op.array(), "the operand"),
        same(op.result().type(), op.array().type(), "the result"));
  }

  @Override
  public String visitLength(Length op) {
    return first(array(op.array(), "the operand"), same(op.result().type(), INT, "the result"));
  }

  @Override
  public String visitLoad(Load op) {
    return op.array().type() instanceof ArrayType array
        ? first(
            same(op.index().type(), INT, "the index"),
            require(
                isOfDoubles(op.result().type(), array.element()),
                op.result().type() + " is loaded from " + array.element()))
        : "the operand is not an array";
  }

  @Override
  public String visitStore(Store op) {
    Type content = op.content().type();
    return op.array().type() instanceof ArrayType array
        ? first(
            same(op.index().type(), INT, "the index"),
            require(
                assignable(content, array.element()) || isOfDoubles(content, array.element()),
                content + " is stored into " + array.element()))
        : "the operand is not an array";
  }

  /** Whether a value is an element of the type, or several of them at once. */
  private static boolean isOfDoubles(Type type, Type element) {
    return type.equals(element) || (element == DOUBLE && type.equals(ReferenceType.VECTOR));
  }

  @Override
  public String visitMakeRecord(MakeRecord op) {
    if (!(op.result().type() instanceof RecordType type)) {
      return "the result is no record";
    }
    List<Value> components = op.components();
    if (components.size() != type.components().size()) {
      return components.size() + " components for " + type.components().size();
    }
    for (int i = 0; i < components.size(); i++) {
      RecordType.Component component = type.components().get(i);
      if (!assignable(components.get(i).type(), component.type())) {
        return "the component " + component.name() + " is " + components.get(i).type();
      }
    }
    return "";
  }

  @Override
  public String visitReadComponent(ReadComponent op) {
    if (!(op.record().type() instanceof RecordType type)) {
      return "the operand is no record";
    }
    if (op.index() == ReadComponent.OBJECT) {
      return first(
          require(
              program.main().parameters().contains(op.record()), "no caller passes the operand"),
          same(op.result().type(), type.asObject(), "the result"));
    }
    return same(op.result().type(), type.components().get(op.index()).type(), "the result");
  }

  @Override
  public String visitCall(Call op) {
    Function callee =
        program.main().name().equals(op.callee())
            ? program.main()
            : program.helpers().get(op.callee());
    if (callee == null) {
      return "no function is named " + op.callee();
    }
    return first(
        assignable(op.arguments(), callee.parameters(), "the arguments"),
        assignable(callee.results(), op.results(), "the results"));
  }

  @Override
  public String visitInvoke(Invoke op) {
    return op.callee().differential() == null
        ? "the derivative of " + op.callee() + " is not declared"
        : op.plain().accept(this);
  }

  @Override
  public String visitOpaque(Opaque op) {
    Matcher hole = HOLE.matcher(op.template());
    while (hole.find()) {
      if (Integer.parseInt(hole.group(1)) >= op.operands().size()) {
        return "no operand belongs to " + hole.group();
      }
    }
    return require(op.results().size() <= 1, "more than one result");
  }

  @Override
  public String visitDerive(Derive op) {
    return require(
        op.arguments().size() >= op.what().wrt().size(),
        "there are fewer arguments than parameters");
  }

  @Override
  public String visitMakeTape(MakeTape op) {
    return same(op.result().type(), ReferenceType.TAPE, "the tape");
  }

  @Override
  public String visitPush(Push op) {
    return same(op.tape().type(), ReferenceType.TAPE, "the tape");
  }

  @Override
  public String visitPop(Pop op) {
    return same(op.tape().type(), ReferenceType.TAPE, "the tape");
  }

  @Override
  public String visitThrow(Throw op) {
    return require(op.exception().type() instanceof ReferenceType, "no exception is thrown");
  }

  @Override
  public String visitIf(If op) {
    return first(
        same(op.condition().type(), BOOLEAN, "the condition"),
        parameters(op.thenRegion(), List.of()),
        parameters(op.elseRegion(), List.of()),
        assignable(op.thenRegion().yields(), op.results(), "the yields of the first region"),
        assignable(op.elseRegion().yields(), op.results(), "the yields of the second region"));
  }

  private static String parameters(Region region, List<Value> initial) {
    return assignable(initial, region.parameters(), "the region's parameters");
  }

  @Override
  public String visitFor(For op) {
    return first(
        oneOf(op.start().type(), INTEGRAL, "the start"),
        same(op.bound().type(), op.start().type(), "the bound"),
        parameters(op.body(), Lists.concat(List.of(op.start()), op.initial())),
        assignable(op.body().yields(), op.carried(), "the yields"),
        assignable(op.carried(), op.results(), "the results"));
  }

  @Override
  public String visitWhile(While op) {
    List<Value> test = op.condition().yields();
    return first(
        parameters(op.condition(), op.initial()),
        parameters(op.body(), op.initial()),
        require(
            test.size() == 1 && test.get(0).type() == BOOLEAN,
            "the condition yields not one boolean"),
        assignable(op.body().yields(), op.body().parameters(), "the yields"),
        assignable(op.initial(), op.results(), "the results"));
  }
}
