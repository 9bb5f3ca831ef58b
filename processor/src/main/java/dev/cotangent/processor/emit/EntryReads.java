package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.frontend.Input;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stage 7: where a member is entered, records among its arguments are taken apart into variables
 * for the components that its function needs. Input: the function, whose first parameters are the
 * method's inputs. Output: statements, and an expression for each of these parameters.
 *
 * <p>A record may be null, and Java complains where a component is read and no earlier. If that is
 * the first thing that happens in the function, its own check is left out and the variables are
 * read plainly, so that Java complains there; else a null record has zeros for components, which
 * the function does not look at.
 */
final class EntryReads {
  private final List<Input> inputs;
  private final Function whole;
  private final Map<Value, Input> objects = new HashMap<>();
  private final Map<Value, Op> definitions = new HashMap<>();
  private final Set<String> required = new HashSet<>();
  private final Set<Op> early = new HashSet<>();
  private final Function function;
  private final Uses uses;

  EntryReads(List<Input> inputs, Function whole) {
    this.inputs = inputs;
    this.whole = whole;
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).isObject()) {
        objects.put(whole.parameters().get(i), inputs.get(i));
      }
    }
    if (!objects.isEmpty()) {
      findEarlyChecks();
    }
    this.function = early.isEmpty() ? whole : withoutEarlyChecks();
    this.uses = Uses.of(function, function.results());
  }

  /** The function without the checks that reading makes. */
  Function function() {
    return function;
  }

  private void findEarlyChecks() {
    for (Op op : whole.body().ops()) {
      op.results().forEach(result -> definitions.put(result, op));
      Input checked = op instanceof If branch ? checked(branch) : null;
      Effects effects = Effects.of(op);
      if (checked != null && isReadInside(checked)) {
        required.add(checked.display());
        early.add(op);
      } else if (effects.throwing() || effects.writes()) {
        return;
      }
    }
  }

  /** The record that is compared with null here, if an exception is all that follows from it. */
  private Input checked(If branch) {
    boolean throwsOnly =
        branch.results().isEmpty()
            && branch.elseRegion().ops().isEmpty()
            && branch.thenRegion().endsInThrow()
            && branch.thenRegion().ops().size() == 2;
    return throwsOnly
            && definitions.get(branch.condition()) instanceof Binary comparison
            && comparison.operator() == BinaryOperator.EQUAL
            && definitions.get(comparison.right()) instanceof Constant
        ? objects.get(comparison.left())
        : null;
  }

  /** Whether something in the record has a variable. */
  private boolean isReadInside(Input record) {
    Uses all = Uses.of(whole, whole.results());
    for (int i = 0; i < inputs.size(); i++) {
      Input input = inputs.get(i);
      boolean inside =
          input.parameter() == record.parameter()
              && input.path().size() > record.path().size()
              && input.path().subList(0, record.path().size()).equals(record.path());
      if (inside && !input.isObject() && isNeeded(i, all)) {
        return true;
      }
    }
    return false;
  }

  private boolean isNeeded(int input, Uses of) {
    return inputs.get(input).type().isFloatingArray()
        || of.count(whole.parameters().get(input)) > 0;
  }

  private Function withoutEarlyChecks() {
    List<Op> ops = whole.body().ops().stream().filter(op -> !early.contains(op)).toList();
    return new Function(whole.name(), new Region(whole.parameters(), ops, whole.results()));
  }

  /** How a variable for an input is declared. */
  @FunctionalInterface
  interface Typing {
    /** The variable's type in Java. */
    TypeName of(Input input);
  }

  /**
   * Adds the statements, and gives the expressions.
   *
   * @param locals hands out the variables' names
   */
  List<CodeBlock> read(Typing types, TakenNames locals, CodeBlock.Builder out) {
    List<CodeBlock> expressions = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      Input input = inputs.get(i);
      CodeBlock plain = RecordText.read(input.parameter().name(), input);
      if (input.isComponent() && isNeeded(i, uses)) {
        String name = locals.take(input.variable());
        TypeName type = types.of(input);
        CodeBlock guarded = RecordText.guarded(plain, conditions(input), RecordText.absent(type));
        out.addStatement("$T $L = $L", type, name, guarded);
        plain = CodeBlock.of("$L", name);
      }
      expressions.add(plain);
    }
    return expressions;
  }

  /** The records on the way to the input that may be null. */
  private List<CodeBlock> conditions(Input input) {
    List<CodeBlock> conditions = new ArrayList<>();
    for (Input owner : input.owners()) {
      if (!required.contains(owner.display())) {
        conditions.add(RecordText.read(owner.parameter().name(), owner));
      }
    }
    return conditions;
  }
}
