package dev.cotangent.processor.ir;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs opaque Java for the {@link Interpreter} by reflection, as far as it is one step: a field, a
 * call, the making of an object, a cast, {@code instanceof}, or text joined of operands. The method
 * is chosen by the operands' types, exact ones first.
 */
final class InterpreterOpaque {
  private static final String NAME = "\\{([\\w.]+)}(?:<[^()]*>)?";
  private static final String ARGUMENTS = "\\(((?:\\$\\d+)?(?:, ?\\$\\d+)*)\\)";
  private static final List<Class<?>> WIDTHS =
      List.of(byte.class, short.class, int.class, long.class, float.class, double.class);
  private static final Pattern HOLE = Pattern.compile("\\$(\\d+)");
  private static final Pattern MEMBER =
      Pattern.compile("(?:" + NAME + "|\\$0)\\.(\\w+)(?:" + ARGUMENTS + ")?");
  private static final Pattern CREATION = Pattern.compile("new " + NAME + ARGUMENTS);
  private static final Pattern CAST = Pattern.compile("\\(" + NAME + "\\) \\$0");
  private static final Pattern TEST = Pattern.compile("\\$0 instanceof " + NAME);
  private static final Pattern TEXT = Pattern.compile("\\$0(?: \\+ \\$\\d+)+");

  private final Opaque op;
  private final Object[] operands;

  private InterpreterOpaque(Opaque op, Object[] operands) {
    this.op = op;
    this.operands = operands;
  }

  /** The result; null if there is none. */
  static Object evaluate(Opaque op, Object[] operands) {
    InterpreterOpaque run = new InterpreterOpaque(op, operands);
    try {
      return run.evaluate();
    } catch (InvocationTargetException e) {
      throw InterpreterOpaque.<RuntimeException>sneaky(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw run.unknown(e);
    }
  }

  /** The exception of the called method as it is, checked or not. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E sneaky(Throwable exception) throws E {
    throw (E) exception;
  }

  private UnsupportedOperationException unknown(Exception cause) {
    return new UnsupportedOperationException(
        "opaque Java is not interpreted: " + op.template(), cause);
  }

  private Object evaluate() throws ReflectiveOperationException {
    Matcher member = MEMBER.matcher(op.template());
    if (member.matches()) {
      return member(member);
    }
    Matcher creation = CREATION.matcher(op.template());
    if (creation.matches()) {
      int[] holes = holes(creation.group(2));
      Class<?> type = InterpreterMethods.named(creation.group(1));
      Constructor<?> chosen = choose(List.of(type.getDeclaredConstructors()), holes);
      return chosen.newInstance(arguments(chosen, holes));
    }
    Matcher cast = CAST.matcher(op.template());
    if (cast.matches()) {
      return InterpreterMethods.named(cast.group(1)).cast(operands[0]);
    }
    Matcher test = TEST.matcher(op.template());
    if (test.matches()) {
      return InterpreterMethods.named(test.group(1)).isInstance(operands[0]);
    }
    if (TEXT.matcher(op.template()).matches()) {
      StringBuilder text = new StringBuilder();
      Arrays.stream(operands).forEach(text::append);
      return text.toString();
    }
    throw unknown(null);
  }

  private Object member(Matcher member) throws ReflectiveOperationException {
    boolean isStatic = member.group(1) != null;
    Class<?> owner =
        isStatic
            ? InterpreterMethods.named(member.group(1))
            : InterpreterMethods.classOf(op.operands().get(0).type());
    Object receiver = isStatic ? null : java.util.Objects.requireNonNull(operands[0]);
    String name = member.group(2);
    if (member.group(3) == null) {
      return name.equals("class") ? owner : field(owner, name).get(receiver);
    }
    int[] holes = holes(member.group(3));
    List<Method> methods =
        Stream.concat(Arrays.stream(owner.getDeclaredMethods()), Arrays.stream(owner.getMethods()))
            .filter(method -> method.getName().equals(name))
            .filter(method -> Modifier.isStatic(method.getModifiers()) == isStatic)
            .toList();
    Method chosen = choose(methods, holes);
    return chosen.invoke(receiver, arguments(chosen, holes));
  }

  private static Field field(Class<?> owner, String name) throws NoSuchFieldException {
    for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return open(field);
        }
      }
    }
    throw new NoSuchFieldException(name);
  }

  /** The platform's own classes need not be opened. */
  private static <T extends java.lang.reflect.AccessibleObject & java.lang.reflect.Member> T open(
      T member) {
    if (member.getDeclaringClass().getModule() != Object.class.getModule()) {
      member.setAccessible(true);
    }
    return member;
  }

  private static int[] holes(String list) {
    return HOLE.matcher(list).results().mapToInt(m -> Integer.parseInt(m.group(1))).toArray();
  }

  private <T extends Executable> T choose(List<T> candidates, int[] holes)
      throws NoSuchMethodException {
    for (boolean exact : new boolean[] {true, false}) {
      for (T candidate : candidates) {
        if (accepts(candidate, holes, exact)) {
          return open(candidate);
        }
      }
    }
    throw new NoSuchMethodException(op.template());
  }

  private boolean accepts(Executable candidate, int[] holes, boolean exact) {
    Class<?>[] parameters = candidate.getParameterTypes();
    if (parameters.length != holes.length) {
      return !exact && candidate.isVarArgs() && holes.length >= parameters.length - 1;
    }
    for (int i = 0; i < holes.length; i++) {
      Class<?> type = InterpreterMethods.classOf(op.operands().get(holes[i]).type());
      Object value = operands[holes[i]];
      boolean fits =
          parameters[i].isPrimitive()
              ? widens(type, parameters[i])
              : value == null || parameters[i].isInstance(value);
      if (exact ? parameters[i] != type : !fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean widens(Class<?> from, Class<?> to) {
    int width = WIDTHS.indexOf(to);
    return from == to || (width > 1 && (from == char.class || inOrder(from, width)));
  }

  private static boolean inOrder(Class<?> from, int width) {
    return WIDTHS.contains(from) && WIDTHS.indexOf(from) < width;
  }

  private Object[] arguments(Executable chosen, int[] holes) {
    Object[] all = Arrays.stream(holes).mapToObj(hole -> operands[hole]).toArray();
    if (!chosen.isVarArgs()) {
      return all;
    }
    Class<?>[] parameters = chosen.getParameterTypes();
    int last = parameters.length - 1;
    if (all.length == parameters.length && parameters[last].isInstance(all[last])) {
      return all;
    }
    Object rest = Array.newInstance(parameters[last].getComponentType(), all.length - last);
    for (int i = last; i < all.length; i++) {
      Array.set(rest, i - last, all[i]);
    }
    Object[] gathered = Arrays.copyOf(all, last + 1);
    gathered[last] = rest;
    return gathered;
  }
}
