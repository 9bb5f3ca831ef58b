package dev.cotangent.processor.ir;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a call may name. */
public sealed interface Callee permits Callee.Helper, Callee.Method, Custom {
  /** The operation that calls it; its arguments have exactly the parameters' types. */
  Op call(List<Value> arguments, List<Value> results, SourceRange source);

  /** A function of the same program. */
  record Helper(String name) implements Callee {
    @Override
    public Op call(List<Value> arguments, List<Value> results, SourceRange source) {
      return new Call(name, arguments, results, source);
    }
  }

  /**
   * A static method of which nothing is known but how it is called.
   *
   * @param owner the qualified name of its class
   * @param name its name
   * @param effect what a call may do besides giving a result
   */
  record Method(String owner, String name, Opaque.Effect effect) implements Callee {
    @Override
    public Op call(List<Value> arguments, List<Value> results, SourceRange source) {
      String holes =
          IntStream.range(0, arguments.size())
              .mapToObj(i -> "$" + i)
              .collect(Collectors.joining(", "));
      String template = "{" + owner + "}." + name + "(" + holes + ")";
      return new Opaque(template, arguments, effect, results, source);
    }
  }
}
