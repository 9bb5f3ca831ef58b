package dev.cotangent.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.cotangent.Derivative;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Custom;
import dev.cotangent.processor.ir.Derive;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/**
 * Lowers calls of companions' members inside a method: {@code FooBar.gradient(x, y)} is a
 * derivative of {@code Foo.bar}, whose result is a record of partials. What it computes is decided
 * when the program is composed.
 */
final class NestedLowering {
  /** Members that are for callers from outside. */
  private static final Set<String> OUTSIDE =
      Set.of("scalar", "check", "bind", "vjp", "pullback", "jacobian", "hessian");

  private final FunctionLowering function;
  private final NameLowering names;
  private final CallLowering calls;

  NestedLowering(FunctionLowering function, NameLowering names, CallLowering calls) {
    this.function = function;
    this.names = names;
    this.calls = calls;
  }

  private Companions companions() {
    return function.program().companions();
  }

  /**
   * What a call names, if it is one of a companion's member.
   *
   * @param elsewhere whether the companion belongs to a method of another file
   */
  record Member(
      Companions.Companion companion, String name, MethodInvocationTree node, boolean elsewhere) {}

  /**
   * The member of a companion that is called; a variable of the companion's name hides it.
   * Companions of other files are there in a later round.
   */
  Optional<Member> member(MethodInvocationTree node) {
    if (!(Syntax.strip(node.getMethodSelect()) instanceof MemberSelectTree select)) {
      return Optional.empty();
    }
    String owner = select.getExpression().toString();
    if (isVariable(select.getExpression())) {
      return Optional.empty();
    }
    String name = select.getIdentifier().toString();
    Optional<Companions.Companion> here = companions().named(owner);
    if (here.isPresent()) {
      return Optional.of(new Member(here.get(), name, node, false));
    }
    return names
        .type(select.getExpression())
        .filter(Companions::isOne)
        .map(
            type ->
                companions()
                    .of(type)
                    .map(companion -> new Member(companion, name, node, true))
                    .orElseThrow(() -> refuseLost(node, owner)));
  }

  private Refusal refuseLost(MethodInvocationTree node, String owner) {
    return function.refuse(
        Code.NESTED_MEMBER, node, owner, "its method is not there", "Compile it with the method");
  }

  private boolean isVariable(ExpressionTree tree) {
    if (tree instanceof MemberSelectTree select) {
      return isVariable(select.getExpression());
    }
    if (!(tree instanceof IdentifierTree identifier)) {
      return true;
    }
    String name = identifier.getName().toString();
    return function.flow().scope().find(name).isPresent()
        || function.names().field(name).isPresent();
  }

  /** The call's result. */
  Value call(Member member) {
    if (member.name().equals("value")) {
      return value(member);
    }
    Derivative mode = Companions.MEMBERS.get(member.name());
    if (mode == null || OUTSIDE.contains(member.name())) {
      throw refuse(member, "it is for callers from outside", "Use gradient, jvp, hvp or value");
    }
    MethodModel model = member.companion().model();
    if (!model.isNumber()) {
      throw refuse(
          member, "its method gives no single number", "Differentiate one number at a time");
    }
    if (!model.offers(mode)) {
      throw function.refuse(
          Code.LINK_MODE_MISSING, member.node(), model.names().display(), mode.name());
    }
    if (mode != Derivative.JVP && model.wrt().stream().anyMatch(NestedLowering::isOfFloats)) {
      throw refuse(
          member, "its partials are rounded to arrays of float", "Use arrays of double, or jvp");
    }
    List<Type> wanted = new ArrayList<>(types(model.parameters()));
    if (mode != Derivative.GRADIENT) {
      wanted.addAll(types(model.wrt()));
    }
    return derive(mode, member, arguments(member, wanted));
  }

  private static boolean isOfFloats(MethodModel.Parameter parameter) {
    return parameter.type() instanceof ArrayType
        && !parameter.type().equals(parameter.type().derivative());
  }

  private static List<Type> types(List<MethodModel.Parameter> parameters) {
    return parameters.stream().map(MethodModel.Parameter::type).toList();
  }

  private Value value(Member member) {
    List<Value> arguments = arguments(member, types(member.companion().model().parameters()));
    CallLowering.Site site = CallLowering.Site.of(member.node());
    return calls.known(
        new OverloadResolution.Choice(member.companion().method(), false), arguments, site);
  }

