package dev.cotangent.processor.corpus;

import java.util.ArrayList;
import java.util.List;

/** What methods that tests call have noted: effects that can be counted and compared. */
public final class Journal {
  private static final ThreadLocal<List<Double>> NOTES = ThreadLocal.withInitial(ArrayList::new);

  private Journal() {}

  /** An effect of a method that code elsewhere knows. */
  public static void note(double x) {
    NOTES.get().add(x);
  }

  /** What has been noted in this thread since it was last asked for. */
  static List<Double> take() {
    List<Double> taken = NOTES.get();
    NOTES.set(new ArrayList<>());
    return taken;
  }
}
