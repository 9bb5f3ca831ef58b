package dev.cotangent.benchmarks.measure;

/**
 * What one way of one subject takes.
 *
 * @param subject its name
 * @param way to the derivative
 * @param nanoseconds the median time of a call
 * @param toPrimal that time over the primal's
 * @param toHandWritten that time over the hand-written adjoint's
 */
record Row(
    String subject, Way way, double nanoseconds, Interval toPrimal, Interval toHandWritten) {}
