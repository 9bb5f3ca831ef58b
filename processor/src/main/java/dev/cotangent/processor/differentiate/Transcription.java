package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.Aliases;
import dev.cotangent.processor.analysis.HelperEffects;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Differential;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Opaque.Effect;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * From a program whose effects must happen once to two programs that together go through it as
 * often as one likes. The first is the program itself, and writes down what opaque Java gives, and
 * what is read from arrays that opaque Java may change. The second has no effect: it reads the
 * transcript instead. Both take the transcript behind their old parameters.
 *
 * <p>Calls whose derivative is given by rules are functions by declaration: they are run again.
 */
public final class Transcription extends Rewriter {
  private static final String REASON = "a helper that calls itself has effects";

  private final boolean replay;
  private final Aliases aliases;
  private final Set<Value> elsewhere;
  private final Value transcript =
      new Value(ReferenceType.TRANSCRIPT, "transcript", SourceRange.NONE);

  private Transcription(Program program, boolean replay) {
    this.replay = replay;
    this.aliases = Aliases.of(program.main(), true, HelperEffects.of(program));
    this.elsewhere = elsewhere(program.main(), aliases);
  }

  /** Whether the program has effects that must happen once. */
  public static boolean isNeeded(Program program) {
    return program.functions().stream().anyMatch(function -> effect(function).isPresent());
  }

  /** Whether the function takes a transcript. */
  public static boolean isTakenBy(Function function) {
    return function.parameters().stream()
        .anyMatch(parameter -> parameter.type().equals(ReferenceType.TRANSCRIPT));
  }

  private static Optional<Op> effect(Function function) {
    List<Op> found = new ArrayList<>();
    Structure.forEachSeen(
        function.body(),
        op -> {
          if (hasEffect(op)) {
            found.add(op);
          }
        });
    return found.stream().findFirst();
  }

  private static boolean hasEffect(Op op) {
    Effect effect = op instanceof Opaque opaque ? opaque.effect() : Effect.NONE;
    if (op instanceof Invoke call && isForgotten(call) && call.plain() instanceof Opaque plain) {
      effect = plain.effect();
    }
    return effect == Effect.TELLS || effect == Effect.WRITES;
  }

  /**
   * What a method of another file does besides is out of sight.
   *
   * @throws Refusal if the program calls such a method through its companion
   */
  public static void refuseLinked(Program program) {
    program.functions().forEach(Transcription::refuseLinked);
  }

  private static void refuseLinked(Function function) {
    Structure.forEachSeen(
        function.body(),
        op -> {
          if (op instanceof Invoke call
              && call.callee().differential() instanceof Differential.Linked) {
            throw new Refusal(
                op.source(),
                Code.EFFECT_REPEATED,
                "it calls " + call.callee().display() + " in another file");
          }
        });
  }

  /** Whether no derivative passes through the call, so that its result may come from elsewhere. */
  private static boolean isForgotten(Invoke call) {
    return call.callee().differential() instanceof Differential.Zero
        || call.callee().differential() instanceof Differential.Unknown;
  }

  /**
   * The program that runs once.
   *
   * @throws Refusal if something cannot be written down
   */
  public static Program recorded(Program program) {
    return of(program, false);
  }

  /** The program that reads what the other one wrote. */
  public static Program replayed(Program program) {
    return of(program, true);
  }

  private static Program of(Program program, boolean replay) {
    program.helpers().values().stream()
        .flatMap(helper -> effect(helper).or(() -> handedOut(helper)).stream())
        .findFirst()
        .ifPresent(
            op -> {
              throw new Refusal(op.source(), Code.EFFECT_REPEATED, REASON);
            });
    Function main = program.main();
    Transcription rewriter = new Transcription(program, replay);
    Region body = rewriter.rewrite(main.body());
    List<Value> parameters = Lists.append(body.parameters(), rewriter.transcript);
    Region all = new Region(parameters, body.ops(), body.yields());
    return new Program(new Function(main.name(), all), program.helpers());
  }

