package corpus;

/** What other files of the corpus import. */
final class Constants {
  static final double GRAVITY = 9.80665;
  static final double GOLDEN = (1 + Math.sqrt(5)) / 2;
  static final int TERMS = 4;

  private Constants() {}

  /** Constants of an enclosed class. */
  static final class Water {
    static final double DENSITY = 2.0 * 499;

    private Water() {}
  }
}
