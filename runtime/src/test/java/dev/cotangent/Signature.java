package dev.cotangent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What compiled code may hold on to in a library: a line for each visible class with its
 * supertypes, for each visible member with its erased types, and for each constant with its value,
 * which compilers copy. A line that is gone breaks code that was compiled before.
 */
final class Signature {
  /** Behind what a class must supply that implements the interface. */
  private static final String ABSTRACT = " abstract";

  /** In the lines of classes, before their modifiers and supertypes. */
  private static final String TYPE = ": type";

  private static final int SHOWN =
      Modifier.STATIC | Modifier.FINAL | Modifier.INTERFACE | Modifier.PROTECTED;

  private Signature() {}

  /** The lines, in order, of the visible classes among the class files under a folder. */
  static Set<String> under(Path classes) {
    Set<String> lines = new TreeSet<>();
    try (Stream<Path> files = Files.walk(classes)) {
      files
          .map(file -> classes.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(Signature::load)
          .filter(Signature::isReachable)
          .forEach(type -> lines.addAll(of(type)));
      return lines;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    try {
      return Class.forName(name.replace('\\', '.'), false, Signature.class.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static boolean isReachable(Class<?> type) {
    return type == null
        || (isVisible(type.getModifiers()) && isReachable(type.getEnclosingClass()));
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  /** The lines, in order, of one class. */
  static Set<String> of(Class<?> type) {
    Set<String> lines = new TreeSet<>();
    List<Class<?>> above = new ArrayList<>(List.of(type.getInterfaces()));
    if (type.getSuperclass() != null) {
      above.add(0, type.getSuperclass());
    }
    boolean isOpen = !type.isInterface() && Modifier.isAbstract(type.getModifiers());
    lines.add(
        type.getName()
            + TYPE
            + shown(type.getModifiers())
            + (isOpen ? ABSTRACT : "")
            + names(above));
    Stream.of(type.getDeclaredFields()).forEach(field -> add(type, field, lines));
    Stream.of(type.getDeclaredConstructors()).forEach(member -> add(type, member, lines));
    methods(type).forEach(member -> add(type, member, lines));
    return lines;
  }

  /** What the lines of {@code after} break for code that was compiled against {@code before}. */
  static List<String> breaks(Set<String> before, Set<String> after) {
    List<String> breaks = new ArrayList<>();
    before.stream()
        // What may but need not be supplied any more is still there.
        .filter(line -> !after.contains(line) && !after.contains(supplied(line)))
        .forEach(line -> breaks.add("- " + line));
    Set<String> types = before.stream().map(Signature::type).collect(Collectors.toSet());
    after.stream()
        .filter(line -> line.endsWith(ABSTRACT) && types.contains(type(line)))
        .filter(line -> !before.contains(line))
        .forEach(line -> breaks.add("+ " + line));
    return breaks;
  }

  /** Those lines that are about classes and not about their members. */
  static Set<String> types(Set<String> lines) {
    return lines.stream().filter(line -> line.contains(TYPE)).collect(Collectors.toSet());
  }

  private static String supplied(String line) {
    return line.endsWith(ABSTRACT) ? line.substring(0, line.length() - ABSTRACT.length()) : line;
  }

  private static String type(String line) {
    return line.substring(0, line.indexOf(':'));
  }

  private static void add(Class<?> type, Field field, Set<String> lines) {
    if (isVisible(field.getModifiers()) && !field.isSynthetic()) {
      lines.add(line(type, field, field.getType()) + " " + field.getName() + constant(field));
    }
  }

  private static void add(Class<?> type, Constructor<?> member, Set<String> lines) {
    if (isVisible(member.getModifiers())) {
      lines.add(line(type, member, void.class) + " <init>" + parameters(member));
    }
  }

  private static void add(Class<?> type, Method member, Set<String> lines) {
    if (isVisible(member.getModifiers())) {
      boolean isFree = member.getDefaultValue() != null;
      boolean isOpen = Modifier.isAbstract(member.getModifiers()) && !isFree;
      lines.add(
          line(type, member, member.getReturnType())
              + " "
              + member.getName()
              + parameters(member)
              + (isOpen ? ABSTRACT : ""));
    }
  }

  /** With what it inherits: a member may move up unnoticed. */
  private static Stream<Method> methods(Class<?> type) {
    return Stream.concat(Stream.of(type.getDeclaredMethods()), Stream.of(type.getMethods()))
        .filter(method -> method.getDeclaringClass().getName().startsWith("dev.cotangent"));
  }

  private static String line(Class<?> type, Member member, Class<?> result) {
    // Whether a single method is final matters only to who extends its class.
    int ignored = Modifier.isFinal(type.getModifiers()) ? Modifier.FINAL : 0;
    int modifiers =
        member instanceof Method ? member.getModifiers() & ~ignored : member.getModifiers();
    return type.getName() + ":" + shown(modifiers) + " " + result.getTypeName();
  }

  private static String shown(int modifiers) {
    String shown = Modifier.toString(modifiers & SHOWN);
    return shown.isEmpty() ? "" : " " + shown;
  }

  private static String constant(Field field) {
    int modifiers = field.getModifiers();
    boolean isCopied = field.getType().isPrimitive() || field.getType() == String.class;
    if (!Modifier.isStatic(modifiers) || !Modifier.isFinal(modifiers) || !isCopied) {
      return "";
    }
    try {
      return " = " + field.get(null);
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String parameters(Executable member) {
    return Stream.of(member.getParameterTypes())
        .map(Class::getTypeName)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String names(List<Class<?>> types) {
    return types.stream()
        .map(Class::getTypeName)
        .map(name -> " " + name)
        .collect(Collectors.joining());
  }
}
