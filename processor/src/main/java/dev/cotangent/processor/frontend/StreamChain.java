package dev.cotangent.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A stream of numbers as written: source, stages, and what is made of it in the end. Only chains
 * whose every link is known here are any.
 *
 * @param source the call that makes the stream
 * @param isRange whether it counts; otherwise it takes its elements from an array
 * @param stages what each element goes through
 * @param terminal what is made of the elements
 * @param elements the type of the elements in the end
 * @param ending what takes the number out of an {@code OptionalDouble} or {@code OptionalInt}, if
 *     the terminal gives one
 */
record StreamChain(
    MethodInvocationTree source,
    boolean isRange,
    List<Stage> stages,
    Stage terminal,
    PrimitiveType elements,
    Optional<MethodInvocationTree> ending) {
  private static final Type INT = PrimitiveType.INT;
  private static final Type DOUBLE = PrimitiveType.DOUBLE;
  private static final Type BOOLEAN = PrimitiveType.BOOLEAN;

  /** The stage that lets only some elements pass. */
  static final String FILTER = "filter";

  /** Java does not run the stages of a stream whose length it knows in order to count. */
  private static final String COUNT = "count";

  /** Says what an empty {@code OptionalDouble} or {@code OptionalInt} is replaced by. */
  private static final String OTHERWISE = "orElse";

  /**
   * A link of the chain.
   *
   * @param type the interface of the function that it takes; null if it takes none
   */
  record Stage(MethodInvocationTree tree, String name, FunctionalType type) {
    /** The function of a stage that has one. */
    Optional<ExpressionTree> function() {
      return type == null ? Optional.empty() : Optional.of(tree.getArguments().get(0));
    }
  }

  private record Kind(PrimitiveType from, PrimitiveType to, FunctionalType type) {}

  private static final Map<String, List<Kind>> STAGES =
      Map.of(
          "map",
          List.of(
              new Kind(
                  PrimitiveType.INT,
                  PrimitiveType.INT,
                  of("IntUnaryOperator", "applyAsInt", INT, INT)),
              new Kind(
                  PrimitiveType.DOUBLE,
                  PrimitiveType.DOUBLE,
                  of("DoubleUnaryOperator", "applyAsDouble", DOUBLE, DOUBLE))),
          "mapToDouble",
          List.of(
              new Kind(
                  PrimitiveType.INT,
                  PrimitiveType.DOUBLE,
                  of("IntToDoubleFunction", "applyAsDouble", DOUBLE, INT))),
          FILTER,
          List.of(
              new Kind(
                  PrimitiveType.INT, PrimitiveType.INT, of("IntPredicate", "test", BOOLEAN, INT)),
              new Kind(
                  PrimitiveType.DOUBLE,
                  PrimitiveType.DOUBLE,
                  of("DoublePredicate", "test", BOOLEAN, DOUBLE))),
          "asDoubleStream",
          List.of(new Kind(PrimitiveType.INT, PrimitiveType.DOUBLE, null)));

  /** How many arguments each terminal has. */
  private static final Map<String, Integer> TERMINALS =
      Map.of(
          "sum",
          0,
          "toArray",
          0,
          COUNT,
          0,
          "max",
          0,
          "min",
          0,
          "average",
          0,
          "forEach",
          1,
          "forEachOrdered",
          1,
          "reduce",
          2);

  /** The terminals that have no number to give for an empty stream. */
  private static final Set<String> PARTIAL = Set.of("max", "min", "average");

  /** How many arguments each call has that takes the number out. */
  private static final Map<String, Integer> ENDINGS =
      Map.of("getAsDouble", 0, "getAsInt", 0, "orElseThrow", 0, OTHERWISE, 1);

  private static final Set<String> RANGES = Set.of("range", "rangeClosed");

  private static FunctionalType of(String name, String method, Type result, Type... parameters) {
    return new FunctionalType(
        "java.util.function." + name, method, List.of(parameters), Optional.ofNullable(result));
  }

  /** The chain that ends with this call, if it is one. */
  static Optional<StreamChain> of(MethodInvocationTree end, FunctionLowering function) {
    List<MethodInvocationTree> links = new ArrayList<>();
    ExpressionTree at = end;
    while (at instanceof MethodInvocationTree call
        && Syntax.strip(call.getMethodSelect()) instanceof MemberSelectTree select) {
      links.add(0, call);
      at = Syntax.strip(select.getExpression());
    }
    return links.size() < 2 ? Optional.empty() : new Reader(function, links).read(at);
  }

  private static String name(MethodInvocationTree call) {
    return ((MemberSelectTree) Syntax.strip(call.getMethodSelect())).getIdentifier().toString();
  }

  /** Whether the range has its upper bound as an element. */
  boolean isClosed() {
    return name(source).equals("rangeClosed");
  }

  /** The whole chain. */
  MethodInvocationTree tree() {
    return ending.orElse(terminal.tree());
  }

  /** What an empty stream is worth; empty if that is an exception. */
  Optional<ExpressionTree> otherwise() {
    return ending.filter(e -> name(e).equals(OTHERWISE)).map(e -> e.getArguments().get(0));
  }

  /** Whether an element may be left out. */
  boolean isFiltered() {
    return stages.stream().anyMatch(stage -> stage.name().equals(FILTER));
  }

  /** Reads the links from the source on. */
  private record Reader(FunctionLowering function, List<MethodInvocationTree> links) {
    Optional<StreamChain> read(ExpressionTree owner) {
      Optional<PrimitiveType> first =
          new NameLowering(function)
              .type(owner)
              .flatMap(type -> elements(type.getQualifiedName().toString(), links.get(0)));
      if (first.isEmpty()) {
        return Optional.empty();
      }
      int end = links.size() - (ENDINGS.containsKey(name(links.get(links.size() - 1))) ? 2 : 1);
      if (end == 0) {
        return Optional.empty();
      }
      PrimitiveType type = first.get();
      List<Stage> stages = new ArrayList<>();
      for (MethodInvocationTree link : links.subList(1, end)) {
        Optional<Kind> kind = kind(link, type);
        if (kind.isEmpty()) {
          return Optional.empty();
        }
        stages.add(new Stage(link, name(link), kind.get().type()));
        type = kind.get().to();
      }
      Optional<MethodInvocationTree> ending = links.stream().skip(end + 1L).findFirst();
      MethodInvocationTree source = links.get(0);
      boolean isRange = RANGES.contains(name(source));
      PrimitiveType last = type;
      return terminal(links.get(end), type)
          .filter(terminal -> ends(terminal, last, ending))
          .map(terminal -> new StreamChain(source, isRange, stages, terminal, last, ending))
          .filter(chain -> !chain.terminal().name().equals(COUNT) || chain.isFiltered());
    }

    private static boolean ends(
        Stage terminal, PrimitiveType type, Optional<MethodInvocationTree> ending) {
      if (!PARTIAL.contains(terminal.name())) {
        return ending.isEmpty();
      }
      boolean real = type == PrimitiveType.DOUBLE || terminal.name().equals("average");
      return ending
          .filter(e -> e.getArguments().size() == ENDINGS.get(name(e)))
          .filter(e -> !name(e).equals(real ? "getAsInt" : "getAsDouble"))
          .isPresent();
    }

    private Optional<PrimitiveType> elements(String owner, MethodInvocationTree call) {
      int arguments = call.getArguments().size();
      return switch (owner + "." + name(call)) {
        case "java.util.stream.IntStream.range", "java.util.stream.IntStream.rangeClosed" ->
            Optional.of(PrimitiveType.INT).filter(type -> arguments == 2);
        case "java.util.stream.DoubleStream.of" -> Optional.of(PrimitiveType.DOUBLE);
        case "java.util.Arrays.stream" -> arguments == 1 ? array(call) : Optional.empty();
        default -> Optional.empty();
      };
    }

    /** The type of the elements of an array. */
    private Optional<PrimitiveType> array(MethodInvocationTree call) {
      ExpressionTree array = Syntax.strip(call.getArguments().get(0));
      Optional<Type> found =
          array instanceof IdentifierTree name
              ? named(name.toString())
              : Optional.of(onTrial(array));
      return found
          .filter(type -> type instanceof ArrayType)
          .map(type -> ((ArrayType) type).element())
          .filter(element -> element == INT || element == DOUBLE)
          .map(PrimitiveType.class::cast);
    }

    /** The type of a variable, or of a component of the record whose method this is. */
    private Optional<Type> named(String name) {
      Scope scope = function.flow().scope();
      return scope
          .find(name)
          .map(Variable::type)
          .or(
              () ->
                  scope.find(RecordLowering.THIS).stream()
                      .flatMap(own -> ((RecordType) own.type()).components().stream())
                      .filter(component -> component.name().equals(name))
                      .map(RecordType.Component::type)
                      .findFirst());
    }

    /** The type of an expression, found by lowering it on trial. */
    private Type onTrial(ExpressionTree tree) {
      return function.flow().branch(() -> function.value(tree)).result().type();
    }

    private Optional<Kind> kind(MethodInvocationTree link, PrimitiveType from) {
      return STAGES.getOrDefault(name(link), List.of()).stream()
          .filter(kind -> kind.from() == from)
          .filter(kind -> link.getArguments().size() == (kind.type() == null ? 0 : 1))
          .filter(
              kind -> kind.type() == null || isFunction(link.getArguments().get(0), kind.type()))
          .findFirst();
    }

    private boolean isFunction(ExpressionTree argument, FunctionalType type) {
      return function.closures().isFunction(argument) && function.closures().fits(argument, type);
    }

    private Optional<Stage> terminal(MethodInvocationTree end, PrimitiveType type) {
      boolean real = type == PrimitiveType.DOUBLE;
      FunctionalType takes =
          switch (name(end)) {
            case "forEach", "forEachOrdered" ->
                of(real ? "DoubleConsumer" : "IntConsumer", "accept", null, type);
            case "reduce" ->
                of(
                    real ? "DoubleBinaryOperator" : "IntBinaryOperator",
                    real ? "applyAsDouble" : "applyAsInt",
                    type,
                    type,
                    type);
            default -> null;
          };
      int arguments = end.getArguments().size();
      boolean known = TERMINALS.getOrDefault(name(end), -1) == arguments;
      boolean fits =
          takes == null || (known && isFunction(end.getArguments().get(arguments - 1), takes));
      return known && fits ? Optional.of(new Stage(end, name(end), takes)) : Optional.empty();
    }
  }
}
