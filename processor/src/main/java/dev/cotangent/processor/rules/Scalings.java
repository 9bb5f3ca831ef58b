package dev.cotangent.processor.rules;

import dev.cotangent.processor.ir.Value;

/** The kinds of scaling that the tables are written with. */
final class Scalings {
  private Scalings() {}

  /** A partial as a formula of the argument {@code x} and the result {@code r}. */
  interface Of1 {
    Term at(Term x, Term r);
  }

  /** A partial as a formula of the arguments {@code x}, {@code y} and the result {@code r}. */
  interface Of2 {
    Term at(Term x, Term y, Term r);
  }

  /** A product as a formula of the seed {@code s} and the argument {@code x}. */
  interface Product1 {
    Term at(Term s, Term x);
  }

  /** A product as a formula of the seed {@code s}, the arguments and the result. */
  interface Product2 {
    Term at(Term s, Term x, Term y, Term r);
  }

  /** The partial is one: the seed itself. */
  static Scaling seed() {
    return (application, seed) -> seed;
  }

  /** The seed times the partial. */
  static Scaling times(Of1 partial) {
    return (a, seed) -> a.builder().multiply(seed, partial(a, partial).value());
  }

  /** The seed times the partial. */
  static Scaling times(Of2 partial) {
    return (a, seed) -> a.builder().multiply(seed, partial(a, partial).value());
  }

  /** The seed times a partial that may be infinite: a zero seed gives zero by default. */
  static Scaling strong(Of1 partial) {
    return (a, seed) -> a.guarded(seed, partial(a, partial));
  }

  /** The seed times a partial that may be infinite: a zero seed gives zero by default. */
  static Scaling strong(Of2 partial) {
    return (a, seed) -> a.guarded(seed, partial(a, partial));
  }

  /** A product in a form of its own. */
  static Scaling product(Product1 product) {
    return (a, seed) -> product.at(term(a, seed), a.argument(0)).value();
  }

  /** A product in a form of its own. */
  static Scaling product(Product2 product) {
    return (a, seed) -> product.at(term(a, seed), a.argument(0), a.argument(1), a.output()).value();
  }

  private static Term partial(Application a, Of1 partial) {
    return partial.at(a.argument(0), a.output());
  }

  private static Term partial(Application a, Of2 partial) {
    return partial.at(a.argument(0), a.argument(1), a.output());
  }

  private static Term term(Application a, Value seed) {
    return new Term(a.builder(), seed);
  }
}
