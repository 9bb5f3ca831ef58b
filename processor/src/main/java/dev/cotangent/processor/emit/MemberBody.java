package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Stage 7: the body of one member under construction: statements on entry, and an expression for
 * each parameter of the function that the body runs, in the function's order.
 */
final class MemberBody {
  private final MemberContext context;
  private final Function function;
  private final List<CodeBlock> parameters;
  private final TakenNames locals;
  private final CodeBlock.Builder entry = CodeBlock.builder();

  /** A body whose function begins with the method's own parameters. */
  MemberBody(MemberContext context, Function function) {
    this.context = context;
    this.function = function;
    CompanionNames names = context.names();
    this.parameters = new ArrayList<>(CompanionNames.expressions(names.parameters()));
    this.locals = new TakenNames(names.parameters());
    names.tangents().forEach(locals::reserve);
    locals.reserve(names.into());
  }

  /** A name for a local variable; taken from now on. */
  String local(String wish) {
    return locals.take(wish);
  }

  /** Adds statements that run on entry. */
  void enter(CodeBlock statements) {
    entry.add(statements);
  }

  /**
   * The next parameter is the zeroed shadow of an array, kept in the given field of the holder.
   *
   * @param wish a name for it
   */
  void shadow(Parameter array, String field, String wish) {
    String name = local(wish);
    String into = context.names().into();
    entry.addStatement(
        "$T $L = $L.$L.zeroed($L)", shadowType(array), name, into, field, array.name());
    parameters.add(CodeBlock.of("$L", name));
  }

  private static TypeName shadowType(Parameter array) {
    return JavaTypes.of(array.type().derivative());
  }

  /** Tangents may be what the holder gave out before: it lets go of them. */
  void avoidTangents() {
    List<Parameter> wrt = context.model().wrt();
    for (Parameter array : wrt) {
      for (int i = 0; isWide(array.type()) && i < wrt.size(); i++) {
        if (wrt.get(i).type().equals(array.type())) {
          entry.addStatement(
              "$L.$L.avoid($L)",
              context.names().into(),
              HolderEmitter.partial(array),
              context.names().tangents().get(i));
        }
      }
    }
  }

  /** Whether the type is one of arrays of {@code double}, whose tangents are of that type. */
  private static boolean isWide(Type type) {
    return type.isFloatingArray() && type.equals(type.derivative());
  }

  /**
   * The next parameters are the tangents of what is differentiated.
   *
   * @param written the parameters that the method may overwrite
   * @param inHolder whether copies are kept in the holder
   */
  void tangents(Set<String> written, boolean inHolder) {
    List<Parameter> wrt = context.model().wrt();
    for (int i = 0; i < wrt.size(); i++) {
      String given = context.names().tangents().get(i);
      parameters.add(tangent(wrt.get(i), given, !written.isEmpty(), inHolder));
    }
  }

  private CodeBlock tangent(Parameter parameter, String given, boolean writes, boolean inHolder) {
    if (parameter.type() == PrimitiveType.DOUBLE) {
      return CodeBlock.of("$L", given);
    }
    String name = local(parameter.name() + "Tangent");
    if (parameter.type() == PrimitiveType.FLOAT) {
      entry.addStatement("double $L = $L", name, given);
    } else if (writes || !isWide(parameter.type())) {
      // Whatever the method writes might be the array that the caller passes as a tangent.
      copyTangent(parameter, given, name, inHolder);
    } else {
      CodeBlock checked = checkedTangent(parameter, given);
      entry.addStatement("$T $L = $L", shadowType(parameter), name, checked);
    }
    return CodeBlock.of("$L", name);
  }

  private static CodeBlock checkedTangent(Parameter parameter, String given) {
    return CodeBlock.of(
        "$1T.tangent($2L, $3L, $3S)", RuntimeNames.SHADOWS, given, parameter.name());
  }

