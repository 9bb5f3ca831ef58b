package dev.cotangent.processor.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Scanner;

/** Reads the points of {@link At}. Input: its lines. Output: arguments of the parameters' types. */
final class PointReader {
  private static final int DRAWS = 3;

  /** Drawn numbers are whole multiples of this, so that small steps from them are exact. */
  private static final double GRID = 0x1p-12;

  private final Class<?>[] parameters;
  private final Class<?>[] wrt;
  private final Random random;

  /** For a method's parameters, and those of them that are differentiated. */
  PointReader(Class<?>[] parameters, Class<?>[] wrt, long seed) {
    this.parameters = parameters;
    this.wrt = wrt;
    this.random = new Random(seed);
  }

  List<Point> read(At at) {
    List<Point> points = new ArrayList<>();
    for (String line : at.value()) {
      points.addAll(read(line, false));
    }
    for (String line : at.singular()) {
      points.addAll(read(line, true));
    }
    return points;
  }

  private List<Point> read(String line, boolean singular) {
    List<Point> points = new ArrayList<>();
    String[] sides = line.split("=>", -1);
    int draws = line.contains("..") ? DRAWS : 1;
    for (int draw = 1; draw <= draws; draw++) {
      Object[] arguments = values(sides[0], parameters);
      Object[] expected = sides.length > 1 ? values(sides[1], derivatives()) : null;
      String text = draws > 1 ? line + ", draw " + draw : line;
      points.add(new Point("(" + text + ")", arguments, singular, expected));
    }
    return points;
  }

  private Class<?>[] derivatives() {
    return Arrays.stream(wrt).map(PointReader::derivative).toArray(Class<?>[]::new);
  }

  private static Class<?> derivative(Class<?> type) {
    return type.isArray() ? derivative(type.getComponentType()).arrayType() : double.class;
  }

  private Object[] values(String text, Class<?>[] types) {
    Scanner words = new Scanner(text.replaceAll("[\\[\\]{}]", " $0 "));
    Object[] values = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      values[i] = value(words, types[i]);
    }
    if (words.hasNext()) {
      throw new IllegalArgumentException("too many values in: " + text);
    }
    return values;
  }

  private Object value(Scanner words, Class<?> type) {
    String word = words.next();
    if (word.equals("null")) {
      return null;
    }
    if (type.isRecord()) {
      return record(words, word, type);
    }
    if (!type.isArray() && type != List.class) {
      return scalar(word, type);
    }
    Class<?> component = type == List.class ? double.class : type.getComponentType();
    if (!word.equals("[")) {
      throw new IllegalArgumentException("no array: " + word);
    }
    List<Object> elements = new ArrayList<>();
    while (!words.hasNext("]")) {
      if (component.isArray()) {
        elements.add(value(words, component));
      } else {
        elements.addAll(scalars(words.next(), component));
      }
    }
    words.next();
    return type == List.class ? elements : Values.array(component, elements);
  }

  private Object record(Scanner words, String word, Class<?> type) {
    Class<?>[] types = Parts.types(type);
    Object[] components = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      components[i] = value(words, types[i]);
    }
    if (!word.equals("{") || !words.next().equals("}")) {
      throw new IllegalArgumentException("no record: " + word);
    }
    return Parts.make(type, components);
  }

  private List<Object> scalars(String word, Class<?> type) {
    int star = word.indexOf('*');
    int count = star < 0 ? 1 : Integer.parseInt(word.substring(0, star));
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      elements.add(scalar(word.substring(star + 1), type));
    }
    return elements;
  }

  private Object scalar(String word, Class<?> type) {
    int dots = word.indexOf("..");
    if (dots >= 0) {
      double low = Double.parseDouble(word.substring(0, dots));
      double high = Double.parseDouble(word.substring(dots + 2));
      double drawn = low + (high - low) * random.nextDouble();
      return Values.boxed(Math.rint(drawn / GRID) * GRID, type);
    }
    return Values.parsed(word, type);
  }
}
