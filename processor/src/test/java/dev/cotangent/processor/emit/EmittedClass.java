package dev.cotangent.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A class with the emitted methods of programs, compiled in memory with every warning an error. A
 * main function returns its results as an array of boxes.
 */
final class EmittedClass {
  private static final ClassName NAME = ClassName.get("emitted", "Emitted");

  private final TypeSpec.Builder type =
      TypeSpec.classBuilder(NAME).addModifiers(Modifier.PUBLIC, Modifier.FINAL);
  private Class<?> loaded;

  /** Adds a program: its main function as {@code name}, its helpers as {@code name_helper}. */
  void add(String name, Program program) {
    Callees callees =
        (helper, arguments) ->
            CodeBlock.of("$L($L)", rename(name, program, helper), CodeBlock.join(arguments, ",$W"));
    type.addMethod(mainMethod(name, program.main(), callees));
    for (Function helper : program.helpers().values()) {
      type.addMethod(method(rename(name, program, helper.name()), helper, callees));
    }
  }

  private static String rename(String name, Program program, String callee) {
    return callee.equals(program.main().name()) ? name : name + "_" + callee;
  }

  /** A method that returns the function's result, as a companion would have it. */
  static MethodSpec method(String name, Function function, Callees callees) {
    List<String> names = FunctionEmitter.parameterNames(function);
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.STATIC)
        .returns(FunctionEmitter.returnType(function))
        .addParameters(FunctionEmitter.parameters(function))
        .addCode(FunctionEmitter.body(function, Frame.of(names).withCallees(callees)))
        .build();
  }

  private static MethodSpec mainMethod(String name, Function function, Callees callees) {
    List<ResultSink.Delivery> deliveries = new ArrayList<>();
    List<ParameterSpec> holders = new ArrayList<>();
    for (int i = 0; i < function.results().size(); i++) {
      deliveries.add(ResultSink.Delivery.assigned(i, CodeBlock.of("into$L[0]", i)));
      TypeName element = JavaTypes.of(function.results().get(i).type());
      TypeName holder = com.palantir.javapoet.ArrayTypeName.of(element);
      holders.add(ParameterSpec.builder(holder, "into" + i).build());
    }
    ResultSink sink = new ResultSink(deliveries, List.of(), List.of());
    Frame frame = Frame.of(FunctionEmitter.parameterNames(function)).withCallees(callees);
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addParameters(FunctionEmitter.parameters(function))
        .addParameters(holders)
        .addCode(
            FunctionEmitter.body(
                function,
                frame
                    .withResults(sink)
                    .withReserved(Set.copyOf(holders.stream().map(ParameterSpec::name).toList()))))
        .build();
  }

  /** The source text. */
  String source() {
    return JavaFile.builder(NAME.packageName(), type.build()).build().toString();
  }

  /** The source text of one method. */
  String source(String method) {
    return type.build().methodSpecs().stream()
        .filter(spec -> spec.name().equals(method))
        .findFirst()
        .orElseThrow()
        .toString();
  }

  /** The class file. */
  byte[] classFile() throws IOException {
    String name = NAME.canonicalName();
    return Compiler.compileToBytes(name, source()).get(name).toByteArray();
  }

  /** Runs a main function. */
  Object[] run(String name, Function function, Object... arguments) throws Throwable {
    if (loaded == null) {
      loaded = Compiler.compile(NAME.canonicalName(), source());
    }
    Object[] all = java.util.Arrays.copyOf(arguments, arguments.length + function.results().size());
    for (int i = 0; i < function.results().size(); i++) {
      all[arguments.length + i] = holder(function.results().get(i).type());
    }
    try {
      method(name).invoke(null, all);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    Object[] results = new Object[function.results().size()];
    for (int i = 0; i < results.length; i++) {
      results[i] = java.lang.reflect.Array.get(all[arguments.length + i], 0);
    }
    return results;
  }

  private Method method(String name) {
    for (Method candidate : loaded.getMethods()) {
      if (candidate.getName().equals(name)) {
        return candidate;
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static Object holder(Type type) {
    Value zero = new Value(type);
    return java.lang.reflect.Array.newInstance(classOf(zero.type()), 1);
  }

  private static Class<?> classOf(Type type) {
    return switch (type.toString()) {
      case "double" -> double.class;
      case "float" -> float.class;
      case "long" -> long.class;
      case "int" -> int.class;
      case "boolean" -> boolean.class;
      case "double[]" -> double[].class;
      default -> throw new IllegalArgumentException("no test returns " + type);
    };
  }

  /** javac in memory. */
  static final class Compiler {
    private Compiler() {}

    static Class<?> compile(String name, String source) throws IOException {
      return load(name, compileToBytes(name, source));
    }

    static Map<String, ByteArrayOutputStream> compileToBytes(String name, String source)
        throws IOException {
      Map<String, ByteArrayOutputStream> classes = new HashMap<>();
      DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
      var javac = ToolProvider.getSystemJavaCompiler();
      try (StandardJavaFileManager files = javac.getStandardFileManager(diagnostics, null, null)) {
        List<String> options = List.of("-Xlint:all", "-Werror", "--release", "17", "-proc:none");
        boolean success =
            javac
                .getTask(
                    null,
                    new Memory(files, classes),
                    diagnostics,
                    options,
                    null,
                    List.of(sourceFile(name, source)))
                .call();
        if (!success) {
          throw new AssertionError(diagnostics.getDiagnostics() + "\n" + numbered(source));
        }
      }
      return classes;
    }

    private static String numbered(String source) {
      StringBuilder text = new StringBuilder();
      String[] lines = source.split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        text.append(i + 1).append('\t').append(lines[i]).append('\n');
      }
      return text.toString();
    }

    private static JavaFileObject sourceFile(String name, String source) {
      URI uri = URI.create("string:///" + name.replace('.', '/') + ".java");
      return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
          return source;
        }
      };
    }

    private static Class<?> load(String name, Map<String, ByteArrayOutputStream> classes) {
      ClassLoader loader =
          new ClassLoader(EmittedClass.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String wanted) throws ClassNotFoundException {
              ByteArrayOutputStream bytes = classes.get(wanted);
              if (bytes == null) {
                throw new ClassNotFoundException(wanted);
              }
              return defineClass(wanted, bytes.toByteArray(), 0, bytes.size());
            }
          };
      try {
        return Class.forName(name, true, loader);
      } catch (ClassNotFoundException e) {
        throw new AssertionError(e);
      }
    }

    /** Keeps class files in memory. */
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
      private final Map<String, ByteArrayOutputStream> classes;

      Memory(JavaFileManager files, Map<String, ByteArrayOutputStream> classes) {
        super(files);
        this.classes = classes;
      }

      @Override
      public JavaFileObject getJavaFileForOutput(
          Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        URI uri = URI.create("memory:///" + className + kind.extension);
        return new SimpleJavaFileObject(uri, kind) {
          @Override
          public OutputStream openOutputStream() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            classes.put(className, bytes);
            return bytes;
          }
        };
      }
    }
  }
}
