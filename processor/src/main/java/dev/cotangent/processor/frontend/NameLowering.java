package dev.cotangent.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;

/** Lowers simple and qualified names: local variables, fields, {@code length}. */
final class NameLowering {
  private final FunctionLowering function;

  NameLowering(FunctionLowering function) {
    this.function = function;
  }

  /** What a name means. Variables win over types, and types over packages. */
  private sealed interface Meaning {
    /** A local variable. */
    record Local(Variable variable) implements Meaning {}

    /** A field of some type. */
    record Field(VariableElement element) implements Meaning {}

    /** A type. */
    record OfType(TypeElement element) implements Meaning {}

    /** A package, or a part of a package's name; what no name is known by is one too. */
    record OfPackage(String name) implements Meaning {}

    /** A member of a value. */
    record OfValue(ExpressionTree expression, String member) implements Meaning {}
  }

  private Meaning meaning(ExpressionTree tree) {
    if (tree instanceof IdentifierTree identifier) {
      return simple(identifier.getName().toString());
    }
    if (!(tree instanceof MemberSelectTree select)) {
      return new Meaning.OfValue(tree, "");
    }
    String member = select.getIdentifier().toString();
    Meaning qualifier = meaning(select.getExpression());
    if (qualifier instanceof Meaning.OfPackage pack) {
      String name = pack.name() + "." + member;
      return function
          .names()
          .qualifiedType(name)
          .<Meaning>map(Meaning.OfType::new)
          .orElseGet(() -> new Meaning.OfPackage(name));
    }
    if (qualifier instanceof Meaning.OfType type) {
      return member(type.element(), member)
          .orElseThrow(() -> function.refuse(Code.UNKNOWN_NAME, tree, tree.toString()));
    }
    return new Meaning.OfValue(select.getExpression(), member);
  }

  private Meaning simple(String name) {
    Optional<Meaning> local = function.flow().scope().find(name).map(Meaning.Local::new);
    NameResolver names = function.names();
    return local
        .or(() -> names.field(name).map(Meaning.Field::new))
        .or(() -> names.type(name).map(Meaning.OfType::new))
        .orElseGet(() -> new Meaning.OfPackage(name));
  }

  private Optional<Meaning> member(TypeElement type, String name) {
    Members members = function.names().members();
    Optional<Meaning> field = members.field(type, name).map(Meaning.Field::new);
    return field.or(() -> members.memberType(type, name).map(Meaning.OfType::new));
  }

  /** The type that the tree names, if it names one and no variable. */
  Optional<TypeElement> type(ExpressionTree tree) {
    boolean isName = tree instanceof IdentifierTree || tree instanceof MemberSelectTree;
    return isName && meaning(tree) instanceof Meaning.OfType type
        ? Optional.of(type.element())
        : Optional.empty();
  }

  /** Whether the tree is a name that nothing is known by. */
  boolean isUnknown(ExpressionTree tree) {
    boolean isName = tree instanceof IdentifierTree || tree instanceof MemberSelectTree;
    return isName && !isObject(tree) && meaning(tree) instanceof Meaning.OfPackage;
  }

  /** The constant that the name stands for, if it stands for a compile-time constant. */
  Optional<Object> constant(ExpressionTree tree) {
    Meaning meaning = meaning(tree);
    if (meaning instanceof Meaning.Local local) {
      return local.variable().constant();
    }
    return meaning instanceof Meaning.Field field
        ? Optional.ofNullable(field.element().getConstantValue())
        : Optional.empty();
  }

  /** The value that the name stands for. */
  Value value(ExpressionTree tree) {
    if (isObject(tree)) {
      throw function.refuse(Code.INSTANCE_STATE, tree, tree.toString());
    }
    Meaning meaning = meaning(tree);
    if (meaning instanceof Meaning.Local local) {
      return local(local.variable(), tree);
    }
    if (meaning instanceof Meaning.Field field) {
      return field(field.element(), tree);
    }
    if (meaning instanceof Meaning.OfValue select) {
      return select(select, tree);
    }
    throw function.refuse(Code.UNKNOWN_NAME, tree, tree.toString());
  }

