package dev.cotangent.processor.ir;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@link Opaque} question whether a class checks its assertions; a constant of each run. */
public final class AssertionStatus {
  private static final Pattern TEMPLATE =
      Pattern.compile("\\{([\\w.]+)}\\.class\\.desiredAssertionStatus\\(\\)");

  private AssertionStatus() {}

  /** The question's template. */
  public static String template(String qualifiedClass) {
    return "{" + qualifiedClass + "}.class.desiredAssertionStatus()";
  }

  /** The class that the operation asks, if it is this question. */
  public static Optional<String> askedClass(Opaque op) {
    Matcher matcher = TEMPLATE.matcher(op.template());
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