  @Override
  protected void rewrite(Op op, Builder out) {
    if (op instanceof Call && op.operands().stream().anyMatch(this::isElsewhere)) {
      throw new Refusal(op.source(), Code.EFFECT_REPEATED, REASON);
    }
    boolean once =
        (op instanceof Opaque opaque && opaque.effect() != Effect.NONE)
            || (op instanceof Invoke call && isForgotten(call))
            || (op instanceof Load load && isElsewhere(load.array()));
    if (once) {
      once(op, out);
    } else if (op instanceof CloneArray copy && isElsewhere(copy.array())) {
      copyOnce(copy, out);
    } else if (!(replay && op instanceof Store store && isElsewhere(store.array()))) {
      copy(op, out);
    }
  }

  /**
   * Whether opaque Java may know the array or the object. What a helper gives is not known
   * elsewhere, since helpers are given nothing from there and get nothing themselves.
   */
  private boolean isElsewhere(Value reference) {
    return elsewhere.contains(aliases.classOf(reference));
  }

  /** The classes of what opaque Java keeps and hands out. */
  private static Set<Value> elsewhere(Function main, Aliases aliases) {
    Set<Value> classes = Collections.newSetFromMap(new IdentityHashMap<>());
    classes.add(aliases.classOf(aliases.world()));
    Structure.forEach(
        main.body(),
        op -> {
          if (op instanceof Opaque || op instanceof Invoke) {
            op.results().stream()
                .filter(result -> result.type().isReference())
                .forEach(result -> classes.add(aliases.classOf(result)));
          }
        });
    return classes;
  }

  /** What a helper gets from elsewhere could be changed there between two runs. */
  private static Optional<Op> handedOut(Function helper) {
    List<Op> found = new ArrayList<>();
    Structure.forEachSeen(
        helper.body(),
        op -> {
          if ((op instanceof Opaque || op instanceof Invoke)
              && op.results().stream().anyMatch(result -> result.type() instanceof ArrayType)) {
            found.add(op);
          }
        });
    return found.stream().findFirst();
  }

  private void once(Op op, Builder out) {
    if (!replay) {
      copy(op, out);
      op.results().forEach(result -> write("$0.write($1)", map(result), out));
      return;
    }
    for (Value result : op.results()) {
      replace(result, read(result, out));
    }
  }

  /** What an array held when it was copied. */
  private void copyOnce(CloneArray copy, Builder out) {
    if (replay) {
      Value held = read(copy.result(), out);
      replace(copy.result(), out.cloneOf(held, copy.result().name()));
    } else {
      copy(copy, out);
      write("$0.write($1.clone())", map(copy.result()), out);
    }
  }

  private void write(String template, Value value, Builder out) {
    out.append(
        new Opaque(template, List.of(transcript, value), Effect.TELLS, List.of(), value.source()));
  }

  private Value read(Value old, Builder out) {
    Value fresh = old.fresh();
    out.append(
        new Opaque(
            reading(old.type()), List.of(transcript), Effect.WRITES, List.of(fresh), old.source()));
    return fresh;
  }

  private static String reading(Type type) {
    if (!(type instanceof PrimitiveType primitive)) {
      return "(" + typeText(type) + ") $0.readReference()";
    }
    return switch (primitive) {
      case DOUBLE -> "$0.readDouble()";
      case LONG -> "$0.readLong()";
      case BOOLEAN -> "$0.readBoolean()";
      case FLOAT -> "(float) $0.readDouble()";
      case INT, SHORT, BYTE, CHAR -> "(" + primitive.keyword() + ") $0.readLong()";
    };
  }

  private static String typeText(Type type) {
    if (type instanceof ArrayType array) {
      return typeText(array.element()) + "[]";
    }
    // Type arguments need no cast.
    return type instanceof ReferenceType reference
        ? "{" + reference.qualifiedName() + "}"
        : type.toString();
  }
}
