package dev.cotangent.processor.differentiate;

import dev.cotangent.NonSmooth;

/**
 * How reverse mode differentiates: by which convention, and in which of the ways that are right.
 */
record Manner(NonSmooth convention, Strategy strategy) {}
