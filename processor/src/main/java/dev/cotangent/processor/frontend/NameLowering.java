package dev.cotangent.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Table;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.TypeArgument;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

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
    return isName && !isObject(tree) && meaning(tree) instanceof Meaning.OfType type
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
    if (isClass(tree)) {
      return classObject((MemberSelectTree) tree);
    }
    if (isForeignObject(tree)) {
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
  static boolean isObject(ExpressionTree tree) {
    if (tree instanceof MemberSelectTree select) {
      return isKeyword(select) || isObject(select.getExpression());
    }
    return tree instanceof IdentifierTree identifier
        && Set.of("this", "super").contains(identifier.getName().toString());
  }

  /** As {@link #isObject}, but {@code this} in a record's own method is a variable. */
  boolean isForeignObject(ExpressionTree tree) {
    return isObject(tree) && !isOfRecord(tree);
  }

  private boolean isOfRecord(ExpressionTree tree) {
    return tree instanceof MemberSelectTree select
        ? !isKeyword(select) && isOfRecord(select.getExpression())
        : RecordLowering.isThis(function, tree);
  }

  private static boolean isKeyword(MemberSelectTree select) {
    return Set.of("class", "this", "super").contains(select.getIdentifier().toString());
  }

  static boolean isClass(ExpressionTree tree) {
    return tree instanceof MemberSelectTree select && select.getIdentifier().contentEquals("class");
  }

  private Value classObject(MemberSelectTree tree) {
    Type type =
        function
            .types()
            .read(tree.getExpression(), function.names())
            .orElseThrow(
                () -> function.refuse(Code.UNKNOWN_NAME, tree, tree.getExpression().toString()));
    function.requireVisible(type, tree);
    Type boxed = type instanceof PrimitiveType primitive ? function.types().box(primitive) : type;
    Type result = new ReferenceType("java.lang.Class", List.of(TypeArgument.of(boxed)));
    String template = new Template().type(type).text(".class").toString();
    return function
        .ops()
        .opaque(template, List.of(), Opaque.Effect.NONE, result, function.range(tree));
  }

  private Value local(Variable variable, ExpressionTree tree) {
    Optional<Value> value = function.flow().read(variable);
    if (value.isPresent()) {
      return value.get();
    }
    if (function.flow().isPoisoned(variable)) {
      throw Refusal.alreadyReported();
    }
    if (function.closures().of(variable).isPresent()) {
      String what = "'" + variable.name() + "' is used otherwise than by a call";
      throw function.refuse(Code.UNRESOLVED_FUNCTION, tree, what);
    }
    throw function.refuse(
        Code.INVALID_SOURCE, tree, "'" + variable.name() + "' may have no value here");
  }

  private Value select(Meaning.OfValue select, ExpressionTree tree) {
    Value object = function.value(select.expression());
    if (object.type() instanceof RecordType) {
      return RecordLowering.component(function, object, select.member(), tree);
    }
    if (object.type() instanceof ArrayType && select.member().equals("length")) {
      return function.ops().length(object, function.range(tree));
    }
    if (!(object.type() instanceof ReferenceType type)) {
      throw function.refuse(Code.INVALID_SOURCE, tree, "there is no '" + select.member() + "'");
    }
    VariableElement field =
        Optional.ofNullable(function.types().element(type))
            .flatMap(owner -> function.names().members().field(owner, select.member()))
            .orElseThrow(() -> function.refuse(Code.UNKNOWN_NAME, tree, tree.toString()));
    return field.getModifiers().contains(Modifier.STATIC)
        ? field(field, tree)
        : ofObject(object, type, field, tree);
  }

  private Value ofObject(
      Value object, ReferenceType type, VariableElement field, ExpressionTree tree) {
    function.requireVisible(field, tree);
    Type fieldType =
        function
            .program()
            .objectTypes()
            .field(type, field)
            .orElseThrow(() -> function.refuse(Code.UNKNOWN_NAME, tree, field.asType().toString()));
    function.requireVisible(fieldType, tree);
    String template = "$0." + field.getSimpleName();
    return function
        .ops()
        .opaque(template, List.of(object), Opaque.Effect.READS, fieldType, function.range(tree));
  }

  private Value field(VariableElement field, ExpressionTree tree) {
    String name = field.getSimpleName().toString();
    Object constant = field.getConstantValue();
    if (constant instanceof String text) {
      return function.ops().text(text, function.range(tree));
    }
    if (constant != null) {
      return function.markLiteral(function.ops().constant(constant, function.range(tree)));
    }
    Set<Modifier> modifiers = field.getModifiers();
    Optional<Variable> own = function.flow().scope().find(RecordLowering.THIS);
    if (!modifiers.contains(Modifier.STATIC) && own.isPresent()) {
      return RecordLowering.component(function, local(own.get(), tree), name, tree);
    }
    if (!modifiers.contains(Modifier.STATIC)) {
      throw function.refuse(Code.INSTANCE_STATE, tree, name);
    }
    if (!modifiers.contains(Modifier.FINAL)) {
      throw function.refuse(Code.MUTABLE_STATIC_FIELD, tree, name);
    }
    if (!function.visibility().isVisible(field)) {
      return fixed(field, tree);
    }
    Type type = fieldType(field, tree);
    return type instanceof RecordType record
        ? constant(field, record, tree)
        : opaque(field, type, tree);
  }

  private Value constant(VariableElement field, RecordType type, ExpressionTree tree) {
    FileRecords records = function.program().records();
    if (!function.visibility().isVisible(records.element(type))) {
      throw function.refuse(Code.INACCESSIBLE_FIELD, tree, type.toString());
    }
    if (records.hasOwnAccessor(type)) {
      throw function.refuse(
          Code.RECORD_VALUE, tree, "a constant of a record with an accessor of its own");
    }
    return new RecordConstant(function, field, tree).value(template(field), type);
  }

  private static String template(VariableElement field) {
    TypeElement owner = (TypeElement) field.getEnclosingElement();
    return "{" + owner.getQualifiedName() + "}." + field.getSimpleName();
  }

  private Value fixed(VariableElement field, ExpressionTree tree) {
    Object content =
        function
            .program()
            .fixedFields()
            .content(field)
            .orElseThrow(
                () ->
                    function.refuse(
                        Code.INACCESSIBLE_FIELD, tree, field.getSimpleName().toString()));
    return content instanceof Table table
        ? function.ops().table(table, function.range(tree))
        : function.markLiteral(function.ops().constant(content, function.range(tree)));
  }

  private Value opaque(VariableElement field, Type type, ExpressionTree tree) {
    return function
        .ops()
        .opaque(template(field), List.of(), Opaque.Effect.NONE, type, function.range(tree));
  }

  private Type fieldType(VariableElement field, ExpressionTree tree) {
    if (field.asType().getKind() == TypeKind.ERROR) {
      throw function.refuse(Code.UNKNOWN_NAME, tree, field.asType().toString());
    }
    Optional<Type> type = function.types().read(field.asType());
    if (type.isEmpty()) {
      throw function.refuse(Code.UNSUPPORTED_TYPE, tree, field.asType().toString());
    }
    function.requireVisible(type.get(), tree);
    return type.get();
  }
}
