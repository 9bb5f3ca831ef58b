package dev.cotangent.processor.frontend;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.cotangent.processor.ir.SourceRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/**
 * One source file: its tree, the method trees in it, and the way between trees and source ranges.
 */
final class SourceUnit {
  private final Declarations declarations;
  private final CompilationUnitTree tree;
  private final SourcePositions positions;
  private final LineMap lines;

  SourceUnit(Declarations declarations, CompilationUnitTree tree) {
    this.declarations = declarations;
    this.tree = tree;
    this.positions = declarations.positions(tree);
    this.lines = tree.getLineMap() == null ? new TextLines(content()) : tree.getLineMap();
  }

  /** The file's tree. */
  CompilationUnitTree tree() {
    return tree;
  }

  /** The outermost types of the file, which belongs to that package. */
  List<TypeElement> types(Elements elements, PackageElement place) {
    List<TypeElement> types = new ArrayList<>();
    String prefix = place.isUnnamed() ? "" : place.getQualifiedName() + ".";
    for (Tree declaration : tree.getTypeDecls()) {
      if (declaration instanceof ClassTree type) {
        TypeElement element = elements.getTypeElement(prefix + type.getSimpleName());
        if (element != null) {
          types.add(element);
        }
      }
    }
    return types;
  }

  /** Whether the type is declared in this file. */
  boolean declares(TypeElement type) {
    return here(type).isPresent();
  }

  /** Whether the variable of this file is initialised by {@code new}, so that it is never null. */
  boolean isMadeByNew(VariableElement variable) {
    return field(variable).filter(f -> f.getInitializer() instanceof NewClassTree).isPresent();
  }

  /** The method's tree, if it is declared in this file. */
  Optional<MethodTree> method(ExecutableElement method) {
    return here(method).filter(MethodTree.class::isInstance).map(MethodTree.class::cast);
  }

  /** The field's declaration, if it stands in this file. */
  Optional<VariableTree> field(VariableElement field) {
    return here(field).filter(VariableTree.class::isInstance).map(VariableTree.class::cast);
  }

  /** What declares the element in this file. */
  private Optional<Tree> here(Element element) {
    return declarations
        .path(element)
        .filter(path -> path.getCompilationUnit() == tree)
        .map(TreePath::getLeaf);
  }

  /** Whether the method is being compiled, in this file or another. */
  boolean hasSource(ExecutableElement method) {
    return declarations.isCompiled(method);
  }

  /** Where the tree stands; {@link SourceRange#NONE} for one that the compiler made up. */
  SourceRange range(Tree node) {
    long start = positions.getStartPosition(tree, node);
    long end = positions.getEndPosition(tree, node);
    if (start < 0) {
      return SourceRange.NONE;
    }
    long line = lines.getLineNumber(start);
    long column = lines.getColumnNumber(start);
    return new SourceRange((int) start, (int) Math.max(start, end), (int) line, (int) column);
  }

  /** What stands there in the file. */
  String text(SourceRange range) {
    return content().subSequence(range.start(), range.end()).toString();
  }

  /** The whole file, with the places of its methods and of one among them. */
  Optional<SourceText> text(ExecutableElement asked) {
    List<SourceRange> methods = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree method, Void unused) {
        methods.add(range(method));
        return super.visitMethod(method, null);
      }
    }.scan(tree, null);
    return method(asked).map(here -> new SourceText(content().toString(), range(here), methods));
  }

  private CharSequence content() {
    try {
      return tree.getSourceFile().getCharContent(true);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The outermost tree with exactly this range. */
  Optional<Tree> at(SourceRange range) {
    return Optional.ofNullable(
        new TreeScanner<Tree, Void>() {
          @Override
          public Tree scan(Tree node, Void unused) {
            if (node == null) {
              return null;
            }
            return range(node).equals(range) ? node : super.scan(node, null);
          }

          @Override
          public Tree reduce(Tree first, Tree second) {
            return first != null ? first : second;
          }
        }.scan(tree, null));
  }
}
