package dev.cotangent.benchmarks.inputs;

/**
 * An input of the eval {@code particle}; the name is that of its JSON.
 *
 * @param w where the search begins
 */
public record ParticleInput(double w) {}
