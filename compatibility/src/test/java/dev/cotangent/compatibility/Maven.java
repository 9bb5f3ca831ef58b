package dev.cotangent.compatibility;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Maven, as a process. */
final class Maven {
  private Maven() {}

  /** Runs it in a folder, by a JDK. */
  static Run run(Path folder, Jdk jdk, String... arguments) {
    // Which Maven runs the build is the build's to say.
    String home = System.getProperty("maven.home");
    List<String> command = new ArrayList<>();
    command.add(home == null ? "mvn" : Path.of(home, "bin", "mvn").toString());
    command.addAll(List.of("-B", "-q", "-Dstyle.color=never"));
    command.addAll(List.of(arguments));
    return Run.of(folder, command, jdk);
  }

  /** The folder of a plain project that tests keep beside their sources. */
  static Path project(String name) {
    return Path.of("src", "test", name).toAbsolutePath();
  }
}