  private List<Value> arguments(Member member, List<Type> types) {
    List<? extends ExpressionTree> given = member.node().getArguments();
    boolean records = member.companion().model().takesRecords();
    if (given.size() != types.size() || records) {
      throw refuse(
          member,
          records ? "it takes a record" : "it is called with " + given.size() + " arguments",
          "Pass the arguments of the method, and tangents for jvp and hvp, but no holder");
    }
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      Value value = function.value(given.get(i), Wanted.as(types.get(i)));
      arguments.add(function.conversions().implicit(value, types.get(i), given.get(i)));
    }
    arguments.forEach(function::unmarkLiteral);
    return arguments;
  }

  private Value derive(Derivative mode, Member member, List<Value> arguments) {
    MethodModel model = member.companion().model();
    if (function.program().isAnnotated(member.companion().method())) {
      throw function.refuse(Code.DERIVATIVE_OF_ITSELF, member.node(), model.names().display());
    }
    SourceRange at = function.range(member.node());
    int count = model.parameters().size();
    List<Value> operands = new ArrayList<>(arguments.subList(0, count));
    arguments.subList(count, arguments.size()).forEach(t -> operands.add(tangent(t, at)));
    RecordType holder = companions().holder(model, mode);
    List<Value> results = new ArrayList<>();
    for (RecordType.Component component : holder.components()) {
      boolean value = results.isEmpty() && mode != Derivative.HVP;
      Type type = value ? component.type() : component.type().derivative();
      results.add(new Value(type, "", at));
    }
    Derive.Wanted what = wanted(mode, member, holder);
    function.flow().out().append(new Derive(what, operands, results, at));
    List<Value> components = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      components.add(narrowed(results.get(i), holder.components().get(i).type(), at));
    }
    return RecordLowering.make(function, holder, components, member.node());
  }

  private Derive.Wanted wanted(Derivative mode, Member member, RecordType holder) {
    MethodModel model = member.companion().model();
    ExecutableElement method = member.companion().method();
    ProgramLowering program = function.program();
    if (!member.elsewhere()) {
      return new Derive.Wanted(mode, program.helper(method), model.activity(), model.nonSmooth());
    }
    Custom custom =
        program
            .customs()
            .of(method, (code, arguments) -> function.refuse(code, member.node(), arguments))
            .orElseThrow();
    String callee = program.call(method, custom, function.range(member.node()));
    List<Type> tangents = mode == Derivative.GRADIENT ? List.of() : types(model.wrt());
    Derive.Member what =
        new Derive.Member(model.names().qualifiedCompanion(), member.name(), tangents, holder);
    return new Derive.Wanted(mode, callee, model.activity(), model.nonSmooth(), Optional.of(what));
  }

  private Value tangent(Value given, SourceRange at) {
    return given.type() instanceof PrimitiveType
        ? function.ops().convert(given, PrimitiveType.DOUBLE, at)
        : given;
  }

  /** Accessors of floats narrow. */
  private Value narrowed(Value value, Type type, SourceRange at) {
    return type instanceof ArrayType || value.type().equals(type)
        ? value
        : function.ops().convert(value, (PrimitiveType) type, at);
  }

  /** Refuses a result that the user makes, and one that is passed on. */
  static void refuseHolder(FunctionLowering function, Type type, ExpressionTree tree) {
    if (function.program().companions().isHolder(type)) {
      throw function.refuse(
          Code.NESTED_MEMBER,
          tree,
          ((RecordType) type).qualifiedName(),
          "its values come from the companion and stay in local variables",
          "Pass the partials themselves, as numbers and arrays");
    }
  }

  /** An accessor of a companion's result. */
  Value read(Value holder, String name, CallLowering.Site site) {
    RecordType type = (RecordType) holder.type();
    if (type.indexOf(name) < 0 || !site.arguments().isEmpty()) {
      throw function.refuse(
          Code.NESTED_MEMBER,
          site.tree(),
          name,
          "a result of " + type.qualifiedName() + " has no such accessor",
          "Use one of "
              + String.join(
                  ", ", type.components().stream().map(RecordType.Component::name).toList()));
    }
    return RecordLowering.component(function, holder, name, site.tree());
  }

  private Refusal refuse(Member member, String why, String fix) {
    String name = member.companion().model().names().companion() + "." + member.name();
    return function.refuse(Code.NESTED_MEMBER, member.node(), name, why, fix);
  }
}
