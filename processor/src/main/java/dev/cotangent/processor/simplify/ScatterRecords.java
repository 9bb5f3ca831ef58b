package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.MakeRecord;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.ReadComponent;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.Throw;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import dev.cotangent.processor.simplify.RecordParts.Group;
import dev.cotangent.processor.simplify.RecordParts.Leaf;
import dev.cotangent.processor.simplify.RecordParts.Witness;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the components of records in their place, wherever values go: parameters, results, carried
 * and yielded values, arguments and results of calls. Behind this pass no value is a record, and
 * helpers may have several results.
 *
 * <p>A parameter of the main function becomes the object that the caller passes, null or not, and
 * its components, which mean nothing for null; so do the records in it. Where such a record goes, a
 * boolean goes with it that says whether it is null, and where a component is read of what is, the
 * program throws as Java does. Other records never are null. A record that the main function gives
 * becomes such a boolean and its components, for each record in it as well.
 *
 * <p>A component is called after its record and itself, {@code centerX}, or after itself alone
 * where the record has no name.
 */
public final class ScatterRecords implements Pass {
  private static final String NULL_POINTER = "java.lang.NullPointerException";

  @Override
  public Program run(Program program) {
    return new Scatterer(program).rewrite(program);
  }

  private static final class Scatterer extends Rewriter {
    private final Program program;
    private final CallersRecords callers;

    /** What each old record has become. */
    private final Map<Value, Group> groups = new IdentityHashMap<>();

    /** The names for nameless values that become components. */
    private final Map<Value, String> wishes = new IdentityHashMap<>();

    /** The witnesses of records that are not null here. */
    private Set<Value> checked = new HashSet<>();

    Scatterer(Program program) {
      this.program = program;
      this.callers = CallersRecords.of(program);
    }

    @Override
    public Function rewrite(Function function) {
      boolean isMain = function == program.main();
      List<Value> parameters = new ArrayList<>();
      for (Value parameter : function.parameters()) {
        Witness witness = isMain ? Witness.OBJECT : witness(parameter);
        parameters.addAll(define(parameter, witness));
      }
      return new Function(
          function.name(),
          isMain
              ? main(function.body(), parameters)
              : region(function.body(), parameters, function.results()));
    }

    /** A record that is returned may be one that the caller has passed, null or not. */
    private Region main(Region body, List<Value> parameters) {
      Builder out = new Builder();
      wish(body.ops());
      rewriteOps(body, out);
      return out.region(parameters, flagged(body.yields(), out));
    }

    private Witness witness(Value value) {
      return callers.contains(value) ? Witness.FLAG : Witness.NONE;
    }

    /** The region with these parameters; what it yields goes to the old values {@code targets}. */
    private Region region(Region region, List<Value> parameters, List<Value> targets) {
      Set<Value> outside = checked;
      checked = new HashSet<>(outside);
      Builder out = new Builder();
      wish(region.ops());
      rewriteOps(region, out);
      Region scattered = out.region(parameters, flat(region.yields(), targets, out));
      checked = outside;
      return scattered;
    }

    /** The last component made is named first, so that nested records hand their names inwards. */
    private void wish(List<Op> ops) {
      for (int i = ops.size() - 1; i >= 0; i--) {
        if (ops.get(i) instanceof MakeRecord make) {
          RecordType type = (RecordType) make.result().type();
          for (int k = 0; k < make.components().size(); k++) {
            String name = RecordType.nameOf(nameOf(make.result()), type.components().get(k).name());
            wishes.putIfAbsent(make.components().get(k), name);
          }
        }
      }
    }

    private String nameOf(Value value) {
      return value.name().isEmpty() ? wishes.getOrDefault(value, "") : value.name();
    }

    @Override
    protected Value fresh(Value old) {
      return old.renamed(nameOf(old));
    }

