package dev.cotangent.processor.kinds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.Tree;
import dev.cotangent.processor.companion.CompanionHarness;
import dev.cotangent.processor.companion.Compiled;
import dev.cotangent.processor.kinds.KindExample.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of tree that the running JDK knows is either differentiated or refused with a code:
 * each has a line in {@code Kinds.txt}, and the line is true.
 */
class TreeKindsTest {
  private static final String MEMBERS = resource("Members.txt");

  private static final List<KindExample> TABLE =
      resource("Kinds.txt")
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(KindExample::of)
          .toList();

  @Test
  void everyKindHasALine() {
    Set<String> missing = known();
    TABLE.stream().map(KindExample::kind).forEach(missing::remove);
    assertEquals(Set.of(), missing);
  }

  private static Set<String> known() {
    return Arrays.stream(Tree.Kind.values())
        .map(Enum::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<KindExample> examples() {
    Set<String> known = known();
    return TABLE.stream()
        .filter(line -> !line.isNever() && known.contains(line.kind()))
        .filter(line -> line.language().isKnown());
  }

  private static Map<Language, List<KindExample>> byLanguage(Predicate<KindExample> wanted) {
    return examples()
        .filter(wanted)
        .collect(
            Collectors.groupingBy(KindExample::language, LinkedHashMap::new, Collectors.toList()));
  }

  /** A kind that the JDK knows but no language that it compiles has would go unproved. */
  @Test
  void everyKindIsProvedHere() {
    Set<String> unproved = known();
    examples().map(KindExample::kind).forEach(unproved::remove);
    TABLE.stream().filter(KindExample::isNever).map(KindExample::kind).forEach(unproved::remove);
    assertEquals(Set.of(), unproved);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void exampleHasTheKindInItsBody(KindExample example) {
    Set<String> kinds = example.kinds(MEMBERS);
    assertTrue(kinds.contains(example.kind()), kinds::toString);
  }

  @Test
  void supportedExamplesPassTheCheck() {
    byLanguage(KindExample::isSupported)
        .forEach(
            (language, lines) -> {
              Compiled compiled = compile(language, lines);
              assertTrue(compiled.success(), compiled::messages);
              lines.forEach(line -> check(line, compiled));
            });
  }

  private static void check(KindExample line, Compiled compiled) {
    compiled
        .companion("kinds." + line.type() + "F")
        .check(0.7, new double[] {1.5, -2, 3}, 2, new Object(), "s")
        .orThrow();
  }

  @Test
  void refusedExamplesHaveTheirCode() {
    byLanguage(line -> !line.isSupported())
        .forEach(
            (language, lines) -> {
              Compiled compiled = compile(language, lines);
              assertFalse(compiled.success());
              Map<String, String> refused = refusals(compiled);
              Map<String, String> expected = new TreeMap<>();
              for (KindExample line : lines) {
                String code = refused.getOrDefault(line.kind(), "ok");
                boolean one = code.equals("ok") || code.matches("COT\\d{3}");
                expected.put(line.kind(), line.isEither() && one ? code : line.verdict());
              }
              expected.values().removeIf("ok"::equals);
              assertEquals(expected, refused, compiled::messages);
              lines.removeIf(line -> refused.containsKey(line.kind()));
              if (!lines.isEmpty()) {
                Compiled supported = compile(language, lines);
                assertTrue(supported.success(), supported::messages);
                lines.forEach(line -> check(line, supported));
              }
            });
  }

  private static Compiled compile(Language language, List<KindExample> lines) {
    return CompanionHarness.strict()
        .with(language.options().toArray(String[]::new))
        .with("-Xlint:-preview", "-Xlint:-processing", "-Xmaxerrs", "1000")
        .run(lines.stream().map(line -> line.source(MEMBERS)).toArray(String[]::new));
  }

  /** For each kind the codes that its example was refused with. */
  private static Map<String, String> refusals(Compiled compiled) {
    Map<String, List<String>> codes = new TreeMap<>();
    compiled.errors().stream()
        .filter(error -> error.getSource() != null)
        .forEach(
            error -> {
              String file = error.getSource().getName();
              String kind =
                  file.substring(file.indexOf("Kind_") + 5, file.length() - ".java".length());
              String text = error.getMessage(Locale.ROOT);
              String code = text.startsWith("[COT") ? text.substring(1, 7) : text;
              codes.computeIfAbsent(kind, k -> new ArrayList<>()).add(code);
            });
    Map<String, String> joined = new TreeMap<>();
    codes.forEach((kind, all) -> joined.put(kind, String.join(" ", all)));
    return joined;
  }

  private static String resource(String name) {
    try (InputStream in = TreeKindsTest.class.getResourceAsStream("/kinds/" + name)) {
      assertNotNull(in, name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
