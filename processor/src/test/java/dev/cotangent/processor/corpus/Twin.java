package dev.cotangent.processor.corpus;

import dev.cotangent.NonSmooth;
import dev.cotangent.Resolution;
import dev.cotangent.Scalar;
import dev.cotangent.runtime.Nests;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A run of the define-by-run twin, its inputs kept. */
final class Twin {
  private final List<Scalar> inputs = new ArrayList<>();
  private final Scalar root;

  /** Runs it; what it writes to its arrays is written to the arguments. */
  Twin(Subject subject, Object[] arguments) {
    Object[] lifted = arguments.clone();
    for (int parameter : subject.wrt()) {
      lifted[parameter] = lifted(arguments[parameter], subject.twinType(parameter));
    }
    try {
      root = subject.companion().scalar(lifted);
    } finally {
      for (int parameter : subject.wrt()) {
        store(lifted[parameter], arguments[parameter]);
      }
    }
  }

  Scalar root() {
    return root;
  }

  double[] partials(NonSmooth convention) {
    return partials(1, convention);
  }

  double[] partials(double seed, NonSmooth convention) {
    return root.partials(seed, convention, inputs.toArray(Scalar[]::new));
  }

  /** The Hessian times a vector, times a seed. */
  double[] product(double seed, double[] vector) {
    return along(root.gradScalars(seed), vector)
        .partials(1, NonSmooth.STRONG_ZERO, inputs.toArray(Scalar[]::new));
  }

  /** The gradient of the derivative along some directions, one after the other. */
  double[] gradientAlong(NonSmooth convention, List<double[]> directions) {
    Scalar along = root;
    for (double[] direction : directions) {
      along = along(along.gradScalars(1, convention), direction);
    }
    return along.partials(1, convention, inputs.toArray(Scalar[]::new));
  }

  /** What steps of that length show of the derivative along a vector. */
  double seen(double[] vector, double step) {
    return Resolution.derivative(root, inputs, vector, step);
  }

  /** What steps along a vector show of the derivative of the gradient's component along another. */
  double seenOfGradient(double[] component, double[] vector, double step) {
    Scalar along = along(root.gradScalars(1), component);
    return Resolution.derivative(along, inputs, vector, step);
  }

  private static Scalar along(Map<String, Scalar> gradient, double[] direction) {
    Scalar along = Scalar.of(0);
    for (int k = 0; k < direction.length; k++) {
      Scalar partial = gradient.get("x" + k);
      along = partial == null ? along : along.add(partial.multiply(direction[k]));
    }
    return along;
  }

  /** The argument over scalars; what holds none stays. */
  private Object lifted(Object argument, Class<?> type) {
    if (argument == null || !isOverScalars(type)) {
      return argument;
    }
    if (argument.getClass().isRecord()) {
      Object[] parts = Parts.of(argument);
      Class<?>[] types = Parts.types(type);
      java.util.Arrays.setAll(parts, i -> lifted(parts[i], types[i]));
      return Parts.make(type, parts);
    }
    if (argument instanceof Number number) {
      return input(number.doubleValue());
    }
    int length = Array.getLength(argument);
    Object scalars = Array.newInstance(type.getComponentType(), length);
    for (int i = 0; i < length; i++) {
      Array.set(scalars, i, lifted(Array.get(argument, i), type.getComponentType()));
    }
    return scalars;
  }

  private static boolean isOverScalars(Class<?> type) {
    return type.isArray()
        ? isOverScalars(type.getComponentType())
        : type == Scalar.class || type.isRecord();
  }

  private Scalar input(double value) {
    Scalar input = Scalar.of(value, "x" + inputs.size());
    inputs.add(input);
    return input;
  }

  private static void store(Object scalars, Object array) {
    if (scalars instanceof Scalar[] numbers && array instanceof float[] floats) {
      Scalar.store(numbers, floats);
    } else if (scalars instanceof Scalar[] numbers && array instanceof double[] doubles) {
      Scalar.store(numbers, doubles);
    } else if (scalars != null && scalars.getClass().isRecord()) {
      Object[] from = Parts.of(scalars);
      Object[] into = Parts.of(array);
      for (int i = 0; i < from.length; i++) {
        store(from[i], into[i]);
      }
    } else if (scalars instanceof Object[] nested && array instanceof Object[] rows) {
      Nests.store(nested, rows);
    }
  }
}
