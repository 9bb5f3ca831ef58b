package dev.cotangent.processor.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RewriterTest {
  private final Builder out = new Builder();
  private final Value x = out.value(PrimitiveType.DOUBLE, "x");
  private final Value c = out.value(PrimitiveType.BOOLEAN, "c");

  /** A choice between the sum and the difference, each in a region of its own. */
  private Program choice() {
    Value result = out.value(PrimitiveType.DOUBLE, "y");
    Builder first = new Builder();
    Region sum = first.region(List.of(), List.of(first.add(x, x)));
    Builder second = new Builder();
    Region difference = second.region(List.of(), List.of(second.subtract(x, x)));
    out.append(new If(c, sum, difference, List.of(result), SourceRange.NONE));
    Function main = new Function("f", out.region(List.of(x, c), List.of(result)));
    return Verifier.verify(new Program(main, Map.of()));
  }

  /** Keeps values, and writes a product for every sum. */
  private static final class Product extends Rewriter {
    Product() {
      super(true);
    }

    @Override
    protected void rewrite(Op op, Builder out) {
      if (op instanceof Binary sum && sum.operator() == BinaryOperator.ADD) {
        replace(sum.result(), out.multiply(map(sum.left()), map(sum.right())));
      } else {
        copy(op, out);
      }
    }
  }

  @Test
  void copiesShareNothing() {
    Program program = choice();
    Program copy = Verifier.verify(new Rewriter().rewrite(program));
    assertEquals(program.toString(), copy.toString());
    assertNotSame(program.main().parameters().get(0), copy.main().parameters().get(0));
    assertNotSame(region(program, 1), region(copy, 1));
  }

  @Test
  void whatIsKeptAsItIsStaysTheSameProgram() {
    Program program = choice();
    assertSame(program, new ForgetRules().rewrite(program));
  }

  @Test
  void onlyWhatLeadsToAChangeIsRebuilt() {
    Program program = choice();
    Program changed = Verifier.verify(new Product().rewrite(program));
    assertTrue(changed.toString().contains("multiply"), changed.toString());
    assertNotSame(region(program, 0), region(changed, 0));
    assertSame(region(program, 1), region(changed, 1));
    assertSame(program.main().results().get(0), changed.main().results().get(0));
  }

  private static Region region(Program program, int index) {
    return program.main().body().ops().get(0).regions().get(index);
  }
}
