package corpus;

import static java.lang.Math.*;
import static java.lang.StrictMath.sin;
import static java.lang.Integer.MAX_VALUE;

import dev.cotangent.Differentiable;
import java.lang.Math;

class Names extends NamesBase implements NamesConstants {
  private static final double HALF = 1.0 / 2;
  private static final int N = NamesBase.INHERITED * 2;
  static final double SCALE = Math.sqrt(2);
  static final double[] TABLE = {1, 2, 3};
  static final float[] FLOATS = {0.5f};
  protected static final int COUNT = "three".length();
  static double shadowed = 5;

  @Differentiable
  static double constants(double x) {
    return x * HALF + N + INHERITED + FROM_INTERFACE + Names.HALF + corpus.Names.N + Inner.DEEP + PI + MAX_VALUE;
  }

  @Differentiable
  static double fields(double x) {
    return x * SCALE + TABLE[1] + FLOATS[0] + COUNT + TABLE.length + Names.SCALE + corpus.Names.TABLE[0];
  }

  @Differentiable
  static double shadowing(double HALF, double shadowed) {
    double N = 2;
    return HALF * N + shadowed;
  }

  @Differentiable
  static double imported(double x) {
    return sin(x) + cos(x) + Math.sin(x) + StrictMath.exp(-x * x) + java.lang.Math.atan(x);
  }

  @Differentiable
  static double loopOverField(double x) {
    double s = 0;
    for (double t : TABLE) s += t * x;
    for (int i = 0; i < COUNT; i++) s += x;
    return s;
  }

  static class Inner extends Names {
    static final int DEEP = 7;
    static final int N = 1;

    @Differentiable
    static double inner(double x) {
      return x * DEEP + N + INHERITED + HALF + twice(x);
    }
  }

  interface Face {
    @Differentiable
    static double inInterface(double x) {
      return x * HALF + own(x);
    }

    private static double own(double x) {
      return x + 1;
    }
  }

  record Point(double a) {
    static final double SHIFT = 0.25;

    @Differentiable
    static double inRecord(double x) {
      return x + SHIFT;
    }
  }

  static double twice(double x) {
    return 2 * x;
  }
}

class NamesBase {
  static final int INHERITED = 11;
  private static final int HALF = 100;
}

interface NamesConstants {
  long FROM_INTERFACE = 1L << 33;
}
