package dev.cotangent.processor.corpus;

import dev.cotangent.NonSmooth;
import dev.cotangent.Scalar;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** A run of the define-by-run twin of a method with several results, its inputs kept. */
final class ManyTwin {
  private final List<Scalar> inputs = new ArrayList<>();
  private final List<Scalar> results = new ArrayList<>();

  ManyTwin(ManySubject subject, Object[] arguments) {
    Object[] lifted = arguments.clone();
    for (int i = 0; i < arguments.length; i++) {
      boolean wrt = subject.wrt().contains(i);
      if (wrt || subject.outputs().contains(i)) {
        lifted[i] = lifted(arguments[i], wrt);
      }
    }
    Object returned = subject.companion().call("scalar", lifted);
    subject.results(returned, lifted).forEach(this::collect);
  }

  private Object lifted(Object argument, boolean input) {
    if (argument instanceof Number number) {
      double value = number.doubleValue();
      if (!input) {
        return Scalar.of(value);
      }
      inputs.add(Scalar.of(value, "x" + inputs.size()));
      return inputs.get(inputs.size() - 1);
    }
    if (argument == null) {
      return null;
    }
    int length = Array.getLength(argument);
    Object scalars = Array.newInstance(lifted(argument.getClass().getComponentType()), length);
    for (int i = 0; i < length; i++) {
      Array.set(scalars, i, lifted(Array.get(argument, i), input));
    }
    return scalars;
  }

  private static Class<?> lifted(Class<?> type) {
    return type.isArray() ? lifted(type.getComponentType()).arrayType() : Scalar.class;
  }

  private void collect(Object result) {
    if (result instanceof Scalar scalar) {
      results.add(scalar);
    } else {
      for (Object part : Parts.inside(result)) {
        collect(part);
      }
    }
  }

  /** The values of all results, in order. */
  double[] values() {
    return results.stream().mapToDouble(Scalar::value).toArray();
  }

  /** A row of the Jacobian. */
  double[] partials(int result) {
    return partials(result, 1);
  }

  /** A row of the Jacobian, times a seed. */
  double[] partials(int result, double seed) {
    Scalar[] leaves = inputs.toArray(Scalar[]::new);
    return results.get(result).partials(seed, NonSmooth.STRONG_ZERO, leaves);
  }
}
