package dev.cotangent.processor.frontend;

import com.sun.source.tree.MethodTree;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.ir.Custom;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Lowers an annotated method and, one after the other, the helpers of its file that it turns out to
 * call. Input: the file and the method; output: the {@link Program} or the diagnostics.
 */
final class ProgramLowering {
  /** More helpers than this for lambdas are taken as a recursion that makes ever new ones. */
  private static final int MOST_SPECIALISED = 200;

  private final SourceUnit unit;
  private final Elements elements;
  private final FileRecords records;
  private final TypeReader types;
  private final OverloadResolution overloads;
  private final ObjectTypes objectTypes;
  private final Findings findings = new Findings();
  private final Map<ExecutableElement, String> helperNames = new HashMap<>();
  private final Set<String> usedNames = new HashSet<>();
  private final Deque<ExecutableElement> pending = new ArrayDeque<>();
  private final Deque<Runnable> pendingForFunctions = new ArrayDeque<>();
  private final Map<Specialised, String> specialised = new HashMap<>();
  private final Map<String, Function> made = new LinkedHashMap<>();
  private final Set<ExecutableElement> rules = new HashSet<>();
  private final CustomCallees customs;
  private final Set<String> differentiated;
  private final boolean keepsObjects;
  private final Companions companions;
  private final ExecutableElement annotated;
  private FixedFields fixedFields;

  /**
   * @param keepsObjects whether records among the parameters stay objects where they may
   */
  private ProgramLowering(
      SourceUnit unit,
      Elements elements,
      Types types,
      ExecutableElement method,
      boolean keepsObjects) {
    this.unit = unit;
    this.keepsObjects = keepsObjects;
    this.differentiated =
        AnnotationReader.of(method)
            .map(annotation -> new SignatureCheck(method, annotation).wrt())
            .orElse(Set.of());
    this.elements = elements;
    this.annotated = method;
    this.records = new FileRecords(unit, elements, types);
    this.types = new TypeReader(types, elements, records);
    this.overloads = new OverloadResolution(this.types, types);
    this.objectTypes = new ObjectTypes(types, this.types);
    TypeElement place = (TypeElement) method.getEnclosingElement();
    List<TypeElement> file = unit.types(elements, elements.getPackageOf(place));
    DerivativeRules found = new DerivativeRules(elements, file, method);
    this.companions = new Companions(elements, types, file);
    this.customs = new CustomCallees(this, found, types, place);
  }

  /**
   * The method with its helpers. What a record may not be, an object may: those among the
   * parameters that are not differentiated may be either.
   */
  static Lowered lower(
      SourceUnit unit, ProcessingEnvironment environment, ExecutableElement method) {
    Lowered lowered = lower(unit, environment, method, false);
    boolean second =
        lowered instanceof Lowered.Refused
            && method.getParameters().stream()
                .anyMatch(parameter -> SignatureTypes.record(parameter.asType()).isPresent());
    if (second && lower(unit, environment, method, true) instanceof Lowered.Success success) {
      return success;
    }
    return lowered;
  }

  private static Lowered lower(
      SourceUnit unit,
      ProcessingEnvironment environment,
      ExecutableElement method,
      boolean keepsObjects) {
    Elements elements = environment.getElementUtils();
    Types types = environment.getTypeUtils();
    return new ProgramLowering(unit, elements, types, method, keepsObjects).lower(method);
  }

  private Lowered lower(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    usedNames.add(name);
    Optional<Code> refusal = refusal(method);
    if (refusal.isPresent()) {
      findings.add(Diagnostic.of(refusal.get(), place(method), name));
      return new Lowered.Refused(findings.inSourceOrder());
    }
    fixedFields = new FixedFields(this, method);
    Optional<Function> main = lower(method, name);
    Map<String, Function> helpers = new LinkedHashMap<>();
    while (!pending.isEmpty() || !pendingForFunctions.isEmpty()) {
      if (pending.isEmpty()) {
        pendingForFunctions.remove().run();
      } else {
        ExecutableElement helper = pending.remove();
        String helperName = helperNames.get(helper);
        lower(helper, helperName).ifPresent(function -> helpers.put(helperName, function));
      }
    }
    helpers.putAll(made);
    if (findings.hasUnknownNames()) {
      return new Lowered.Unresolved(findings.inSourceOrder());
    }
    if (findings.hasErrors() || main.isEmpty()) {
      return new Lowered.Refused(findings.inSourceOrder());
    }
    Program program = new Program(main.get(), helpers);
    SharedArrays.check(program, findings);
    RecordObjects.check(program, findings);
    return findings.hasErrors()
        ? new Lowered.Refused(findings.inSourceOrder())
        : new Lowered.Success(program, findings.inSourceOrder(), usersNames());
  }

  /** The method as a function; empty if its signature is refused. */
  private Optional<Function> lower(ExecutableElement method, String name) {
    return lower(method, name, Map.of());
  }

  private Optional<Function> lower(
      ExecutableElement method, String name, Map<Integer, Closure> closures) {
    MethodTree tree = unit.method(method).orElseThrow();
    try {
      return Optional.of(new FunctionLowering(this, method, tree).lower(name, closures));
    } catch (Refusal refusal) {
      findings.add(refusal);
      return Optional.empty();
    }
  }

  private SourceRange place(ExecutableElement method) {
    return unit.method(method).map(unit::range).orElse(SourceRange.NONE);
  }