    @Override
    protected void rewrite(Op op, Builder out) {
      if (op instanceof MakeRecord make) {
        List<RecordParts> components = make.components().stream().map(this::parts).toList();
        groups.put(make.result(), new Group(null, components));
      } else if (op instanceof ReadComponent read) {
        component(read, out);
      } else if (op instanceof Constant && op.results().get(0).type() instanceof RecordType type) {
        // Nobody reads it: the front end lets nothing else be null.
        groups.put(op.results().get(0), (Group) RecordParts.zeros(type, out));
      } else {
        List<Value> operands =
            op instanceof Invoke
                ? flagged(op.operands(), out)
                : flat(op.operands(), targets(op), out);
        List<Region> regions = regions(op);
        out.append(op.rebuild(operands, define(op.results()), regions));
      }
    }

    /** The old values, like the operands, where the operands go. */
    private List<Value> targets(Op op) {
      if (op instanceof Call call) {
        return program.helper(call.callee()).parameters();
      }
      if (op instanceof For loop) {
        List<Value> targets = new ArrayList<>(List.of(loop.start(), loop.bound()));
        targets.addAll(loop.carried());
        return targets;
      }
      return op instanceof While loop ? loop.condition().parameters() : op.operands();
    }

    private List<Region> regions(Op op) {
      List<Region> regions = new ArrayList<>();
      for (Region region : op.regions()) {
        List<Value> targets = region.yields();
        if (op instanceof If branch) {
          targets = branch.results();
        } else if (op instanceof For loop) {
          targets = loop.carried();
        } else if (op instanceof While loop && region == loop.body()) {
          targets = loop.condition().parameters();
        }
        regions.add(region(region, define(region.parameters()), targets));
      }
      return regions;
    }

    private void component(ReadComponent read, Builder out) {
      Group group = groups.get(read.record());
      if (read.index() == ReadComponent.OBJECT) {
        replace(read.result(), group.witness());
        return;
      }
      if (group.witness() != null && checked.add(group.witness())) {
        throwIfNull(group, out);
      }
      RecordParts component = group.components().get(read.index());
      if (component instanceof Group inner) {
        groups.put(read.result(), inner);
      } else {
        replace(read.result(), ((Leaf) component).value());
      }
    }

    private static void throwIfNull(Group group, Builder out) {
      Builder thrown = new Builder().at(out.source());
      Value exception = thrown.value(new ReferenceType(NULL_POINTER), "");
      thrown.append(
          new Opaque(
              "new {" + NULL_POINTER + "}()",
              List.of(),
              Opaque.Effect.READS,
              List.of(exception),
              out.source()));
      thrown.append(new Throw(exception, out.source()));
      Region nothing = new Region(List.of(), List.of(), List.of());
      Region otherwise = thrown.region(List.of(), List.of());
      out.append(new If(group.isNull(out), otherwise, nothing, List.of(), out.source()));
    }

    /** Fresh values for the old ones; a record's are its parts. */
    private List<Value> define(List<Value> old) {
      List<Value> all = new ArrayList<>();
      old.forEach(value -> all.addAll(define(value, witness(value))));
      return all;
    }

    private List<Value> define(Value old, Witness witness) {
      if (!(old.type() instanceof RecordType)) {
        Value fresh = fresh(old);
        replace(old, fresh);
        return List.of(fresh);
      }
      RecordParts parts = RecordParts.fresh(old.type(), nameOf(old), old.source(), witness);
      groups.put(old, (Group) parts);
      return parts.values();
    }

    private RecordParts parts(Value old) {
      return old.type() instanceof RecordType ? groups.get(old) : new Leaf(map(old));
    }

    /** The parts of the old values as other companions take them. */
    private List<Value> flagged(List<Value> old, Builder out) {
      return old.stream().flatMap(value -> parts(value).values(true, out).stream()).toList();
    }

    /** The parts of the old values as {@code targets} have them. */
    private List<Value> flat(List<Value> old, List<Value> targets, Builder out) {
      List<Value> all = new ArrayList<>();
      for (int i = 0; i < old.size(); i++) {
        all.addAll(parts(old.get(i)).values(callers.contains(targets.get(i)), out));
      }
      return all;
    }
  }
}
