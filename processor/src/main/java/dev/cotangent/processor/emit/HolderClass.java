package dev.cotangent.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Stage 7: how the classes begin that keep what members give, {@code Gradient} and the others. */
final class HolderClass {
  private HolderClass() {}

  /**
   * A class without members.
   *
   * @param what what it keeps, with a full stop
   * @param until when its arrays change
   */
  static TypeSpec.Builder of(
      ClassName name, CodeBlock what, String until, List<Modifier> visibility) {
    return TypeSpec.classBuilder(name)
        .addAnnotation(RuntimeNames.GENERATED)
        .addJavadoc(
            "$L\n\n"
                + "<p>A holder belongs to one thread. Its arrays hold what they hold until $L.\n",
            what,
            until)
        .addModifiers(visibility.toArray(Modifier[]::new))
        .addModifiers(Modifier.STATIC, Modifier.FINAL)
        .addStaticBlock(AbiCheck.block());
  }

  /** The constructor that takes nothing. */
  static MethodSpec constructor(List<Modifier> visibility) {
    return MethodSpec.constructorBuilder()
        .addJavadoc("An empty holder.\n")
        .addModifiers(visibility)
        .build();
  }
}
