package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.MakeRecord;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.ReadComponent;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the components of records in their place, wherever values go: parameters, results, carried
 * and yielded values, arguments and results of calls. Records have no identity and never are null,
 * so that nobody can tell the difference. Behind this pass no value is a record, and helpers may
 * have several results.
 *
 * <p>A component is called after its record and itself, {@code centerX}, or after itself alone
 * where the record has no name.
 */
public final class ScatterRecords implements Pass {
  @Override
  public Program run(Program program) {
    return new Scatterer().rewrite(program);
  }

  /** The name of a component of something with that name, which may be empty. */
  public static String nameOf(String record, String component) {
    if (record.isEmpty()) {
      return component;
    }
    int first = component.codePointAt(0);
    return record
        + Character.toString(Character.toUpperCase(first))
        + component.substring(Character.charCount(first));
  }

  private static final class Scatterer extends Rewriter {
    /** What each old record has become, nested ones flattened. */
    private final Map<Value, List<Value>> parts = new IdentityHashMap<>();

    /** The names for nameless values that become components. */
    private final Map<Value, String> wishes = new IdentityHashMap<>();

    @Override
    public Region rewrite(Region region) {
      List<Value> parameters = define(region.parameters());
      Builder out = new Builder();
      wish(region.ops());
      rewriteOps(region, out);
      return out.region(parameters, flat(region.yields()));
    }

    /** The last component made is named first, so that nested records hand their names inwards. */
    private void wish(List<Op> ops) {
      for (int i = ops.size() - 1; i >= 0; i--) {
        if (ops.get(i) instanceof MakeRecord make) {
          RecordType type = (RecordType) make.result().type();
          for (int k = 0; k < make.components().size(); k++) {
            String name =
                ScatterRecords.nameOf(nameOf(make.result()), type.components().get(k).name());
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
        parts.put(make.result(), flat(make.components()));
      } else if (op instanceof ReadComponent read) {
        component(read);
      } else if (op instanceof Constant && op.results().get(0).type() instanceof RecordType type) {
        // Nobody reads it: the front end lets nothing else be null.
        parts.put(op.results().get(0), zeros(type, out));
      } else {
        List<Value> operands = flat(op.operands());
        List<Region> regions = op.regions().stream().map(this::rewrite).toList();
        out.append(op.rebuild(operands, define(op.results()), regions));
      }
    }

    private void component(ReadComponent read) {
      RecordType type = (RecordType) read.record().type();
      int offset = type.offset(read.index());
      Type component = read.result().type();
      List<Value> values =
          parts.get(read.record()).subList(offset, offset + RecordType.size(component));
      if (component instanceof RecordType) {
        parts.put(read.result(), values);
      } else {
        replace(read.result(), values.get(0));
      }
    }

    private static List<Value> zeros(RecordType type, Builder out) {
      List<Value> zeros = new ArrayList<>();
      for (RecordType.Component component : type.components()) {
        if (component.type() instanceof RecordType inner) {
          zeros.addAll(zeros(inner, out));
        } else {
          zeros.add(out.zero(component.type()));
        }
      }
      return zeros;
    }

    /** Fresh values for the old ones; a record's are its components. */
    private List<Value> define(List<Value> old) {
      List<Value> all = new ArrayList<>();
      for (Value value : old) {
        if (value.type() instanceof RecordType type) {
          List<Value> components = new ArrayList<>();
          define(type, nameOf(value), value, components);
          parts.put(value, components);
          all.addAll(components);
        } else {
          Value fresh = fresh(value);
          replace(value, fresh);
          all.add(fresh);
        }
      }
      return all;
    }

    private static void define(RecordType type, String name, Value like, List<Value> out) {
      for (RecordType.Component component : type.components()) {
        String inner = ScatterRecords.nameOf(name, component.name());
        if (component.type() instanceof RecordType nested) {
          define(nested, inner, like, out);
        } else {
          out.add(new Value(component.type(), inner, like.source()));
        }
      }
    }

    private List<Value> flat(List<Value> old) {
      List<Value> all = new ArrayList<>();
      for (Value value : old) {
        if (value.type() instanceof RecordType) {
          all.addAll(parts.get(value));
        } else {
          all.add(map(value));
        }
      }
      return all;
    }
  }
}
