package dev.cotangent.runtime;

/**
 * The version of the agreement between generated code and this library. A companion states the
 * version that it was generated for. For generated code only.
 */
public final class Abi {
  /** The version that this library speaks. */
  public static final int VERSION = 1;

  private Abi() {}

  /**
   * Refuses a companion that was generated for another version.
   *
   * @param version the version that the companion was generated for
   * @throws IllegalStateException if it is not {@link #VERSION}
   */
  public static void requireVersion(int version) {
    if (version != VERSION) {
      throw new IllegalStateException(
          "[COT102] this companion was generated for version "
              + version
              + " of the cotangent runtime's interface, but the runtime on the class path has"
              + " version "
              + VERSION
              + "; compile the companion again with the processor of the same release as the"
              + " runtime");
    }
  }
}
