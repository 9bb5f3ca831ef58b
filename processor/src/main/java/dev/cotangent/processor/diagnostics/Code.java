package dev.cotangent.processor.diagnostics;

import java.util.List;

/**
 * The catalogue of everything the processor says: number, severity, reason and fix. {@code {0}},
 * {@code {1}}, … in the texts are holes for a {@link Diagnostic}'s arguments. Each code has a page
 * {@code docs/diagnostics/COTnnn.md}.
 *
 * <p>001–039 the language the front end reads; 040–059 signature, annotation and companion; 060–079
 * modes and what the analyses notice; 101 and up what generated code throws; 900 the processor's
 * own mistakes.
 */
public enum Code {
  NOT_STATIC(
      1, "'{0}' is an instance method", "Make it static and pass what it reads as parameters"),
  NO_BODY(2, "'{0}' has no body in Java", "Write the body in Java, or call a method that has one"),
  GENERIC_METHOD(3, "'{0}' has type parameters", "Write it for the concrete types that you use"),
  SYNCHRONIZED_METHOD(
      4, "'{0}' is synchronized", "Take the lock in the caller and call an unsynchronized method"),
  KOTLIN_SOURCE(
      5,
      "'{0}' comes from Kotlin, whose stubs have no real bodies",
      "Write the method in a Java file"),
  NO_SOURCE(
      6,
      "this compiler shows no source of '{0}': {1}",
      "Run the compiler, javac or Eclipse's, on a JDK, 17 or newer"),
  UNKNOWN_NAME(7, "cannot find '{0}'", "Declare or import it, or check the spelling"),
  UNSUPPORTED_SYNTAX(8, "{0} cannot be differentiated", "{1}"),
  UNSUPPORTED_TYPE(
      9, "the type {0} cannot be computed with here", "Use primitive types and arrays of them"),
  INSTANCE_STATE(
      11,
      "'{0}' belongs to an object, and an annotated method has none",
      "Pass its value as a parameter"),
  MUTABLE_STATIC_FIELD(
      12,
      "the static field '{0}' is not final, so its value may change behind the derivative",
      "Make it final, or pass its value as a parameter"),
  INACCESSIBLE_FIELD(
      13,
      "the companion cannot read '{0}', which is not visible to it and no compile-time constant",
      "Make it (and its class) package-private, give it a constant value, or pass it as a"
          + " parameter"),
  STATIC_WRITE(
      14,
      "'{0}' is shared state and is overwritten here",
      "Write to a local array or to a parameter"),
  FOREIGN_CALL(
      16,
      "'{0}' is declared in another file, whose bodies are never read",
      "Annotate it with @Differentiable there, give it @DerivativeOf rules, or move it into this"
          + " file"),
  INSTANCE_CALL(
      17,
      "'{0}' is called on an object",
      "Call a static method, and pass what it needs as arguments"),
  IMPURE_CALL(
      18,
      "'{0}' gives another result at every call",
      "Draw the numbers before and pass them as a parameter"),
  NO_APPLICABLE_METHOD(
      19,
      "no method '{0}' can be chosen for the arguments ({1})",
      "Cast the arguments to the parameter types you mean"),
  OBJECT_VALUE(20, "{0} makes or needs an object", "Use primitive values and arrays; {1}"),
  ENDLESS_LOOP(
      22, "this loop never ends", "Give it a condition that becomes false, or leave it by a break"),
  INVALID_SOURCE(23, "this is not valid Java: {0}", "Correct it"),
  SWITCH_FORM(
      24,
      "this switch {0}",
      "Switch over an int, char, short, byte, String or enum, with constants as cases"),
  LOST_DERIVATIVE(
      27,
      "what '{0}' gives depends on values to differentiate, and its derivative is not known",
      "Compute with the numbers themselves, and hand only passive ones to objects"),
  FOREIGN_ARRAY(
      28,
      "'{0}' may keep or change an array of values to differentiate",
      "Pass it a copy, x.clone(), that is not read here, or call it outside"),
  UNKNOWN_TYPE(
      29,
      "the type of {0} follows from its surroundings, which are not read",
      "Assign it to a variable of declared type first, and use that"),
  PARTIAL_MISSING(
      33,
      "no derivative rule gives the partial of '{0}' with respect to its argument {1}, which is"
          + " differentiated here",
      "Write a @DerivativeOf rule whose @Wrt parameter is that one, or pass the argument through"
          + " Passive.value"),
  RULE_UNUSABLE(34, "the derivative rule '{0}' cannot be used here: {1}", "{2}"),
  LINK_MODE_MISSING(
      35,
      "the companion of '{0}' does not offer {1}, which is needed here",
      "Add {1} to the modes of @Differentiable there"),
  RULE_DERIVATIVE_MISSING(
      36,
      "the derivative of '{0}' is needed, and its body is in another file",
      "Move it into this file, give it a @DerivativeOf rule of its own, or leave out the second"
          + " derivatives"),
  LINK_UNUSABLE(39, "the companion of '{0}' cannot be used here: {1}", "{2}"),