  private void copyTangent(Parameter parameter, String given, String name, boolean inHolder) {
    if (PartialsType.isNested(parameter.type())) {
      copyRows(parameter, given, name, inHolder);
      return;
    }
    CodeBlock kept =
        inHolder
            ? CodeBlock.of("$L.$L", context.names().into(), context.holder().keepArray(name))
            : CodeBlock.of("null");
    CodeBlock copy =
        CodeBlock.of(
            "$1T.tangentCopy($2L, $3L, $4L, $4S)",
            RuntimeNames.SHADOWS,
            kept,
            given,
            parameter.name());
    if (inHolder) {
      entry.addStatement("$L = $L", kept, copy);
    }
    entry.addStatement("double[] $L = $L", name, inHolder ? kept : copy);
  }

  private void copyRows(Parameter parameter, String given, String name, boolean inHolder) {
    PartialsType type = PartialsType.of(parameter.type());
    HolderEmitter holder = context.holder();
    CodeBlock copies =
        inHolder
            ? CodeBlock.of(
                "$L.$L", context.names().into(), holder.keep(type.name(), type.made(), name))
            : type.receiver();
    CodeBlock checked = checkedTangent(parameter, given);
    entry.addStatement("$T $L = $L.filled($L)", shadowType(parameter), name, copies, checked);
  }

  /** The next parameter is a tape, if the function has one there: the holder's. */
  void keptTape() {
    if (nextIsTape()) {
      boolean used = reads(function.body(), next());
      String field = used ? context.holder().keep(RuntimeNames.TAPE, "tape") : "tape";
      CodeBlock tape = CodeBlock.of("$L.$L", context.names().into(), field);
      if (used) {
        entry.addStatement("$L.reset()", tape);
      }
      parameters.add(tape);
    }
  }

  /** The next parameter is a tape, if the function has one there: a new one. */
  void freshTape() {
    if (nextIsTape()) {
      String name = local("tape");
      if (reads(function.body(), next())) {
        entry.addStatement("$1T $2L = new $1T()", RuntimeNames.TAPE, name);
      }
      parameters.add(CodeBlock.of("$L", name));
    }
  }

  private boolean nextIsTape() {
    return parameters.size() < function.parameters().size()
        && next().type().equals(ReferenceType.TAPE);
  }

  private Value next() {
    return function.parameters().get(parameters.size());
  }

  private static boolean reads(Region region, Value value) {
    return region.ops().stream()
        .anyMatch(
            op ->
                op.operands().contains(value)
                    || op.regions().stream().anyMatch(inner -> reads(inner, value)));
  }

  /** The whole body, in which arrays and helpers' arrays are kept in the holder. */
  CodeBlock pooled(ResultSink results, HelperMethods.Family helpers) {
    String into = context.names().into();
    Set<String> pools = HolderAllocator.pools();
    Allocator allocator = new HolderAllocator(context.holder(), into, function, pools);
    CodeBlock body = body(results, allocator, helpers.calledWith(into));
    pools.addAll(helpers.pools());
    pools.forEach(pool -> entry.addStatement("$L.$L.reset()", into, pool));
    return entry.build().toBuilder().add(body).build();
  }

  /** The whole body, in which arrays are made by {@code new}. */
  CodeBlock plain(ResultSink results, HelperMethods.Family helpers) {
    CodeBlock body = body(results, Allocator.PLAIN, helpers.calledWith(""));
    return entry.build().toBuilder().add(body).build();
  }

  private CodeBlock body(ResultSink results, Allocator allocator, Callees callees) {
    if (parameters.size() != function.parameters().size()) {
      throw new IllegalStateException(
          function.name()
              + " has "
              + function.parameters().size()
              + " parameters, but the member gives it "
              + parameters.size());
    }
    Frame frame = new Frame(parameters, locals.all(), results, allocator, callees, true);
    return FunctionEmitter.body(function, frame);
  }

  /** The function with some of its results rounded to {@code float}. */
  static Function rounded(Function function, List<Integer> results) {
    Builder out = new Builder();
    List<Op> ops = out.ops();
    ops.addAll(function.body().ops());
    List<Value> yields = new ArrayList<>(function.results());
    for (int index : results) {
      yields.set(index, out.convert(yields.get(index), PrimitiveType.FLOAT));
    }
    return new Function(function.name(), out.region(function.parameters(), yields));
  }
}
