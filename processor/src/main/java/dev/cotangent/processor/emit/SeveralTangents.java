package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.frontend.Input;
import java.util.List;

/**
 * Stage 7: tangents along several of the directions that a holder has, one after the other.
 *
 * @param context what every member needs
 * @param directions the holder's field that has them
 * @param first the variable that has the number of the first one
 */
record SeveralTangents(MemberContext context, String directions, String first) {
  /** The number of a direction: of unit vectors, its coordinate. */
  String coordinate(int number) {
    return number == 0 ? first : first + " + " + number;
  }

  /** A name for what belongs to an input and to a direction. */
  static String numbered(Input input, String suffix, int number) {
    return input.variable() + suffix + (number + 1);
  }

  /** A field of the holder for partials or tangents of an array. */
  String kept(Input array, String wish) {
    PartialsType type = PartialsType.of(array.type());
    return context.holder().keep(type.name(), type.made(), wish);
  }

  /** The next parameters of the body's function are the tangents, side by side for each input. */
  void add(MemberBody body, int width) {
    List<Input> wrt = context.model().inputs().stream().filter(Input::isWrt).toList();
    for (int i = 0; i < wrt.size(); i++) {
      for (int number = 0; number < width; number++) {
        add(body, wrt.get(i), i, number);
      }
    }
  }

  private void add(MemberBody body, Input input, int index, int number) {
    String wish = numbered(input, "Dot", number);
    String into = context.names().into();
    if (!input.isWrtArray()) {
      CodeBlock component =
          CodeBlock.of("$L.$L.number($L, $L)", into, directions, index, coordinate(number));
      body.variable(TypeName.DOUBLE, wish, component);
      return;
    }
    CodeBlock array =
        CodeBlock.of(
            "$1L.$2L.array($1L.$3L, $4L, $5L, $6L)",
            into,
            directions,
            kept(input, wish),
            body.argument(input),
            index,
            coordinate(number));
    body.variable(JavaTypes.of(input.type().derivative()), wish, array);
  }
}
