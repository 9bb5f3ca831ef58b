package dev.cotangent.runtime;

/**
 * The version of the agreement between generated code and this library. A companion states what it
 * was generated for and asks, before anything else in it runs, whether this library still keeps
 * that agreement. For generated code only.
 */
public final class Abi {
  /** The version that this library speaks. Another one may lack or change what companions use. */
  public static final int VERSION = 3;

  /**
   * Counts what was added within the version: companions of an earlier revision find all theirs.
   */
  public static final int REVISION = 1;

  private Abi() {}

  /**
   * Refuses a companion that was generated for another version, or for a later revision. What is
   * thrown is an error, so that it comes out of the companion's initialisation as it is.
   *
   * @param version the version that the companion was generated for
   * @param revision the revision that the companion was generated for
   * @throws LinkageError if the version is not {@link #VERSION}, or the revision is above {@link
   *     #REVISION}
   */
  public static void requireVersion(int version, int revision) {
    if (version != VERSION || revision > REVISION) {
      throw new LinkageError(
          "[COT102] this companion was generated for version "
              + display(version, revision)
              + " of the cotangent runtime's interface, but the runtime on the class path has"
              + " version "
              + display(VERSION, REVISION)
              + (version == VERSION
                  ? "; take a runtime at least as new as the processor"
                  : "; compile the companion again with the processor of the same release as the"
                      + " runtime"));
    }
  }

  private static String display(int version, int revision) {
    return version + "." + revision;
  }
}
