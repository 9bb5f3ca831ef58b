package dev.cotangent.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** What a method calls while it is written, so often that it ends in time. */
final class Callees {
  private static final int CALLS = 4;

  private final List<Signature> callable;
  private final Signature self;
  private int calls = CALLS;

  Callees(List<Signature> callable, Signature self) {
    this.callable = callable;
    this.self = self;
  }

  /** The method itself. */
  Signature self() {
    return self;
  }

  /** What can be called here and returns the sort, or, for null, nothing. */
  List<Signature> returning(Sort wanted, Body body) {
    return here(body).filter(signature -> signature.result() == wanted).toList();
  }

  /** What can be called here and is given something of the sort. */
  List<Signature> taking(Sort given, Body body) {
    return here(body).filter(signature -> signature.parameters().contains(given)).toList();
  }

  private Stream<Signature> here(Body body) {
    return calls <= 0 || body.loops() > 1
        ? Stream.of()
        : callable.stream()
            .filter(signature -> signature.parameters().stream().allMatch(body::has))
            .filter(signature -> body.loops() == 0 || !signature.recursive());
  }

  /** What a method reference can stand for. */
  List<Signature> like(Functional function, Body body) {
    return returning(function.result(), body).stream()
        .filter(signature -> !signature.recursive() && !signature.spread())
        .filter(signature -> signature.parameters().equals(function.parameters()))
        .toList();
  }

  /** A reference to a method. */
  String reference(Signature callee) {
    calls--;
    String name = callee.name();
    return name.contains(".") ? name.replace(".", "::") : callee.owner() + "::" + name;
  }

  /** A call. */
  Term call(Signature callee, Sort sort, Body body, int depth) {
    calls--;
    List<Term> arguments = new ArrayList<>();
    StringJoiner text = new StringJoiner(", ", callee.name() + "(", ")");
    if (callee.recursive() && self.recursive()) {
      text.add(Signature.FUEL + " - 1");
    } else if (callee.recursive()) {
      text.add("(# & 3)");
      arguments.add(body.term(Sort.INT, depth - 1));
    }
    for (int i = 0; i < callee.parameters().size(); i++) {
      boolean spread = callee.spread() && i == callee.parameters().size() - 1;
      for (Sort argument : spread ? spread(body) : List.of(callee.parameters().get(i))) {
        text.add("#");
        arguments.add(argument(callee, argument, body, depth));
      }
    }
    return new Term(sort, text + (sort == Sort.STATEMENT ? ";" : ""), arguments);
  }

  /** A call for what it does to something that it is given, whatever it returns. */
  Term handing(Signature callee, Term given, Body body, int depth) {
    Term call = call(callee, Sort.STATEMENT, body, depth);
    List<Sort> arguments = call.parts().stream().map(Term::sort).toList();
    return call.with(arguments.indexOf(given.sort()), given);
  }

  /** A method that calls itself passes its own functions on: no compiler could follow new ones. */
  private Term argument(Signature callee, Sort sort, Body body, int depth) {
    List<Variable> own = body.scope().named(sort);
    boolean handsOn = callee.recursive() && self.recursive() && sort.isFunction();
    return handsOn && !own.isEmpty() ? own.get(0).as(sort) : body.term(sort, depth - 1);
  }

  /** For {@code double...}: an array, or numbers. */
  private static List<Sort> spread(Body body) {
    return body.pick(
        List.of(
            List.of(Sort.DOUBLES),
            List.of(),
            List.of(Sort.DOUBLE, Sort.NUMBER),
            List.of(Sort.NUMBER, Sort.DOUBLE, Sort.DOUBLE)));
  }
}
