package dev.cotangent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Every type of the module, and every public member of it, says what it is. */
class DocumentationTest {
  private final List<String> bare = new ArrayList<>();
  private int seen;

  @Test
  void everyTypeAndPublicMemberHasAComment() throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      sources = files.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      Scanner scanner = new Scanner(DocTrees.instance(task));
      for (CompilationUnitTree unit : task.parse()) {
        scanner.scan(unit, null);
      }
    }
    assertTrue(seen > 200, seen + " members");
    assertEquals(List.of(), bare);
  }

  private final class Scanner extends TreePathScanner<Void, Void> {
    private final DocTrees trees;

    Scanner(DocTrees trees) {
      this.trees = trees;
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
      if (!type.getSimpleName().isEmpty()) {
        check(type.getSimpleName().toString());
      }
      return super.visitClass(type, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      if (isPublic(method.getModifiers()) && !overrides(method.getModifiers())) {
        check(method.getName().toString());
      }
      return null;
    }

    @Override
    public Void visitVariable(VariableTree field, Void unused) {
      Tree owner = getCurrentPath().getParentPath().getLeaf();
      boolean rowOfATable =
          owner.getKind() == Tree.Kind.ENUM
              && !((ClassTree) owner).getModifiers().getFlags().contains(Modifier.PUBLIC);
      if (owner instanceof ClassTree && isPublic(field.getModifiers()) && !rowOfATable) {
        check(field.getName().toString());
      }
      return super.visitVariable(field, null);
    }

    private boolean isPublic(ModifiersTree modifiers) {
      Tree owner = getCurrentPath().getParentPath().getLeaf();
      Set<Modifier> flags = modifiers.getFlags();
      return (owner.getKind() == Tree.Kind.INTERFACE && !flags.contains(Modifier.PRIVATE))
          || owner.getKind() == Tree.Kind.ANNOTATION_TYPE
          || flags.contains(Modifier.PUBLIC);
    }

    private static boolean overrides(ModifiersTree modifiers) {
      return modifiers.getAnnotations().stream()
          .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }

    private void check(String name) {
      seen++;
      if (trees.getDocComment(getCurrentPath()) == null) {
        bare.add(getCurrentPath().getCompilationUnit().getSourceFile().getName() + ": " + name);
      }
    }
  }
}
