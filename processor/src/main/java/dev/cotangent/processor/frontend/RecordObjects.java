package dev.cotangent.processor.frontend;

import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Differential;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.MakeRecord;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.ReadComponent;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.While;

/**
 * Stage 1: finds records that are wanted as objects: as text, by methods out of sight, in arrays.
 * There are none, since records are taken apart. Input: a program; output: findings.
 */
final class RecordObjects {
  private RecordObjects() {}

  /** Reports each operation on a record that is no record's, and does not merely pass it on. */
  static void check(Program program, Findings findings) {
    program.functions().forEach(function -> check(function.body(), findings));
  }

  private static void check(Region region, Findings findings) {
    for (Op op : region.ops()) {
      op.regions().forEach(inner -> check(inner, findings));
      boolean touches =
          Lists.concat(op.operands(), op.results()).stream()
              .anyMatch(value -> value.type() instanceof RecordType);
      if (touches && !passesOn(op)) {
        findings.add(Diagnostic.of(Code.RECORD_VALUE, op.source(), "a record as an object"));
      }
    }
  }

  private static boolean passesOn(Op op) {
    return op instanceof MakeRecord
        || op instanceof ReadComponent
        || op instanceof Constant
        || op instanceof Call
        || (op instanceof Invoke call
            && call.callee().differential() instanceof Differential.Linked)
        || op instanceof If
        || op instanceof For
        || op instanceof While;
  }
}
