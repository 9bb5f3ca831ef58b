package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.cotangent.processor.analysis.ArrayOrigins;
import dev.cotangent.processor.analysis.HelperEffects;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Grow;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.ShadowOf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Stage 7: the private methods of a companion for the helpers that its programs call. Programs with
 * the same helpers share their methods.
 */
final class HelperMethods {
  private static final Set<String> MEMBERS =
      Set.of(
          "value",
          "gradient",
          "jvp",
          "jvps",
          "vjp",
          "pullback",
          "pullbackForward",
          "pullbackReverse",
          "jacobian",
          "jacobianColumn",
          "jacobianColumns",
          "jacobianForward",
          "jacobianRow",
          "jacobianRows",
          "jacobianValue",
          "hvp",
          "hessian",
          "hessianRows",
          "recordedGradient",
          "scalar",
          "check",
          "bind");

  private final HolderFields holder;
  private final TakenNames taken;
  private final Map<String, Family> families;
  private final List<MethodSpec> methods;

  HelperMethods(HolderFields holder) {
    this(holder, new TakenNames(MEMBERS), new HashMap<>(), new ArrayList<>());
  }

  private HelperMethods(
      HolderFields holder,
      TakenNames taken,
      Map<String, Family> families,
      List<MethodSpec> methods) {
    this.holder = holder;
    this.taken = taken;
    this.families = families;
    this.methods = methods;
  }

  /** The methods of the same companion, for members that are given another holder. */
  HelperMethods with(HolderFields other) {
    return new HelperMethods(other, taken, families, methods);
  }

  /**
   * The helpers of one program.
   *
   * @param methodNames the method of each helper
   * @param arrays where the methods make their arrays
   * @param effects what the helpers do with what they are given
   * @param pools the pools that the methods use, to be reset where a member is entered
   */
  record Family(
      Map<String, String> methodNames, Arrays arrays, HelperEffects effects, Set<String> pools) {

    /** Makes the arrays of a function that calls the helpers in the holder. */
    Allocator allocator(HolderFields holder, String into, Function function, Set<String> used) {
      return new HolderAllocator(holder, into, ArrayOrigins.of(function, effects), used);
    }

    boolean takesHolder() {
      return arrays == Arrays.IN_HOLDER || arrays == Arrays.APART;
    }

    /** How a method calls a helper in which the holder has the given name. */
    Callees calledWith(String into) {
      return (helper, arguments) -> {
        List<CodeBlock> all = new ArrayList<>(arguments);
        if (takesHolder()) {
          all.add(CodeBlock.of("$L", into));
        }
        return CodeBlock.of("$L($L)", methodNames.get(helper), CodeBlock.join(all, ", "));
      };
    }
  }

  /** Where methods make their arrays. */
  private enum Arrays {
    /** In the holder, their last parameter. */
    IN_HOLDER,
    /** In the holder, in other pools than those of the helpers of another program. */
    APART,
    /** In the pools of a tape, if they have one. */
    ON_TAPE,
    /** By {@code new}. */
    PLAIN
  }

  /** The methods so far. */
  List<MethodSpec> methods() {
    return methods;
  }

  /** The helpers of a program whose members have a holder at hand. */
  Family pooled(Program program) {
    return family(program, allocates(program) ? Arrays.IN_HOLDER : Arrays.PLAIN, "");
  }

  /**
   * The same for a reverse sweep that runs while the arrays of its forward sweep are in use: its
   * helpers have pools of their own.
   */
  Family pooledApart(Program program) {
    return family(program, allocates(program) ? Arrays.APART : Arrays.PLAIN, "");
  }

  private static boolean allocates(Program program) {
    return program.helpers().values().stream().anyMatch(helper -> allocates(helper.body()));
  }

  /** The helpers of a program that makes its arrays by {@code new}. */
  Family plain(Program program) {
    return family(program, Arrays.PLAIN, "");
  }

  /** The helpers of a program that other companions call. */
  Family linked(Program program) {
    return family(program, allocates(program) ? Arrays.ON_TAPE : Arrays.PLAIN, "");
  }

  /** The helpers of a define-by-run twin. */
  Family twin(Program program) {
    return family(program, Arrays.PLAIN, "Scalar");
  }

  private Family family(Program program, Arrays arrays, String suffix) {
    boolean inHolder = arrays == Arrays.IN_HOLDER || arrays == Arrays.APART;
    String where = arrays + " " + (inHolder ? holder.type() : "");
    String content = where + "\n" + program.helpers();
    Family known = families.get(content);
    if (known != null) {
      return known;
    }
    Map<String, String> methodNames = new LinkedHashMap<>();
    program.helpers().keySet().forEach(name -> methodNames.put(name, taken.take(name + suffix)));
    Family family =
        new Family(methodNames, arrays, HelperEffects.ofCalls(program), HolderAllocator.pools());
    families.put(content, family);
    program.helpers().values().forEach(helper -> methods.add(method(helper, family)));
    return family;
  }

  private MethodSpec method(Function helper, Family family) {
    List<ParameterSpec> parameters = new ArrayList<>(FunctionEmitter.parameters(helper));
    List<String> parameterNames = FunctionEmitter.parameterNames(helper);
    String into = new TakenNames(parameterNames).take("into");
    Frame frame =
        Frame.of(parameterNames).withReserved(Set.of(into)).withCallees(family.calledWith(into));
    if (family.takesHolder()) {
      parameters.add(ParameterSpec.builder(holder.type(), into).build());
      frame = frame.withAllocator(family.allocator(holder, into, helper, family.pools()));
    }
    if (family.arrays() == Arrays.ON_TAPE) {
      frame = frame.withAllocator(onTape(helper, parameterNames));
    }
    if (helper.results().isEmpty()) {
      frame = frame.withResults(ResultSink.of());
    }
    return MethodSpec.methodBuilder(family.methodNames().get(helper.name()))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(FunctionEmitter.returnType(helper))
        .addParameters(parameters)
        .addCode(FunctionEmitter.body(helper, frame))
        .build();
  }

  /** Makes arrays on the tape that a function takes, or by {@code new} if it takes none. */
  static Allocator onTape(Function function, List<String> parameterNames) {
    for (int i = 0; i < parameterNames.size(); i++) {
      if (function.parameters().get(i).type().equals(ReferenceType.TAPE)) {
        return new TapeAllocator(parameterNames.get(i));
      }
    }
    return Allocator.PLAIN;
  }

  private static boolean allocates(Region region) {
    return region.ops().stream()
        .anyMatch(op -> makesArray(op) || op.regions().stream().anyMatch(HelperMethods::allocates));
  }

  private static boolean makesArray(Op op) {
    return op instanceof Alloc
        || op instanceof ShadowOf
        || op instanceof CloneArray
        || op instanceof Grow;
  }
}
