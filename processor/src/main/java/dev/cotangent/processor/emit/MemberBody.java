package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.frontend.Input;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
  private final CodeBlock.Builder exit = CodeBlock.builder();
  private final Set<String> kept = new HashSet<>();

  /** A body whose function begins with the method's own inputs. */
  MemberBody(MemberContext context, Function function) {
    this(context, function, input -> JavaTypes.of(input.type()));
  }

  /**
   * The same for records whose components have other types.
   *
   * @param types the type of each input that is a component
   */
  MemberBody(MemberContext context, Function function, EntryReads.Typing types) {
    this.context = context;
    CompanionNames names = context.names();
    this.locals = new TakenNames(names.parameters());
    names.tangents().forEach(locals::reserve);
    names.cotangents().forEach(locals::reserve);
    names.results().forEach(result -> locals.reserve(result.cotangent()));
    locals.reserve(names.into());
    EntryReads reads = new EntryReads(context.model().inputs(), function);
    this.parameters = reads.read(types, locals, entry);
    this.function = reads.function();
  }

  private MemberBody(MemberContext context, TakenNames locals, Function function) {
    this.context = context;
    this.locals = locals;
    this.function = function;
    this.parameters = new ArrayList<>();
  }

  /** A body whose function takes nothing that the method takes. */
  static MemberBody ofReverseSweep(MemberContext context, Function function) {
    TakenNames locals = new TakenNames(context.names().parameters());
    locals.reserve(context.names().into());
    context.names().cotangents().forEach(locals::reserve);
    context.names().results().forEach(result -> locals.reserve(result.cotangent()));
    return new MemberBody(context, locals, function);
  }

  /** An expression for the input of that place. */
  CodeBlock input(int index) {
    return parameters.get(index);
  }

  /** The next parameter of the function. */
  void add(CodeBlock expression) {
    parameters.add(expression);
  }

  /** Refuses the same array in two places, where the method writes to arrays. */
  void distinctArguments(CompanionPrograms all) {
    distinctArguments(all, Input::type);
  }

  /** The same where inputs have other types. */
  void distinctArguments(CompanionPrograms all, java.util.function.Function<Input, Type> typeOf) {
    if (all.written().isEmpty()) {
      return;
    }
    List<Input> inputs = context.model().inputs();
    for (int i = 0; i < inputs.size(); i++) {
      for (int k = i + 1; k < inputs.size(); k++) {
        Input one = inputs.get(i);
        Input other = inputs.get(k);
        boolean arrays = one.type().isFloatingArray() && other.type().isFloatingArray();
        if (arrays && typeOf.apply(one).equals(typeOf.apply(other))) {
          entry.addStatement(
              "$T.requireDistinct($L, $L, $S, $S)",
              RuntimeNames.ARGUMENTS,
              input(i),
              input(k),
              one.display(),
              other.display());
        }
      }
    }
  }

  /** A name for a local variable; taken from now on. */
  String local(String wish) {
    return locals.take(wish);
  }

  /** How a result is read that is one of the function's parameters; empty for another. */
  Optional<CodeBlock> parameter(int result) {
    int index = function.parameters().indexOf(function.results().get(result));
    return index < 0 ? Optional.empty() : Optional.of(parameters.get(index));
  }

  /** Whether a result is the literal {@code false}. */
  boolean isAlwaysFalse(int result) {
    Value value = function.results().get(result);
    return function.body().ops().stream()
        .anyMatch(
            op ->
                op instanceof Constant constant
                    && constant.result() == value
                    && Boolean.FALSE.equals(constant.content()));
  }

  /** Makes a name unavailable to local variables. */
  void reserve(String name) {
    locals.reserve(name);
  }

  /** Adds statements that run on entry. */
  void enter(CodeBlock statements) {
    entry.add(statements);
  }

  /** An expression for an input that is read behind the body, too, and so not overwritten there. */
  CodeBlock kept(Input input) {
    CodeBlock expression = argument(input);
    kept.add(expression.toString());
    return expression;
  }

  /** Adds statements that run at the end, also if the function throws. */
  void leave(CodeBlock statements) {
    exit.add(statements);
  }

  /** From here on a variable with that value, which is kept, stands for the input. */
  CodeBlock replace(int index, TypeName type, String wish, CodeBlock value) {
    String name = local(wish);
    entry.addStatement("$T $L = $L", type, name, value);
    parameters.set(index, CodeBlock.of("$L", name));
    kept.add(name);
    return parameters.get(index);
  }

  /** The next parameter is one of the method's that has no other name. */
  void parameter(String name) {
    locals.reserve(name);
    parameters.add(CodeBlock.of("$L", name));
  }

  /** The next parameter is a variable with that value. */
  void variable(TypeName type, String wish, CodeBlock value) {
    String name = local(wish);
    entry.addStatement("$T $L = $L", type, name, value);
    parameters.add(CodeBlock.of("$L", name));
  }

  /**
   * The next parameter is the zeroed shadow of an array, kept in the given field of the holder.
   *
   * @param wish a name for it
   */
  void shadow(Input array, String field, String wish) {
    shadow(array, context.names().into(), field, wish);
  }

  /** The same in a holder of that name. */
  void shadow(Input array, String holder, String field, String wish) {
    CodeBlock zeroed = CodeBlock.of("$L.$L.zeroed($L)", holder, field, argument(array));
    variable(JavaTypes.of(array.type().derivative()), wish, zeroed);
  }

  /** An expression for an input. */
  CodeBlock argument(Input input) {
    return input(context.model().inputs().indexOf(input));
  }

  /**
   * The next parameter is the zeroed shadow of an array, kept in the holder; nobody looks at it
   * afterwards.
   */
  void scratch(Input array) {
    String wish = array.variable() + "Bar";
    if (reads(function.body(), next())) {
      PartialsType type = PartialsType.of(array.type());
      shadow(array, context.holder().keep(type.name(), type.made(), wish), wish);
    } else {
      parameters.add(CodeBlock.of("null"));
    }
  }

  /** The next parameters are the zeroed shadows of the arrays that are differentiated. */
  void shadows() {
    for (Input input : context.model().inputs()) {
      if (input.isWrtArray()) {
        shadow(input, HolderEmitter.partial(input), input.variable() + "Bar");
      }
    }
  }

  /** Zeroes the shadow in that field of the holder on entry. */
  void clear(String field) {
    entry.addStatement("$L.$L.clear()", context.names().into(), field);
  }

  /**
   * The next parameter is the tape on which two sweeps meet.
   *
   * @param field the holder's {@code ForwardSweep}
   * @param call its method that gives the tape
   */
  void sweepTape(String field, String call) {
    CodeBlock tape = CodeBlock.of("$L.$L.$L()", context.names().into(), field, call);
    variable(RuntimeNames.TAPE, "tape", tape);
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
      boolean used = reads(function.body(), next());
      String name = used ? local("tape") : "";
      if (used) {
        entry.addStatement("$1T $2L = new $1T()", RuntimeNames.TAPE, name);
      }
      // What nobody reads is no variable, either.
      parameters.add(
          used ? CodeBlock.of("$L", name) : CodeBlock.of("($T) null", RuntimeNames.TAPE));
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
    return region.yields().contains(value)
        || region.ops().stream()
            .anyMatch(
                op ->
                    op.operands().contains(value)
                        || op.regions().stream().anyMatch(inner -> reads(inner, value)));
  }

  /** The whole body, in which arrays and helpers' arrays are kept in the holder. */
  CodeBlock pooled(ResultSink results, HelperMethods.Family helpers) {
    String into = context.names().into();
    Set<String> pools = HolderAllocator.pools();
    Allocator allocator = helpers.allocator(context.holder(), into, function, pools);
    CodeBlock body = body(results, allocator, helpers.calledWith(into));
    pools.addAll(helpers.pools());
    pools.forEach(pool -> entry.addStatement("$L.$L.reset()", into, pool));
    return entry.build().toBuilder().add(body).build();
  }

  /** The whole body, in which arrays are made by {@code new}. */
  CodeBlock plain(ResultSink results, HelperMethods.Family helpers) {
    CodeBlock body = body(results, Allocator.PLAIN, helpers.calledWith(""));
    CodeBlock.Builder whole = entry.build().toBuilder();
    if (exit.isEmpty()) {
      return whole.add(body).build();
    }
    whole.beginControlFlow("try").add(body);
    return whole.nextControlFlow("finally").add(exit.build()).endControlFlow().build();
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
    Frame frame = new Frame(parameters, locals.all(), kept, results, allocator, callees, true);
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
