package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.MakeRecord;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.ReadComponent;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Which records of a program may be the caller's objects, or have such objects among their
 * components: these, and no others, may be null. Over-estimation costs checks and nothing else.
 */
final class CallersRecords {
  private final Program program;
  private final Set<Value> found = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean changed;

  private CallersRecords(Program program) {
    this.program = program;
  }

  /** The fixed point that starts from the parameters of the main function. */
  static CallersRecords of(Program program) {
    CallersRecords records = new CallersRecords(program);
    program.main().parameters().forEach(records::add);
    do {
      records.changed = false;
      program.functions().forEach(function -> records.visit(function.body()));
    } while (records.changed);
    return records;
  }

  boolean contains(Value value) {
    return found.contains(value);
  }

  private void visit(Region region) {
    for (Op op : region.ops()) {
      op.regions().forEach(this::visit);
      visit(op);
    }
  }

  private void visit(Op op) {
    if (op instanceof If branch) {
      flow(branch.thenRegion().yields(), branch.results());
      flow(branch.elseRegion().yields(), branch.results());
    } else if (op instanceof For loop) {
      flow(loop.initial(), loop.carried());
      flow(loop.body().yields(), loop.carried());
      flow(loop.carried(), loop.results());
    } else if (op instanceof While loop) {
      flow(loop.initial(), loop.condition().parameters());
      flow(loop.body().yields(), loop.condition().parameters());
      flow(loop.condition().parameters(), loop.body().parameters());
      flow(loop.condition().parameters(), loop.results());
    } else if (op instanceof Call call) {
      Function callee = program.helper(call.callee());
      flow(call.arguments(), callee.parameters());
      flow(callee.results(), call.results());
    } else if (op instanceof MakeRecord || op instanceof ReadComponent) {
      op.operands().forEach(from -> flow(from, op.results().get(0)));
    }
  }

  private void flow(List<Value> from, List<Value> to) {
    for (int i = 0; i < to.size(); i++) {
      flow(from.get(i), to.get(i));
    }
  }

  private void flow(Value from, Value to) {
    if (contains(from)) {
      add(to);
    }
  }

  private void add(Value value) {
    if (value.type() instanceof RecordType) {
      changed |= found.add(value);
    }
  }
}
