package dev.cotangent.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page that explains a companion, as a real browser shows it. */
@Tag("tools")
class ExplainedPageTest {
  private static final int WIDE = 1500;
  private static final int NARROW = 520;

  /** What ordinary text needs to be readable, by the Web Content Accessibility Guidelines. */
  private static final double READABLE = 4.5;

  /** Asks the page what a reader would see; the answers stand in the document. */
  private static final String PROBE =
      """
      <script>
        const answers = {};
        const lines = function (state) {
          return Array.from(document.querySelectorAll(".panes .shown .line" + state + ", .mine .line" + state))
            .map(function (it) { return it.dataset.line || "-"; }).join(" ");
        };
        const rgb = function (text) { return text.match(/[\\d.]+/g).map(Number); };
        const luminance = function (c) {
          const f = c.slice(0, 3).map(function (v) {
            const s = v / 255; return s > 0.04045 ? Math.pow((s + 0.055) / 1.055, 2.4) : s / 12.92;
          });
          return 0.2126 * f[0] + 0.7152 * f[1] + 0.0722 * f[2];
        };
        const ground = function (it) {
          for (let at = it; at; at = at.parentElement) {
            const c = rgb(getComputedStyle(at).backgroundColor);
            if (c.length === 3 || c[3] === 1) { return luminance(c); }
          }
          return 1;
        };
        const contrast = function () {
          let least = 99;
          document.querySelectorAll("body *").forEach(function (it) {
            const own = Array.from(it.childNodes).some(function (n) {
              return n.nodeType === 3 ? n.textContent.trim() : false;
            });
            if (own ? it.checkVisibility() : false) {
              const a = luminance(rgb(getComputedStyle(it).color)), b = ground(it);
              least = Math.min(least, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
            }
          });
          return least;
        };
        answers.ground = ground(document.body);
        answers.contrast = contrast();
        answers.overflow = document.documentElement.scrollWidth - innerWidth;
        const target = document.querySelector(".mine .line[data-line='%LINE%']");
        target.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
        answers.lit = lines(".on");
        answers.litContrast = contrast();
        document.body.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
        answers.litAfter = lines(".on");
        target.click();
        document.body.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
        answers.pinned = lines(".on");
        document.querySelector("[aria-controls=member-hvp]").click();
        answers.shown = Array.from(document.querySelectorAll(".member"))
          .filter(function (it) { return getComputedStyle(it).display !== "none"; })
          .map(function (it) { return it.id; }).join(" ");
        const out = document.createElement("pre");
        out.id = "probe";
        out.textContent = Object.keys(answers).map(function (k) { return k + "=" + answers[k]; }).join("\\n");
        document.body.append(out);
      </script>
      """;

  @TempDir static Path folder;

  private static Path page;

  @BeforeAll
  static void explain() {
    List<Path> valley =
        Inputs.golden().stream().filter(file -> file.endsWith("Valley.java")).toList();
    Compilation compilation =
        Compilation.of(Compiler.javac(), folder, valley, "-Acotangent.explain").orThrow();
    page = compilation.out().resolve("sources/golden/ValleyRosenbrock.html");
  }

  private static Map<String, String> probe(Browser.Scheme scheme, int width) throws IOException {
    String text = Files.readString(page);
    Path probed = folder.resolve("probed.html");
    String probe = PROBE.replace("%LINE%", "" + line(text));
    Files.writeString(probed, text.replace("</body>", probe + "</body>"));
    String document = Browser.any().document(probed, scheme, width);
    Matcher answer = Pattern.compile("(?s)<pre id=\"probe\">(.*?)</pre>").matcher(document);
    assertTrue(answer.find(), document);
    Map<String, String> answers = new HashMap<>();
    answer.group(1).lines().forEach(it -> answers.put(it.split("=", 2)[0], it.split("=", 2)[1]));
    return answers;
  }

  /** A line that the gradient has counterparts of. */
  private static int line(String text) {
    Matcher member =
        Pattern.compile("(?s)id=\"member-gradient\".*?data-line=\"(\\d+)\"").matcher(text);
    assertTrue(member.find());
    return Integer.parseInt(member.group(1));
  }

  @ParameterizedTest
  @EnumSource
  void isReadableInBothSchemes(Browser.Scheme scheme) throws IOException {
    for (int width : new int[] {WIDE, NARROW}) {
      Map<String, String> answers = probe(scheme, width);
      double ground = Double.parseDouble(answers.get("ground"));
      assertTrue(scheme == Browser.Scheme.DARK ? ground < 0.05 : ground > 0.8, "" + answers);
      assertTrue(Double.parseDouble(answers.get("contrast")) >= READABLE, "" + answers);
      assertTrue(Double.parseDouble(answers.get("litContrast")) >= READABLE, "" + answers);
      assertTrue(Double.parseDouble(answers.get("overflow")) <= 0, "" + answers);
    }
  }

  @Test
  void pointingAtALineLightsItsCounterpartsAndNothingElse() throws IOException {
    Map<String, String> answers = probe(Browser.Scheme.LIGHT, WIDE);
    String number = "" + line(Files.readString(page));
    List<String> lit = List.of(answers.get("lit").split(" ", -1));
    assertTrue(lit.size() >= 2 && lit.stream().allMatch(number::equals), "" + answers);
    assertEquals("", answers.get("litAfter"));
    assertEquals(answers.get("lit"), answers.get("pinned"));
    assertEquals("member-hvp", answers.get("shown"));
  }

  @ParameterizedTest
  @EnumSource
  void pictureIsThere(Browser.Scheme scheme) throws IOException {
    Path picture = Path.of("target", "explained-" + scheme + ".png").toAbsolutePath();
    Browser.any().picture(page, scheme, WIDE, picture);
    BufferedImage image = ImageIO.read(picture.toFile());
    long colours =
        java.util.Arrays.stream(
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
            .distinct()
            .count();
    assertTrue(image.getWidth() == WIDE && colours > 50, colours + " colours");
  }
}
