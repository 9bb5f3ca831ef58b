package dev.cotangent.processor.lint;

import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.ir.Op;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Formulas that lose digits, or overflow, where a function of {@link Math} does not. */
final class Forms implements Check {
  /**
   * A formula.
   *
   * @param written how messages write it
   * @param flaw what is wrong with it
   * @param twin what to write instead
   * @param matches whether an operation is its last one
   */
  private record Form(String written, String flaw, String twin, Shape matches) {}

  /** Whether an operation has a shape. */
  @FunctionalInterface
  private interface Shape {
    boolean test(Formula formula, Op op);
  }

  private static final List<Form> FORMS =
      List.of(
          new Form(
              "log(1 + x)",
              "loses the digits of a small x",
              "Math.log1p(x)",
              (f, op) -> f.argument(op, "log").filter(f::isOnePlus).isPresent()),
          new Form(
              "log(1 - x)",
              "loses the digits of a small x",
              "Math.log1p(-x)",
              (f, op) -> f.argument(op, "log").filter(f::isOneMinus).isPresent()),
          new Form(
              "exp(x) - 1",
              "loses its digits near x = 0",
              "Math.expm1(x)",
              (f, op) -> f.isDifference(op, f::isExponential, f::isOne)),
          new Form(
              "1 - exp(x)",
              "loses its digits near x = 0",
              "-Math.expm1(x)",
              (f, op) -> f.isDifference(op, f::isOne, f::isExponential)),
          new Form(
              "sqrt(x * x + y * y)",
              "overflows or underflows where its value does not",
              "Math.hypot(x, y)",
              (f, op) -> f.argument(op, "sqrt").filter(f::isSumOfSquares).isPresent()));

  @Override
  public void examine(Scene scene, Consumer<Diagnostic> found) {
    Formula formula = new Formula(scene.structure());
    scene.forEach(
        op -> {
          Optional<Form> form =
              scene.isActive(op)
                  ? FORMS.stream().filter(f -> f.matches().test(formula, op)).findFirst()
                  : Optional.empty();
          form.ifPresent(
              f ->
                  found.accept(
                      Diagnostic.of(
                          Code.BETTER_FORM, op.source(), f.written(), f.flaw(), f.twin())));
        });
  }
}
