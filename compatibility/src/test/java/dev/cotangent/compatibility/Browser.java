package dev.cotangent.compatibility;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A browser without a window. */
record Browser(Path program) {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  /** Which colours a user prefers. */
  enum Scheme {
    DARK(0),
    LIGHT(1);

    private final int setting;

    Scheme(int setting) {
      this.setting = setting;
    }
  }

  /** The browser of this machine; a test that asks is skipped where there is none. */
  static Browser any() {
    Optional<Path> found =
        NAMES.stream().flatMap(Browser::onPath).filter(Files::isExecutable).findFirst();
    assumeTrue(found.isPresent(), "no browser is installed, none of " + NAMES);
    return new Browser(found.get());
  }

  private static Stream<Path> onPath(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name));
  }

  /** The document when its scripts have run. */
  String document(Path page, Scheme scheme, int width) {
    return run(page, scheme, width, "--dump-dom");
  }

  /** Writes a picture of the page. */
  void picture(Path page, Scheme scheme, int width, Path picture) {
    run(page, scheme, width, "--screenshot=" + picture);
  }

  private String run(Path page, Scheme scheme, int width, String task) {
    List<String> command = new ArrayList<>(List.of(program.toString(), "--headless=new"));
    // Containers often have neither a sandbox nor a graphics card; the page is our own.
    command.addAll(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"));
    command.add("--user-data-dir=" + page.resolveSibling("profile"));
    command.add("--blink-settings=preferredColorScheme=" + scheme.setting);
    command.add("--window-size=" + width + ",1200");
    command.addAll(List.of(task, page.toUri().toString()));
    return Run.of(page.getParent(), command).orThrow().output();
  }
}
