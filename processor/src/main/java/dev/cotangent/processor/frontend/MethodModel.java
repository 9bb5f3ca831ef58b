package dev.cotangent.processor.frontend;

import dev.cotangent.Derivative;
import dev.cotangent.NonSmooth;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.type.TypeMirror;

/**
 * What an annotated method's signature and annotation say: everything that the companion's API
 * depends on, and nothing about the body.
 *
 * @param names what things are called and who may see them
 * @param parameters the method's parameters, in order
 * @param returned what the method gives
 * @param modes the derivatives asked for
 * @param nonSmooth the convention at singular points
 * @param suppress the codes of the diagnostics to keep silent about
 * @param listsWrt whether the annotation names the parameters to differentiate with respect to
 */
public record MethodModel(
    Names names,
    List<Parameter> parameters,
    Returned returned,
    Set<Derivative> modes,
    NonSmooth nonSmooth,
    Set<String> suppress,
    boolean listsWrt) {

  /**
   * What things are called.
   *
   * @param packageName the package, empty for the unnamed one
   * @param enclosing the simple names of the enclosing types, outermost first
   * @param method the method's name
   * @param companion the companion's simple name
   * @param isPublic whether the companion is public; otherwise its package sees it
   */
  public record Names(
      String packageName,
      List<String> enclosing,
      String method,
      String companion,
      boolean isPublic) {
    /** The companion's qualified name. */
    public String qualifiedCompanion() {
      return packageName.isEmpty() ? companion : packageName + "." + companion;
    }

    /** The method as a reader names it, such as {@code LinearRegression.cost}. */
    public String display() {
      return String.join(".", enclosing) + "." + method;
    }
  }

  /**
   * A parameter.
   *
   * @param name its name
   * @param type its type in the IR
   * @param mirror its type with type arguments, as the companion writes it
   * @param isVarargs whether it is declared with {@code ...}
   * @param isWrt whether the companion differentiates with respect to it
   */
  public record Parameter(
      String name, Type type, TypeMirror mirror, boolean isVarargs, boolean isWrt) {
    /** What the method's program takes for the parameter, in order. */
    public List<Input> inputs() {
      return Input.of(this);
    }

    private Parameter withWrt(boolean wrt) {
      return new Parameter(name, type, mirror, isVarargs, wrt);
    }

    /** The parameter's name with a capital, as it stands in {@code dLearningRate}. */
    public String capitalised() {
      return capitalise(name);
    }
  }

  /** The parameters with respect to which the companion differentiates, in order. */
  public List<Parameter> wrt() {
    return parameters.stream().filter(Parameter::isWrt).toList();
  }

  /**
   * The same, of parameters whose partials would have one name only the first with a partial: what
   * a refused method's companion can offer.
   */
  public MethodModel withDistinctPartials() {
    Set<String> taken = new HashSet<>();
    List<Parameter> distinct = new ArrayList<>();
    for (Parameter parameter : parameters) {
      boolean isFirst = parameter.isWrt() && taken.add(parameter.capitalised());
      distinct.add(parameter.withWrt(isFirst));
    }
    return new MethodModel(names, distinct, returned, modes, nonSmooth, suppress, listsWrt);
  }

  /** The arrays that a {@code void} method fills, in order. */
  public List<Parameter> outputs() {
    return parameters.stream().filter(p -> returned.outputs().contains(p.name())).toList();
  }

  /** The types of the results, in order: what is returned, or each output. */
  public List<Type> results() {
    return returned
        .type()
        .map(List::of)
        .orElseGet(() -> outputs().stream().map(Parameter::type).toList());
  }

  /** The type of the result if there is one only. */
  public Optional<Type> result() {
    return results().size() == 1 ? Optional.of(results().get(0)) : Optional.empty();
  }

  /** Whether the result is one number, so that there is a gradient. */
  public boolean isNumber() {
    return returned.isNumber();
  }

  /** For each input, in order, whether the define-by-run twin takes scalars for it. */
  public List<Boolean> lifted() {
    return inputs().stream().map(i -> i.isWrt() || isOutput(i)).toList();
  }

  /** Whether this is an array that a {@code void} method fills. */
  public boolean isOutput(Input input) {
    return !input.isComponent() && outputs().contains(input.parameter());
  }

  /** What the method's program takes, in order: the parameters, records taken apart. */
  public List<Input> inputs() {
    return parameters.stream().flatMap(parameter -> parameter.inputs().stream()).toList();
  }

  /**
   * The types of what {@code Link} takes in the inputs' places: in that of a record, whether it is
   * null.
   */
  public List<Type> linked() {
    return inputs().stream()
        .map(input -> input.isObject() ? PrimitiveType.BOOLEAN : input.type())
        .toList();
  }

  /** Whether a parameter is a record with floating values. */
  public boolean takesRecords() {
    return inputs().stream().anyMatch(Input::isObject);
  }

  /** For each input, in order, whether the companion differentiates with respect to it. */
  public List<Boolean> activity() {
    return inputs().stream().map(Input::isWrt).toList();
  }

  /** For each input, in order, whether it carries derivatives. */
  public List<Boolean> floating() {
    return inputs().stream().map(input -> input.type().holdsFloating()).toList();
  }

  /** Whether the companion offers that derivative. */
  public boolean offers(Derivative mode) {
    return modes.contains(mode);
  }

  /** The companion's name that the method has unless the annotation gives another one. */
  static String defaultCompanion(List<String> enclosing, String method) {
    return enclosing.stream().map(MethodModel::capitalise).collect(Collectors.joining())
        + capitalise(method);
  }

  private static String capitalise(String name) {
    int first = name.codePointAt(0);
    return Character.toString(Character.toUpperCase(first))
        + name.substring(Character.charCount(first));
  }
}