  ARRAY_TYPES(
      30,
      "elements of a {0} cannot be copied into a {1}: Java throws an ArrayStoreException",
      "Convert element by element in a loop"),
  RECORD_VALUE(
      32,
      "records are computed with by their components alone, and this is {0}",
      "Compare, print or pass on the components instead, and use arrays of numbers for many"),
  RECORD_CONSTRUCTOR(
      38,
      "the canonical constructor of {0} assigns the fields itself",
      "Write it as a compact constructor, which changes its parameters, or leave it out"),

  UNREACHABLE_METHOD(
      40,
      "the companion of '{1}' cannot see '{0}', which is private",
      "Make it package-private: the companion is a class of the same package"),
  RESULT_NOT_FLOATING(
      41,
      "'{0}' returns {1}, and results are differentiated that are a double, a float, an array of"
          + " them or a record of these",
      "Return one of these or, from a void method, name the arrays that it fills by 'outputs'"),
  OUTPUTS_WITH_RESULT(
      43,
      "'{0}' returns its result, and 'outputs' names those of a void method",
      "Remove 'outputs'"),
  NOTHING_TO_DIFFERENTIATE(
      44,
      "'{0}' has no floating parameter to differentiate with respect to",
      "Give it a parameter of type double, float, double[] or float[], or remove the annotation"),
  WRT_UNKNOWN(45, "'{1}' has no parameter '{0}'", "Name one of its parameters"),
  WRT_NOT_FLOATING(
      46,
      "the parameter '{0}' of type {1} holds no floating values",
      "Leave it out of 'wrt', or give it a floating type"),
  WRT_WITHOUT_COMPONENTS(
      47,
      "'{0}' of type {1} holds floating values in a shape without fixed components",
      "Pass numbers, arrays of them, and records of these without type parameters, or list the"
          + " other parameters in 'wrt'"),
  PARTIALS_CLASH(
      48,
      "the partials of '{0}' and of '{1}' would both be called {2}",
      "Rename one of the two parameters"),
  COMPANION_NOT_A_NAME(
      49, "'{0}' cannot be a class's name", "Give a simple name that Java allows for a class"),
  COMPANION_CLASH(
      50,
      "'{0}' and '{1}' would both have the companion {2}",
      "Give one of them another by companion = \"...\", or rename one of the methods"),
  COMPANION_EXISTS(
      51,
      "the companion of '{0}' would be {1}, and a class of that name exists",
      "Give the companion another name by companion = \"...\", or rename the method or the class"),
  CHECKED_EXCEPTION(
      52,
      "'{0}' declares the checked exception {1}",
      "Catch it inside, or throw an unchecked exception"),

  GRADIENT_OF_MANY(
      53,
      "{0} is the derivative of a single number, and '{1}' gives an array or a record",
      "Ask for JVP, VJP or JACOBIAN in its place"),
  RECORD_DISGUISED(
      54,
      "the record '{0}' cannot be taken apart into its components: {1} has {2}",
      "Leave accessors and components to Java and let a static method compute what they do, or list"
          + " the other parameters in 'wrt'"),
  RECORD_OF_ANOTHER_FILE(
      55,
      "nothing proves that the record '{0}' is nothing but its components: {1} is declared in"
          + " another file, whose bodies are never read",
      "Declare it in this file, or give its file an annotated method that differentiates with"
          + " respect to it"),

  RULE_WITHOUT_METHOD(
      56,
      "this derivative rule fits no method: {0}",
      "Name a static method in another place than Math, and take what it takes"),
  RULE_SHAPE(57, "'{0}' cannot be a derivative rule: {1}", "{2}"),
  DUPLICATE_RULE(
      58, "'{0}' and '{1}' are rules for the same derivative of '{2}'", "Remove one of the two"),
  NON_DIFFERENTIABLE_MISPLACED(59, "@NonDifferentiable has no meaning on '{0}': {1}", "{2}"),

  NOT_DIFFERENTIABLE(
      60,
      "this cannot be differentiated exactly: {0}",
      "Write the computation in a form whose values and arrays stay in this file"),

