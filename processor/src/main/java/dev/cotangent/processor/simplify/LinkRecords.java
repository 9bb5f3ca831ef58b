package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Prepares a program for callers in other files, who hand over a record's components and whether it
 * is null, but no object. Input: a program whose records are scattered; output: the same with a
 * boolean in the place of each object.
 */
public final class LinkRecords {
  private LinkRecords() {}

  /**
   * The program whose main function has parameters of these types; empty if it uses an object
   * otherwise than to see whether it is null.
   */
  public static Optional<Program> in(Program program, List<Type> types) {
    Linker linker = new Linker(types);
    Function main = linker.rewrite(program.main());
    return linker.usesObject ? Optional.empty() : Optional.of(new Program(main, program.helpers()));
  }

  private static final class Linker extends Rewriter {
    private final List<Type> types;
    private final Set<Value> objects = new HashSet<>();
    private boolean usesObject;

    Linker(List<Type> types) {
      this.types = types;
    }

    @Override
    public Function rewrite(Function main) {
      List<Value> parameters = new ArrayList<>();
      for (int i = 0; i < types.size(); i++) {
        Value old = main.parameters().get(i);
        Value fresh = old.fresh();
        if (types.get(i) == PrimitiveType.BOOLEAN && old.type().isReference()) {
          objects.add(old);
          fresh = new Value(types.get(i), isNull(old), old.source());
        }
        replace(old, fresh);
        parameters.add(fresh);
      }
      Builder out = new Builder();
      rewriteOps(main.body(), out);
      Region body = out.region(parameters, map(main.results()));
      return new Function(main.name(), body);
    }

    private static String isNull(Value object) {
      return RecordType.nameOf(object.name(), "isNull");
    }

    @Override
    public Region rewrite(Region region) {
      usesObject |= region.yields().stream().anyMatch(objects::contains);
      return super.rewrite(region);
    }

    @Override
    protected void rewrite(Op op, Builder out) {
      boolean asksForNull =
          op instanceof Binary binary
              && binary.operator() == BinaryOperator.EQUAL
              && objects.contains(binary.left());
      if (asksForNull) {
        replace(op.results().get(0), map(op.operands().get(0)));
      } else {
        usesObject |= op.operands().stream().anyMatch(objects::contains);
        copy(op, out);
      }
    }
  }
}
