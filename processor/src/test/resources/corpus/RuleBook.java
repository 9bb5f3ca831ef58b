package corpus;

import dev.cotangent.DerivativeOf;
import dev.cotangent.Wrt;

/** Rules that others name; their bodies are not read there. */
final class RuleBook {
  private RuleBook() {}

  @DerivativeOf(value = Library.class, method = "sharp")
  static double sharpDx(@Wrt double x, double result) {
    return 1 / (2 * result);
  }

  @DerivativeOf(value = RuleBook.class, method = "sharpDx")
  static double sharpDxDx(@Wrt double x, double result) {
    return 0;
  }

  @DerivativeOf(value = RuleBook.class, method = "sharpDx")
  static double sharpDxDr(double x, @Wrt double result, double own) {
    return -own / result;
  }
}
