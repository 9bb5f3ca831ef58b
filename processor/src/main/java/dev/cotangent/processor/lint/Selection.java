package dev.cotangent.processor.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which concerns are looked for: the usual ones, changed word by word as in javac's own {@code
 * -Xlint}. {@code kinks} adds a concern, {@code -cuts} takes one away, {@code all} and {@code none}
 * stand for themselves.
 *
 * @param concerns what is looked for
 * @param unknown the words that mean nothing
 */
public record Selection(Set<Concern> concerns, List<String> unknown) {
  /** Copies both. */
  public Selection {
    concerns = Collections.unmodifiableSet(new TreeSet<>(concerns));
    unknown = List.copyOf(unknown);
  }

  /** What the option's value, words between commas, asks for; null is no option. */
  public static Selection of(String option) {
    Set<Concern> concerns = EnumSet.noneOf(Concern.class);
    Arrays.stream(Concern.values()).filter(Concern::isUsual).forEach(concerns::add);
    List<String> unknown = new ArrayList<>();
    for (String word : option == null ? new String[0] : option.strip().split("\\s*,\\s*", -1)) {
      if (!apply(word, concerns)) {
        unknown.add(word);
      }
    }
    return new Selection(concerns, unknown);
  }

  private static boolean apply(String word, Set<Concern> concerns) {
    if (word.equals("all")) {
      concerns.addAll(EnumSet.allOf(Concern.class));
      return true;
    }
    if (word.equals("none")) {
      concerns.clear();
      return true;
    }
    boolean removes = word.startsWith("-");
    Optional<Concern> named = Concern.of(removes ? word.substring(1) : word);
    named.ifPresent(removes ? concerns::remove : concerns::add);
    return named.isPresent();
  }

  /** Every word that means something, for messages. */
  public static String words() {
    String names =
        Arrays.stream(Concern.values()).map(Concern::word).collect(Collectors.joining(", "));
    return names + ", all, none";
  }
}
