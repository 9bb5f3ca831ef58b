package dev.cotangent.processor.corpus;

import java.nio.file.Path;

/**
 * The files of the corpus, with Hessians and pull-backs of all that has Hessian-vector products.
 */
final class MoreModes {
  /** A helper that calls itself and changes a list. */
  private static final String REFUSED = "static double recursive(double x, int n) {\n    List<";

  private static final String HESSIAN = ", dev.cotangent.Derivative.HESSIAN";
  private static final String VJP = ", dev.cotangent.Derivative.VJP";

  private MoreModes() {}

  /** What the file says then. */
  static String text(Path file) {
    String all = Corpus.text(file).replaceAll("HVP\\s*}", "HVP" + HESSIAN + VJP + "}");
    int refused = all.indexOf(REFUSED);
    int mode = refused < 0 ? -1 : all.lastIndexOf(HESSIAN, refused);
    return mode < 0 ? all : all.substring(0, mode) + all.substring(mode + HESSIAN.length());
  }
}
