package dev.cotangent.compatibility;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/** A Java compiler with its command line. */
interface Compiler {
  /** Runs it. */
  Run run(Path folder, List<String> arguments);

  /** The compiler of the JDK that runs the tests, in this process. */
  static Compiler javac() {
    return (folder, arguments) -> {
      StringWriter said = new StringWriter();
      PrintWriter output = new PrintWriter(said);
      int exit =
          ToolProvider.findFirst("javac")
              .orElseThrow()
              .run(output, output, arguments.toArray(String[]::new));
      return new Run(exit, said.toString());
    };
  }

  /** Eclipse's compiler of the build, in this process. */
  static Compiler eclipse() {
    return (folder, arguments) -> {
      StringWriter said = new StringWriter();
      PrintWriter output = new PrintWriter(said);
      boolean success =
          BatchCompiler.compile(arguments.toArray(String[]::new), output, output, null);
      return new Run(success ? 0 : 1, said.toString());
    };
  }

  /** The compiler of a JDK, as a process. */
  static Compiler javac(Jdk jdk) {
    return process(List.of(jdk.tool("javac"), "-J-XX:+UseSerialGC", "-J-XX:TieredStopAtLevel=1"));
  }

  /** Eclipse's compiler in a jar, run by a JDK with options for the virtual machine. */
  static Compiler eclipse(Jdk jdk, Path jar, String... options) {
    List<String> command = new ArrayList<>();
    command.add(jdk.tool("java"));
    command.addAll(List.of(options));
    // Its reading threads wait actively, which slows machines with few processors down.
    command.addAll(List.of("-XX:+UseSerialGC", "-Djdt.compiler.useSingleThread=true"));
    command.addAll(List.of("-jar", jar.toString()));
    return process(command);
  }

  /** A compiler that is started as a process. */
  static Compiler process(List<String> command) {
    return (folder, arguments) -> {
      List<String> all = new ArrayList<>(command);
      all.addAll(arguments);
      return Run.of(folder, all);
    };
  }
}
