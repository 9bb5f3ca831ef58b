package dev.cotangent.processor;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.simplify.PrivatizeArrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Differentiates a program whose loops may have work arrays of their own in each iteration: as it
 * is, and so, with a question at the entry which of the two is run.
 */
final class PrivateWork {
  /** The name under which tests leave it out. */
  static final String NAME = "private work arrays";

  private PrivateWork() {}

  /** The derivative, in two versions if that records less. */
  static Program differentiate(Program primal, Choices choices, UnaryOperator<Program> derive) {
    Program plain = derive.apply(primal);
    Optional<PrivatizeArrays> work =
        choices.keeps(NAME) && primal.helpers().isEmpty() && plain.helpers().isEmpty()
            ? PrivatizeArrays.of(primal.main())
            : Optional.empty();
    return work.map(it -> either(it, plain, derive)).orElse(plain);
  }

  private static Program either(
      PrivatizeArrays work, Program plain, UnaryOperator<Program> derive) {
    Function own = derive.apply(Program.of(work.function())).main();
    Function main = plain.main();
    boolean pays = records(own) < records(main);
    if (!pays || own.body().endsInThrow() || main.body().endsInThrow()) {
      return plain;
    }
    List<Value> parameters = own.parameters();
    Builder out = new Builder();
    Optional<Value> answer =
        work.ask(parameters.subList(0, work.function().parameters().size()), out);
    if (answer.isEmpty()) {
      return Program.of(own);
    }
    List<Value> results = own.results().stream().map(Value::fresh).toList();
    out.append(
        new If(
            answer.get(),
            inside(own),
            new Renamed(main, parameters).rewrite(inside(main)),
            results,
            SourceRange.NONE));
    return Program.of(main.withBody(out.region(parameters, results)));
  }

  /** The body as a branch, which has no parameters. */
  private static Region inside(Function function) {
    return new Region(List.of(), function.body().ops(), function.results());
  }

  /** How many records stand in no loop, so that they may be as long as the data are. */
  private static long records(Function function) {
    return function.body().ops().stream().filter(PrivateWork::isRecord).count();
  }

  private static boolean isRecord(Op op) {
    return op instanceof Alloc alloc && alloc.purpose() == Alloc.Purpose.RECORD;
  }

  /** A body under other parameters. */
  private static final class Renamed extends Rewriter {
    Renamed(Function function, List<Value> parameters) {
      for (int i = 0; i < parameters.size(); i++) {
        replace(function.parameters().get(i), parameters.get(i));
      }
    }
  }
}
