package dev.cotangent.benchmarks.inputs;

/**
 * An input of the eval {@code lstm}; the names are those of its JSON.
 *
 * @param mainParams two rows a layer
 * @param extraParams three rows
 * @param state two rows a layer
 * @param sequence a row a character
 */
public record LstmInput(
    double[][] mainParams, double[][] extraParams, double[][] state, double[][] sequence) {
  /**
   * Random numbers.
   *
   * @param layers how many memories are stacked
   * @param characters the length of the sequence
   * @param bits of a character
   */
  public static LstmInput random(int layers, int characters, int bits) {
    Draws draws = new Draws(31_337);
    double[][] sequence = draws.matrix(characters, bits, 0, 1);
    for (double[] row : sequence) {
      for (int i = 0; i < bits; i++) {
        row[i] = Math.rint(row[i]);
      }
    }
    return new LstmInput(
        draws.matrix(2 * layers, 4 * bits, -1, 1),
        draws.matrix(3, bits, -1, 1),
        draws.matrix(2 * layers, bits, -1, 1),
        sequence);
  }
}
