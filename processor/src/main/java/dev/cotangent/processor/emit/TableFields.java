package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/** Stage 7: the fields in which a companion keeps the tables that its programs read. */
final class TableFields {
  private final Map<String, Table> tables = new TreeMap<>();

  private TableFields() {}

  /** A field for each table, by name. */
  static List<FieldSpec> of(CompanionPrograms programs) {
    TableFields fields = new TableFields();
    programs.all().forEach(fields::collect);
    return fields.tables.values().stream().map(TableFields::field).toList();
  }

  private void collect(Program program) {
    program.functions().forEach(function -> collect(function.body()));
  }

  private void collect(Region region) {
    for (Op op : region.ops()) {
      if (op instanceof Constant constant && constant.content() instanceof Table table) {
        tables.put(table.name(), table);
      }
      op.regions().forEach(this::collect);
    }
  }

  private static FieldSpec field(Table table) {
    CodeBlock elements =
        table.elements().stream()
            .map(element -> CodeBlock.of("$L", LiteralText.of(element)))
            .collect(CodeBlock.joining(",$W", "{", "}"));
    return FieldSpec.builder(JavaTypes.of(table.type()), table.name())
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(elements)
        .build();
  }
}
