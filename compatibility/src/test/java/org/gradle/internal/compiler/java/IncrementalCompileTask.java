package org.gradle.internal.compiler.java;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.io.File;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;

/**
 * The one class that Gradle needs to compile Java and that is not among those it publishes: it
 * tells Gradle which classes came from which file. Gradle finds it by its name and calls the
 * constructor by these parameters.
 */
public final class IncrementalCompileTask implements JavaCompiler.CompilationTask {
  private final JavacTask javac;
  private final Map<String, Set<String>> classes = new HashMap<>();
  private final Consumer<Map<String, Set<String>>> found;

  public IncrementalCompileTask(
      JavaCompiler.CompilationTask task,
      Function<File, Optional<String>> relative,
      Consumer<String> backup,
      Consumer<Map<String, Set<String>>> found,
      BiConsumer<String, String> accessibleConstants,
      BiConsumer<String, String> privateConstants) {
    this.javac = (JavacTask) task;
    this.found = found;
    javac.addTaskListener(
        new TaskListener() {
          @Override
          public void finished(TaskEvent event) {
            if (event.getKind() == TaskEvent.Kind.GENERATE) {
              String name = javac.getElements().getBinaryName(event.getTypeElement()).toString();
              relative
                  .apply(new File(event.getSourceFile().toUri()))
                  .ifPresent(
                      file -> classes.computeIfAbsent(file, unused -> new HashSet<>()).add(name));
            }
          }
        });
  }

  @Override
  public void addModules(Iterable<String> names) {
    javac.addModules(names);
  }

  @Override
  public void setProcessors(Iterable<? extends Processor> processors) {
    javac.setProcessors(processors);
  }

  @Override
  public void setLocale(Locale locale) {
    javac.setLocale(locale);
  }

  @Override
  public Boolean call() {
    boolean compiled = javac.call();
    found.accept(classes);
    return compiled;
  }
}
