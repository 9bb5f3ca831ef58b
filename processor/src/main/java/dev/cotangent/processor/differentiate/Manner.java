package dev.cotangent.processor.differentiate;

import dev.cotangent.NonSmooth;

/**
 * How reverse mode differentiates.
 *
 * @param convention what a zero seed contributes
 * @param strategy which of the ways that are right
 * @param repeats whether the reverse sweep may run several times behind one forward sweep: it then
 *     leaves the shadows that the forward sweep has made as it found them, all zero
 */
record Manner(NonSmooth convention, Strategy strategy, boolean repeats) {}
