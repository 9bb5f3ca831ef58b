package dev.cotangent.processor.frontend;

import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Derive;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.MakeRecord;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.ReadComponent;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds stores into the arrays of static fields, and into their rows, through whatever variables,
 * branches, loops, helpers and local arrays of arrays the reference goes. Such a store would carry
 * derivatives out of the method's sight. Over-estimation refuses a method in which a helper's
 * result may be such an array for one caller and is written by another, or in which one row of a
 * local array is such an array and another row is written.
 */
final class SharedArrays {
  private final Program program;
  private final Findings findings;
  private final Map<Value, String> fields = new IdentityHashMap<>();

  /** Arrays of arrays of the method's own among whose rows a field's array may be. */
  private final Map<Value, String> holders = new IdentityHashMap<>();

  private boolean changed;

  private SharedArrays(Program program, Findings findings) {
    this.program = program;
    this.findings = findings;
  }

  /** Reports each store into a static field's array. */
  static void check(Program program, Findings findings) {
    SharedArrays arrays = new SharedArrays(program, findings);
    do {
      arrays.changed = false;
      program.functions().forEach(function -> arrays.follow(function.body()));
    } while (arrays.changed);
    program.functions().forEach(function -> arrays.report(function.body()));
  }

  private void follow(Region region) {
    for (Op op : region.ops()) {
      op.regions().forEach(this::follow);
      follow(op);
    }
  }

  private void follow(Op op) {
    if (op instanceof Opaque opaque && opaque.effect() == Opaque.Effect.NONE) {
      opaque.results().stream()
          .filter(result -> result.type() instanceof ArrayType)
          .forEach(result -> putIfKnown(result, fieldName(opaque), fields));
    } else if (op instanceof If branch) {
      flow(branch.thenRegion().yields(), branch.results());
      flow(branch.elseRegion().yields(), branch.results());
    } else if (op instanceof For loop) {
      carry(loop.initial(), loop.body().yields(), List.of(loop.carried(), loop.results()));
    } else if (op instanceof While loop) {
      List<List<Value>> targets =
          List.of(loop.condition().parameters(), loop.body().parameters(), loop.results());
      carry(loop.initial(), loop.body().yields(), targets);
    } else if (op instanceof MakeRecord make) {
      make.components().forEach(component -> flow(List.of(component), make.results()));
    } else if (op instanceof ReadComponent read && read.result().type().isReference()) {
      flow(read.operands(), read.results());
    } else if (op instanceof Call call) {
      Function callee = program.helper(call.callee());
      flow(call.arguments(), callee.parameters());
      flow(callee.results(), call.results());
    } else if (op instanceof Derive derive) {
      Function callee = program.helper(derive.what().callee());
      flow(derive.arguments().subList(0, callee.parameters().size()), callee.parameters());
    } else {
      followRows(op);
    }
  }

  private void followRows(Op op) {
    if (op instanceof Load load && load.result().type().isReference()) {
      share(load.array(), load.result());
      putIfKnown(load.result(), fields.get(load.array()), fields);
      putIfKnown(load.result(), holders.get(load.array()), fields);
    } else if (op instanceof Store store && store.content().type().isReference()) {
      share(store.array(), store.content());
      putIfKnown(store.array(), fields.get(store.content()), holders);
    } else if (op instanceof CloneArray copy && isOfArrays(copy.result())) {
      share(copy.array(), copy.result());
      putIfKnown(copy.result(), fields.get(copy.array()), holders);
    }
  }

  /** What one of two arrays of arrays may have among its rows the other one may have, too. */
  private void share(Value a, Value b) {
    if (isOfArrays(a) && isOfArrays(b)) {
      putIfKnown(a, holders.get(b), holders);
      putIfKnown(b, holders.get(a), holders);
    }
  }

  private static boolean isOfArrays(Value value) {
    return value.type() instanceof ArrayType array && array.element().isReference();
  }

  private void putIfKnown(Value value, String field, Map<Value, String> into) {
    changed |= field != null && into.putIfAbsent(value, field) == null;
  }

  private static String fieldName(Opaque opaque) {
    return opaque.template().substring(opaque.template().lastIndexOf('.') + 1);
  }

  private void carry(List<Value> initial, List<Value> yields, List<List<Value>> targets) {
    for (List<Value> target : targets) {
      flow(initial, target);
      flow(yields, target);
    }
  }

  private void flow(List<Value> from, List<Value> to) {
    for (int i = 0; i < to.size(); i++) {
      putIfKnown(to.get(i), fields.get(from.get(i)), fields);
      share(from.get(i), to.get(i));
    }
  }

  private void report(Region region) {
    for (Op op : region.ops()) {
      op.regions().forEach(this::report);
      if (op instanceof Store store && fields.containsKey(store.array())) {
        String field = fields.get(store.array());
        findings.add(Diagnostic.of(Code.STATIC_WRITE, store.source(), field));
      }
    }
  }
}