  /**
   * {@code this} and {@code super} look like names to the compiler's trees; {@code X.class} and
   * {@code X.this} like members.
   */
  private static boolean isObject(ExpressionTree tree) {
    if (tree instanceof MemberSelectTree select) {
      boolean keyword =
          Set.of("class", "this", "super").contains(select.getIdentifier().toString());
      return keyword || isObject(select.getExpression());
    }
    return tree instanceof IdentifierTree identifier
        && Set.of("this", "super").contains(identifier.getName().toString());
  }

  private Value local(Variable variable, ExpressionTree tree) {
    Optional<Value> value = function.flow().read(variable);
    if (value.isPresent()) {
      return value.get();
    }
    if (function.flow().isPoisoned(variable)) {
      throw Refusal.alreadyReported();
    }
    throw function.refuse(
        Code.INVALID_SOURCE, tree, "'" + variable.name() + "' may have no value here");
  }

  private Value select(Meaning.OfValue select, ExpressionTree tree) {
    if (!select.member().equals("length")) {
      throw function.refuse(Code.INSTANCE_STATE, tree, tree.toString());
    }
    Value object = function.value(select.expression());
    if (!(object.type() instanceof ArrayType)) {
      throw function.refuse(Code.INSTANCE_STATE, tree, tree.toString());
    }
    return function.ops().length(object, function.range(tree));
  }

  private Value field(VariableElement field, ExpressionTree tree) {
    String name = field.getSimpleName().toString();
    Object constant = field.getConstantValue();
    if (constant != null && !(constant instanceof String)) {
      return function.markLiteral(function.ops().constant(constant, function.range(tree)));
    }
    Set<Modifier> modifiers = field.getModifiers();
    if (!modifiers.contains(Modifier.STATIC)) {
      throw function.refuse(Code.INSTANCE_STATE, tree, name);
    }
    if (!modifiers.contains(Modifier.FINAL)) {
      throw function.refuse(Code.MUTABLE_STATIC_FIELD, tree, name);
    }
    if (!isAccessible(field)) {
      throw function.refuse(Code.INACCESSIBLE_FIELD, tree, name);
    }
    return opaque(field, fieldType(field, tree), tree);
  }

  private Value opaque(VariableElement field, Type type, ExpressionTree tree) {
    TypeElement owner = (TypeElement) field.getEnclosingElement();
    String template = "{" + owner.getQualifiedName() + "}." + field.getSimpleName();
    return function
        .ops()
        .opaque(template, List.of(), Opaque.Effect.NONE, type, function.range(tree));
  }

  private Type fieldType(VariableElement field, ExpressionTree tree) {
    if (field.asType().getKind() == TypeKind.ERROR) {
      throw function.refuse(Code.UNKNOWN_NAME, tree, field.asType().toString());
    }
    Optional<Type> type = function.types().read(field.asType());
    if (type.filter(NameLowering::isNested).isPresent()) {
      throw function.refuse(Code.ARRAY_OF_ARRAYS, tree, type.get().toString());
    }
    boolean supported =
        type.isPresent()
            && (type.get() instanceof PrimitiveType
                || (type.get() instanceof ArrayType array
                    && array.element() instanceof PrimitiveType));
    if (!supported) {
      throw function.refuse(Code.UNSUPPORTED_TYPE, tree, field.asType().toString());
    }
    return type.get();
  }

  private static boolean isNested(Type type) {
    return type instanceof ArrayType array && array.element() instanceof ArrayType;
  }

  /** Whether the companion, another class of the method's package, can read the field. */
  private boolean isAccessible(VariableElement field) {
    Elements elements = function.program().elements();
    boolean samePackage =
        elements.getPackageOf(field).equals(elements.getPackageOf(function.method()));
    for (Element e = field; e instanceof VariableElement || e instanceof TypeElement; ) {
      Set<Modifier> modifiers = e.getModifiers();
      boolean visible =
          samePackage ? !modifiers.contains(Modifier.PRIVATE) : modifiers.contains(Modifier.PUBLIC);
      if (!visible) {
        return false;
      }
      e = e.getEnclosingElement();
    }
    return true;
  }
}
