package workspace;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.IWorkspaceDescription;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jdt.apt.core.util.AptConfig;
import org.eclipse.jdt.apt.core.util.IFactoryPath;
import org.eclipse.jdt.core.IAccessRule;
import org.eclipse.jdt.core.IClasspathAttribute;
import org.eclipse.jdt.core.IClasspathEntry;
import org.eclipse.jdt.core.ICompilationUnit;
import org.eclipse.jdt.core.IJavaProject;
import org.eclipse.jdt.core.IProblemRequestor;
import org.eclipse.jdt.core.JavaCore;
import org.eclipse.jdt.core.WorkingCopyOwner;
import org.eclipse.jdt.core.compiler.IProblem;

/** A Java project with annotation processing, built and edited as by hand. */
final class Project {
  private static final String LEVEL = "17";
  private static final String GENERATED = ".apt_generated";

  private final IWorkspace workspace = ResourcesPlugin.getWorkspace();
  private final IProject project = workspace.getRoot().getProject("demo");
  private final IFolder sources = project.getFolder("src");

  private Project() {}

  /** Makes an empty project with these files on its paths. */
  static Project create(List<String> classPath, List<String> processorPath) throws CoreException {
    Project made = new Project();
    made.create();
    IJavaProject java = made.configure(classPath);
    IFactoryPath processors = AptConfig.getDefaultFactoryPath(java);
    processorPath.forEach(jar -> processors.addExternalJar(new File(jar)));
    AptConfig.setFactoryPath(java, processors);
    AptConfig.setEnabled(java, true);
    AptConfig.setProcessDuringReconcile(java, true);
    return made;
  }

  private void create() throws CoreException {
    IWorkspaceDescription manual = workspace.getDescription();
    manual.setAutoBuilding(false);
    workspace.setDescription(manual);
    project.create(null);
    project.open(null);
    IProjectDescription description = project.getDescription();
    description.setNatureIds(new String[] {JavaCore.NATURE_ID});
    project.setDescription(description, null);
    sources.create(true, true, null);
    project.getFolder("bin").create(true, true, null);
  }

  private IJavaProject configure(List<String> classPath) throws CoreException {
    IJavaProject java = JavaCore.create(project);
    List<IClasspathEntry> entries = new ArrayList<>();
    entries.add(JavaCore.newSourceEntry(sources.getFullPath()));
    for (String jar : classPath) {
      entries.add(JavaCore.newLibraryEntry(path(jar), null, null));
    }
    IClasspathAttribute[] module = {JavaCore.newClasspathAttribute("module", "true")};
    String platform = System.getProperty("java.home") + "/lib/jrt-fs.jar";
    IAccessRule[] noRules = {};
    entries.add(JavaCore.newLibraryEntry(path(platform), null, null, noRules, module, false));
    java.setRawClasspath(
        entries.toArray(new IClasspathEntry[0]), project.getFolder("bin").getFullPath(), null);
    java.setOption(JavaCore.COMPILER_COMPLIANCE, LEVEL);
    java.setOption(JavaCore.COMPILER_SOURCE, LEVEL);
    java.setOption(JavaCore.COMPILER_CODEGEN_TARGET_PLATFORM, LEVEL);
    java.setOption(JavaCore.COMPILER_RELEASE, JavaCore.DISABLED);
    return java;
  }

  private static org.eclipse.core.runtime.IPath path(String file) {
    return new org.eclipse.core.runtime.Path(file);
  }

  /** Writes a source file, new or not. */
  void put(String name, String text) throws CoreException {
    IFile file = sources.getFile(path(name));
    InputStream content = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    if (file.exists()) {
      file.setContents(content, true, false, null);
    } else {
      makeFolders(file.getParent());
      file.create(content, true, null);
    }
  }

  private static void makeFolders(IContainer folder) throws CoreException {
    if (folder instanceof IFolder && !folder.exists()) {
      makeFolders(folder.getParent());
      ((IFolder) folder).create(true, true, null);
    }
  }

  /** Builds; what is marked afterwards, as {@code file:line severity message}. */
  List<String> build(boolean full) throws CoreException {
    workspace.build(
        full ? IncrementalProjectBuilder.FULL_BUILD : IncrementalProjectBuilder.INCREMENTAL_BUILD,
        new NullProgressMonitor());
    project.refreshLocal(IResource.DEPTH_INFINITE, null);
    List<String> messages = new ArrayList<>();
    for (IMarker marker : project.findMarkers(null, true, IResource.DEPTH_INFINITE)) {
      String severity =
          marker.getAttribute(IMarker.SEVERITY, -1) == IMarker.SEVERITY_ERROR ? "error" : "other";
      messages.add(
          message(
              marker.getResource().getName(),
              marker.getAttribute(IMarker.LINE_NUMBER, -1),
              severity,
              marker.getAttribute(IMarker.MESSAGE, "")));
    }
    return messages;
  }

  /** What the editor underlines while this text is in it, in the same form. */
  List<String> edit(String name, String text) throws CoreException {
    List<String> messages = new ArrayList<>();
    IFile file = sources.getFile(path(name));
    WorkingCopyOwner owner = new Editor(messages, file.getName());
    ICompilationUnit copy = JavaCore.createCompilationUnitFrom(file).getWorkingCopy(owner, null);
    copy.getBuffer().setContents(text);
    messages.clear();
    copy.reconcile(ICompilationUnit.NO_AST, true, owner, null);
    copy.discardWorkingCopy();
    return messages;
  }

  private static String message(String file, int line, String severity, String text) {
    return file + ":" + line + " " + severity + " " + text.replace('\n', ' ');
  }

  /** Copies what processors have generated. */
  void copyGenerated(Path to) throws IOException {
    Path from = Objects.requireNonNull(project.getLocation()).toFile().toPath().resolve(GENERATED);
    if (!Files.isDirectory(from)) {
      return;
    }
    List<Path> files;
    try (java.util.stream.Stream<Path> walk = Files.walk(from)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path copy = to.resolve("sources").resolve(from.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
  }

  /** Collects what the compiler finds in a text that is being edited. */
  private static final class Editor extends WorkingCopyOwner implements IProblemRequestor {
    private final List<String> messages;
    private final String file;

    Editor(List<String> messages, String file) {
      this.messages = messages;
      this.file = file;
    }

    @Override
    public IProblemRequestor getProblemRequestor(ICompilationUnit copy) {
      return this;
    }

    @Override
    public void acceptProblem(IProblem problem) {
      messages.add(
          message(
              file,
              problem.getSourceLineNumber(),
              problem.isError() ? "error" : "other",
              problem.getMessage()));
    }

    @Override
    public void beginReporting() {}

    @Override
    public void endReporting() {}

    @Override
    public boolean isActive() {
      return true;
    }
  }
}