  /** Why no method like this is lowered, whatever its body is. */
  static Optional<Code> refusal(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    if (modifiers.contains(Modifier.NATIVE) || modifiers.contains(Modifier.ABSTRACT)) {
      return Optional.of(Code.NO_BODY);
    }
    if (!modifiers.contains(Modifier.STATIC)) {
      return Optional.of(Code.NOT_STATIC);
    }
    if (!method.getTypeParameters().isEmpty()) {
      return Optional.of(Code.GENERIC_METHOD);
    }
    if (modifiers.contains(Modifier.SYNCHRONIZED)) {
      return Optional.of(Code.SYNCHRONIZED_METHOD);
    }
    return isKotlin(method) ? Optional.of(Code.KOTLIN_SOURCE) : Optional.empty();
  }

  /** As {@link #refusal}, of a helper: records' own methods and constructors are functions, too. */
  static Optional<Code> refusalOfHelper(ExecutableElement method) {
    boolean ofRecord = method.getEnclosingElement().getKind() == ElementKind.RECORD;
    return refusal(method).filter(code -> !(ofRecord && code == Code.NOT_STATIC));
  }

  /** The Java stubs of Kotlin code have bodies that mean nothing. */
  private static boolean isKotlin(ExecutableElement method) {
    for (Element e = method.getEnclosingElement(); e != null; e = e.getEnclosingElement()) {
      boolean marked =
          e.getAnnotationMirrors().stream()
              .map(mirror -> mirror.getAnnotationType().asElement())
              .anyMatch(
                  type ->
                      type instanceof TypeElement element
                          && element.getQualifiedName().contentEquals("kotlin.Metadata"));
      if (marked) {
        return true;
      }
    }
    return false;
  }

  /** A function that does nothing but call a method whose derivative is given. */
  String call(ExecutableElement method, Custom custom, SourceRange at) {
    String known = helperNames.get(method);
    if (known != null) {
      return known;
    }
    String name = unused(baseName(method));
    helperNames.put(method, name);
    List<Value> parameters = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      Type type = types.read(parameter.asType()).orElseThrow();
      parameters.add(new Value(type, parameter.getSimpleName().toString(), at));
    }
    Value result = new Value(types.read(method.getReturnType()).orElseThrow(), "", at);
    Op call = custom.call(parameters, List.of(result), at);
    made.put(name, new Function(name, new Region(parameters, List.of(call), List.of(result))));
    return name;
  }

  /** The name under which calls of the helper find it; it is lowered in its turn. */
  String helper(ExecutableElement method) {
    String known = helperNames.get(method);
    if (known != null) {
      return known;
    }
    String name = unused(baseName(method));
    helperNames.put(method, name);
    pending.add(method);
    return name;
  }

  private Map<String, String> usersNames() {
    Map<String, String> names = new HashMap<>();
    helperNames.forEach((method, name) -> names.put(name, baseName(method)));
    return names;
  }

  private static String baseName(ExecutableElement method) {
    return method.getKind() == ElementKind.CONSTRUCTOR
        ? "new" + method.getEnclosingElement().getSimpleName()
        : method.getSimpleName().toString();
  }

  /** Whether the function of that name is the annotated method itself. */
  boolean isMain(ExecutableElement method, String name) {
    return method.getSimpleName().contentEquals(name) && !helperNames.containsKey(method);
  }

  /**
   * As {@link #helper}, of a method that is a derivative rule, or is called by one: it may call
   * what cannot be differentiated, as long as nobody differentiates it.
   */
  String ruleHelper(ExecutableElement method) {
    rules.add(method);
    return helper(method);
  }

  /** Whether the method is lowered for the sake of a derivative rule. */
  boolean isRule(ExecutableElement method) {
    return rules.contains(method);
  }

  /** What is called without the derivatives of bodies. */
  CustomCallees customs() {
    return customs;
  }

  /** Whether the method is the one whose program this is. */
  boolean isAnnotated(ExecutableElement method) {
    return method.equals(annotated);
  }

  /** The companions of the file's methods, which are being generated. */
  Companions companions() {
    return companions;
  }

  private String unused(String base) {
    String name = base;
    for (int i = 2; !usedNames.add(name); i++) {
      name = base + "_" + i;
    }
    return name;
  }

  /** A helper, lowered for lambdas of these names. */
  private record Specialised(ExecutableElement method, List<String> functions) {}

  /**
   * The name of the helper for these closures; empty if it has been asked for so often that there
   * is no end in sight.
   */
  Optional<String> helper(ExecutableElement method, Map<Integer, Closure> closures) {
    List<String> functions = closures.values().stream().map(Closure::function).toList();
    Specialised wanted = new Specialised(method, functions);
    if (specialised.size() > MOST_SPECIALISED) {
      return Optional.empty();
    }
    if (!specialised.containsKey(wanted)) {
      String name = unused(method.getSimpleName().toString());
      specialised.put(wanted, name);
      pendingForFunctions.add(
          () -> lower(method, name, closures).ifPresent(function -> made.put(name, function)));
    }
    return Optional.of(specialised.get(wanted));
  }

  /** A name for a lambda. */
  String lambdaName() {
    return unused("lambda");
  }

  /** Adds a lambda's function. */
  void add(Function lambda) {
    made.put(lambda.name(), lambda);
  }

  /** Whether the annotated method is differentiated with respect to that parameter of it. */
  boolean isDifferentiated(VariableElement parameter) {
    return differentiated.contains(parameter.getSimpleName().toString());
  }

  /** Whether records among the annotated method's parameters stay objects where they may. */
  boolean keepsObjects() {
    return keepsObjects;
  }

  /** The records of the file. */
  FileRecords records() {
    return records;
  }

  SourceUnit unit() {
    return unit;
  }

  Elements elements() {
    return elements;
  }

  TypeReader types() {
    return types;
  }

  ObjectTypes objectTypes() {
    return objectTypes;
  }

  /** The fields whose content is known, for the method and its helpers. */
  FixedFields fixedFields() {
    return fixedFields;
  }

  OverloadResolution overloads() {
    return overloads;
  }

  Findings findings() {
    return findings;
  }
}
