package workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/**
 * Does in an Eclipse workspace, step by step, what a programmer does in its windows. Arguments: the
 * files of the class path and of the processor path, each joined by commas, a file with the steps,
 * and the folder for what comes out, one folder a step.
 *
 * <p>A step is a line of words: {@code put NAME FILE} changes a source file, {@code full} and
 * {@code incremental} build, {@code edit NAME FILE} has the editor look at a text that is not saved.
 */
public final class Script implements IApplication {
  @Override
  public Object start(IApplicationContext context) throws Exception {
    String[] arguments =
        (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
    Project project =
        Project.create(List.of(arguments[0].split(",")), List.of(arguments[1].split(",")));
    List<String> steps = Files.readAllLines(Path.of(arguments[2]));
    for (int i = 0; i < steps.size(); i++) {
      List<String> messages = run(project, steps.get(i).split(" "));
      Path out = Files.createDirectories(Path.of(arguments[3], Integer.toString(i)));
      Files.write(out.resolve("messages"), messages);
      project.copyGenerated(out);
    }
    return EXIT_OK;
  }

  private static List<String> run(Project project, String[] step) throws Exception {
    switch (step[0]) {
      case "put":
        project.put(step[1], Files.readString(Path.of(step[2])));
        return new ArrayList<>();
      case "full":
        return project.build(true);
      case "incremental":
        return project.build(false);
      case "edit":
        return project.edit(step[1], Files.readString(Path.of(step[2])));
      default:
        throw new IllegalArgumentException(step[0]);
    }
  }

  @Override
  public void stop() {}
}
