package dev.cotangent.benchmarks.inputs;

/**
 * An input of the eval {@code saddle}; the name is that of its JSON.
 *
 * @param start where both players begin
 */
public record SaddleInput(double[] start) {}
