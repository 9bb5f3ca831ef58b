package dev.cotangent.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.frontend.OverloadResolution.Choice;
import dev.cotangent.processor.ir.MakeRecord;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.ReadComponent;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/** Lowers the making of records, the reading of components and calls of records' own methods. */
final class RecordLowering {
  /** The variable that holds the record in its own methods. */
  static final String THIS = "this";

  private final FunctionLowering function;
  private final CallLowering calls;

  RecordLowering(FunctionLowering function, CallLowering calls) {
    this.function = function;
    this.calls = calls;
  }

  private FileRecords records() {
    return function.program().records();
  }

  /** Whether the tree is {@code this} in a record's own method or constructor. */
  static boolean isThis(FunctionLowering function, Tree tree) {
    return tree instanceof IdentifierTree identifier
        && identifier.getName().contentEquals(THIS)
        && function.flow().scope().find(THIS).isPresent();
  }

  /** The component of that name. */
  static Value component(FunctionLowering function, Value record, String name, Tree tree) {
    RecordType type = (RecordType) record.type();
    int index = type.indexOf(name);
    if (index < 0) {
      throw function.refuse(Code.UNKNOWN_NAME, tree, tree.toString());
    }
    Type component = type.components().get(index).type();
    Value result = new Value(component, "", function.range(tree));
    function.flow().out().append(new ReadComponent(record, index, result));
    return result;
  }

  /** {@code new P(a, b)}. */
  Value create(RecordType type, NewClassTree node) {
    if (node.getClassBody() != null || node.getEnclosingExpression() != null) {
      throw UnsupportedSyntax.refusal(function, node);
    }
    return construct(type, new CallLowering.Site("new " + type, node.getArguments(), node));
  }

  /** {@code this(a, b)} at the beginning of a constructor. */
  Value delegate(CallLowering.Site site) {
    Variable own = function.flow().scope().find(THIS).orElseThrow();
    Value record = construct((RecordType) own.type(), site);
    function.flow().write(own, record);
    return record;
  }

  private Value construct(RecordType type, CallLowering.Site site) {
    List<ExecutableElement> constructors = records().constructors(type);
    List<Value> arguments = calls.arguments(site, constructors);
    Choice choice = calls.choose(constructors, arguments, site);
    return switch (records().kind(choice.method())) {
      case IMPLICIT -> make(function, type, calls.converted(choice, arguments, site), site.tree());
      case COMPACT, DELEGATING -> calls.helper(choice, Optional.empty(), arguments, site);
      case EXPLICIT ->
          throw function.refuse(Code.RECORD_CONSTRUCTOR, site.tree(), type.qualifiedName());
      case FOREIGN -> foreign(type, calls.converted(choice, arguments, site), site.tree());
    };
  }

  /**
   * A record of another file, which keeps what its canonical constructor is given. That one runs as
   * in Java: it may look at its parameters, and throw.
   */
  private Value foreign(RecordType type, List<Value> components, Tree tree) {
    List<Type> given = components.stream().map(Value::type).toList();
    if (!given.equals(type.components().stream().map(RecordType.Component::type).toList())
        || given.stream().anyMatch(RecordType.class::isInstance)) {
      throw function.refuse(
          Code.UNSUPPORTED_SYNTAX,
          tree,
          "A record of another file that is not made of numbers, arrays and objects alone, by its"
              + " canonical constructor,",
          "Declare " + type + " in this file, or pass it as a parameter");
    }
    function.requireVisible(type.asObject(), tree);
    Template text = new Template().text("new ").name(type.qualifiedName()).text("(");
    for (int i = 0; i < components.size(); i++) {
      text.text(i == 0 ? "" : ", ").hole(components.get(i));
    }
    function
        .flow()
        .out()
        .append(
            new Opaque(
                text.text(")").toString(),
                components,
                Opaque.Effect.TELLS,
                List.of(),
                function.range(tree)));
    return make(function, type, components, tree);
  }

  /** A record of these components. */
  static Value make(FunctionLowering function, RecordType type, List<Value> components, Tree tree) {
    Value record = new Value(type, "", function.range(tree));
    function.flow().out().append(new MakeRecord(components, record));
    return record;
  }

  /**
   * The record that an object of its class holds, read component by component; empty if it is no
   * such object, or its accessors are not Java's own.
   */
  static Optional<Value> unpacked(FunctionLowering function, Value object, Type target, Tree tree) {
    boolean fits =
        target instanceof RecordType type
            && object.type().equals(TypeReader.asObject(type))
            && !function.program().records().hasOwnAccessor(type);
    if (!fits) {
      return Optional.empty();
    }
    RecordType type = (RecordType) target;
    function.requireVisible(TypeReader.asObject(type), tree);
    List<Value> components = new ArrayList<>();
    for (RecordType.Component component : type.components()) {
      Type of = TypeReader.asObject(component.type());
      String read = "$0." + component.name() + "()";
      Value value =
          function
              .ops()
              .opaque(read, List.of(object), Opaque.Effect.READS, of, function.range(tree));
      components.add(function.conversions().implicit(value, component.type(), tree));
    }
    return Optional.of(make(function, type, components, tree));
  }

  /** {@code receiver.name(a, b)}; null if the method is {@code void}. */
  Value invoke(Value receiver, String name, CallLowering.Site site) {
    List<ExecutableElement> candidates =
        function.names().members().methods(records().element((RecordType) receiver.type()), name);
    List<Value> arguments = calls.arguments(site, candidates);
    Choice choice = calls.choose(candidates, arguments, site);
    return invoke(receiver, choice, arguments, site);
  }

  /** The method, which has been chosen, of that record. */
  Value invoke(Value receiver, Choice choice, List<Value> arguments, CallLowering.Site site) {
    ExecutableElement method = choice.method();
    String name = method.getSimpleName().toString();
    if (method.getModifiers().contains(Modifier.STATIC)) {
      return calls.helper(choice, Optional.empty(), arguments, site);
    }
    if (records().isImplicitAccessor(method)) {
      return component(function, receiver, name, site.tree());
    }
    if (!records().isOwnMethod(method)) {
      throw function.refuse(
          Code.RECORD_VALUE,
          site.tree(),
          "a call of '" + name + "', which has no body in a record of this file");
    }
    throwIfNull(receiver, site.tree());
    return calls.helper(choice, Optional.of(receiver), arguments, site);
  }

  /** A method of a record that is null is not entered, whatever it would read: reading throws. */
  private void throwIfNull(Value record, Tree tree) {
    List<RecordType.Component> components = ((RecordType) record.type()).components();
    components.stream()
        .findFirst()
        .ifPresent(first -> component(function, record, first.name(), tree));
  }

  /** The record whose own method calls that method of it by its simple name. */
  Optional<Value> receiver(ExecutableElement method) {
    return function
        .flow()
        .scope()
        .find(THIS)
        .filter(
            own -> records().element((RecordType) own.type()).equals(method.getEnclosingElement()))
        .flatMap(function.flow()::read);
  }

  /** The record that the tree of a type names, if it is one of the file. */
  Optional<RecordType> type(ExpressionTree tree) {
    return function
        .types()
        .read(tree, function.names())
        .filter(RecordType.class::isInstance)
        .map(RecordType.class::cast);
  }
}
