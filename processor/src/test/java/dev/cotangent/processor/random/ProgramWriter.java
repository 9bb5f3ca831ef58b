package dev.cotangent.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Writes a random program. The same seed gives the same program. */
final class ProgramWriter {
  private static final long SCRAMBLE = 0x9E3779B97F4A7C15L;

  /** One program in so many calls methods of another file. */
  private static final int LINKED = 6;

  /** One program in so many takes derivatives. */
  private static final int NESTED = 8;

  private static final String MODES =
      "value = {Derivative.GRADIENT, Derivative.JVP, Derivative.HVP}";

  /** With the matrices, which take the method's own runs apart from its effects. */
  private static final String ALL_MODES =
      "value = {Derivative.GRADIENT, Derivative.JVP, Derivative.VJP, Derivative.HVP, "
          + "Derivative.JACOBIAN, Derivative.HESSIAN}";

  private static final String ALL_MODES_OF_ARRAYS =
      "value = {Derivative.JVP, Derivative.VJP, Derivative.JACOBIAN}";

  /** One program in so many has another result than a number. */
  private static final int RESULTS = 6;

  private static final String MODES_OF_ARRAYS = "value = {Derivative.JVP, Derivative.VJP}";

  private final String name;
  private final Random random;
  private final boolean wild;

  /** Whether matrices are asked for, which there are not through other files. */
  private final boolean matrices;

  /** Whether it takes derivatives within what is differentiated. */
  private final boolean slopes;

  private ProgramWriter(long seed) {
    this.matrices = seed % 2 == 0;
    this.slopes = seed % NESTED == 5;
    this.name = "P" + seed;
    this.random = new Random(seed * SCRAMBLE);
    this.wild = random.nextInt(4) == 0;
  }

  /** The program of a seed. */
  static Program write(long seed) {
    return new ProgramWriter(seed).program();
  }

  private Program program() {
    List<Signature> elsewhere = new ArrayList<>();
    List<Term> files = new ArrayList<>();
    if (random.nextInt(LINKED) == 0) {
      files.add(other(elsewhere));
    }
    ClassWriter writer = new ClassWriter(random, name, wild, slopes, elsewhere);
    boolean several = elsewhere.isEmpty() && random.nextInt(RESULTS) == 0;
    List<Variable> parameters = writer.variables(parameters(writer, several), "p");
    List<Sort> sorts = parameters.stream().map(Variable::sort).toList();
    Sort number = random.nextInt(10) == 0 ? Sort.FLOAT : Sort.DOUBLE;
    Sort result = several ? arrayResult(sorts, writer) : number;
    boolean spread = sorts.get(sorts.size() - 1) == Sort.DOUBLES && random.nextInt(3) == 0;
    Signature main = new Signature(name, "f", result, sorts, false, spread);
    String annotation = annotation(modes(several, elsewhere.isEmpty()), result, parameters);
    writer.differentiable(main, parameters, annotation + "\n" + Program.POINTS);
    files.add(0, writer.write());
    Points points = new Points(random, parameters);
    List<String> smooth = List.of(points.smooth(), points.smooth());
    List<String> outputs = result == null ? filled(parameters) : List.of();
    return new Program(name, wild, Term.files(files), outputs, smooth, List.of(points.singular()));
  }

  private String modes(boolean several, boolean alone) {
    if (several) {
      return ALL_MODES_OF_ARRAYS;
    }
    return matrices && alone ? ALL_MODES : MODES;
  }

  /** Who looks at several results does not look into records. */
  private List<Sort> parameters(ClassWriter writer, boolean several) {
    List<Sort> sorts = writer.parameters(false);
    return several ? sorts.stream().filter(sort -> !sort.isRecord()).toList() : sorts;
  }

  /** Null for a method that fills arrays that it is given. */
  private Sort arrayResult(List<Sort> parameters, ClassWriter writer) {
    boolean fills = parameters.contains(Sort.DOUBLES) && random.nextInt(3) == 0;
    List<Sort> results =
        writer.known(
            List.of(
                Sort.DOUBLES,
                Sort.DOUBLES,
                Sort.DOUBLES,
                Sort.FLOATS,
                Sort.GRID,
                Sort.PAIR,
                Sort.PAIR,
                Sort.BOX));
    return fills ? null : results.get(random.nextInt(results.size()));
  }

  /** A class in a file of its own, with one or two methods that can be called from others. */
  private Term other(List<Signature> elsewhere) {
    ClassWriter writer = new ClassWriter(random, name + "Link", wild, false, List.of());
    for (int i = 0; i <= random.nextInt(2); i++) {
      List<Sort> sorts = writer.parameters(true);
      Sort result = resultOfOther(sorts);
      Signature signature = new Signature(name + "Link", "g" + i, result, sorts, false, false);
      List<Variable> parameters = writer.variables(sorts, "r");
      boolean isNumber = result == Sort.DOUBLE || result == Sort.FLOAT;
      String modes = isNumber ? MODES : MODES_OF_ARRAYS;
      writer.differentiable(signature, parameters, annotation(modes, result, parameters));
      elsewhere.add(signature.seenFromElsewhere());
    }
    return writer.write();
  }

  /** Null for a method that fills an array that it is given. */
  private Sort resultOfOther(List<Sort> parameters) {
    return switch (random.nextInt(6)) {
      case 0 -> Sort.FLOAT;
      case 1 -> parameters.contains(Sort.DOUBLES) ? null : Sort.DOUBLE;
      case 2, 3 -> Sort.DOUBLES;
      default -> Sort.DOUBLE;
    };
  }

  /** Mostly everything that can be is differentiated. */
  private String annotation(String modes, Sort result, List<Variable> parameters) {
    List<String> floating =
        parameters.stream()
            .filter(parameter -> parameter.sort().isFloating())
            .map(parameter -> '"' + parameter.name() + '"')
            .toList();
    String wrt = "";
    boolean rows = parameters.stream().anyMatch(parameter -> parameter.sort() == Sort.GRID);
    if (rows && random.nextInt(4) > 0) {
      wrt = ", wrt = {" + beside(parameters) + "}";
    } else if (random.nextInt(4) == 0) {
      int first = random.nextInt(floating.size());
      int end = first + 1 + random.nextInt(floating.size() - first);
      wrt = String.join(", ", floating.subList(first, end));
      wrt = ", wrt = {" + wrt + "}";
    }
    return "@Differentiable(" + modes + wrt + (result == null ? outputs(parameters) : "") + ")";
  }

  /** What is differentiated where arrays of arrays only carry it. */
  private static String beside(List<Variable> parameters) {
    return parameters.stream()
        .filter(parameter -> parameter.sort().isFloating() && parameter.sort() != Sort.GRID)
        .map(parameter -> '"' + parameter.name() + '"')
        .collect(Collectors.joining(", "));
  }

  private static String outputs(List<Variable> parameters) {
    return filled(parameters).stream()
        .map(name -> '"' + name + '"')
        .collect(Collectors.joining(", ", ", outputs = {", "}"));
  }

  private static List<String> filled(List<Variable> parameters) {
    return parameters.stream()
        .filter(parameter -> parameter.sort() == Sort.DOUBLES)
        .map(Variable::name)
        .toList();
  }
}