  DERIVATIVE_CUT(
      61,
      Severity.WARNING,
      "the derivative ends at {0}, whose integer is part of the result",
      "Compute with the floating value itself, or, if a step is meant, keep this silent by"
          + " suppress = \"COT061\""),
  NO_INFLUENCE(
      62,
      Severity.WARNING,
      "the result does not depend on '{0}' by any derivative, so its partial is always zero",
      "Remove it from 'wrt', or use it where it was meant to be used"),
  UNKNOWN_LINT(
      63,
      Severity.WARNING,
      "the option -Acotangent.lint has the word '{0}', which means nothing",
      "Use {1}, with commas between them; a minus before a word takes it away"),
  KINK(
      64,
      Severity.NOTE,
      "{0} has a kink {1}; the derivative there is {2}",
      "Use a smooth function if the kink is reached and matters"),
  STEP(
      65,
      Severity.NOTE,
      "{0} is constant between its jumps, so its derivative is zero",
      "Use a smooth function if a derivative is meant to flow here"),
  ACTIVE_BRANCH(
      66,
      Severity.NOTE,
      "this compares active values; the derivative is that of the branch taken",
      "Let the branches agree where they meet if an optimiser comes there"),
  INPUT_OVERWRITTEN(
      67,
      Severity.NOTE,
      "the argument '{0}' is overwritten here; its partials are with respect to its values at"
          + " entry",
      "Write to a copy if the caller needs the argument afterwards"),
  BETTER_FORM(68, Severity.NOTE, "{0} {1}", "Write {2}, which does not"),
  BITS_OF_ACTIVE(
      69,
      "the result is computed from the bits that {0} gives of an active value, and no rule knows"
          + " that function",
      "Compute it by arithmetic, or by the functions of Math such as getExponent and signum"),

  NESTED_MEMBER(71, "'{0}' cannot be used inside an annotated method or its helpers: {1}", "{2}"),
  DERIVATIVE_OF_ITSELF(
      72,
      "the derivative of '{0}' is needed inside '{0}' itself, and so without end",
      "Move what is differentiated into a method of its own"),
  NESTED_ELSEWHERE(
      73,
      "'{0}' is known from another file, {1}",
      "Take one derivative there, in an annotated method that offers HVP and is called here, or"
          + " move the method into this file"),

  UNRESOLVED_FUNCTION(
      70,
      "the compiler cannot tell what this function is: {0}",
      "Write the lambda or the method reference where it is called or passed, or name it by a local"
          + " variable that is assigned once"),

  OUTPUT_NOT_AN_ARRAY(
      74,
      "the output '{0}' of type {1} is no array of floating values, which a method could fill",
      "Name arrays of double or float, of any rank, in 'outputs'"),
  EFFECT_REPEATED(
      78,
      "a Hessian and a derivative of a derivative go through a method several times, and what this"
          + " does must happen once: {0}",
      "Ask for HVP or JVP instead, or keep this out of what is differentiated"),

  NO_VECTORS(
      79,
      Severity.WARNING,
      "the option -Acotangent.vector needs the module {0}, which the compiler does not see; loops"
          + " stay as they are",
      "Pass --add-modules {0} to the compiler, and to the virtual machine that runs the program"),

  INTERNAL_ERROR(
      900,
      "{1} failed on '{0}': {2}",
      "This is a mistake in Cotangent: please report it with the method's source"),
  LIBRARY_MISSING(
      901,
      "the processor does not find {0}, which it is made with",
      "Put that library beside the processor, on the processor path");

  private final int number;
  private final Severity severity;
  private final String reason;
  private final String fix;

  Code(int number, String reason, String fix) {
    this(number, Severity.ERROR, reason, fix);
  }

  Code(int number, Severity severity, String reason, String fix) {
    this.number = number;
    this.severity = severity;
    this.reason = reason;
    this.fix = fix;
  }

  /** The code as users see it and as {@code suppress} names it: {@code COT012}. */
  public String id() {
    return "COT%03d".formatted(number);
  }

  /** The number alone. */
  public int number() {
    return number;
  }

  /** How much it matters. */
  public Severity severity() {
    return severity;
  }

  /** Why the diagnostic is made, with the holes filled. */
  public String reason(List<String> arguments) {
    return fill(reason, arguments);
  }

  /** What to do about it, with the holes filled. */
  public String fix(List<String> arguments) {
    return fill(fix, arguments);
  }

  private static String fill(String template, List<String> arguments) {
    String text = template;
    for (int i = 0; i < arguments.size(); i++) {
      text = text.replace("{" + i + "}", arguments.get(i));
    }
    return text;
  }
}
