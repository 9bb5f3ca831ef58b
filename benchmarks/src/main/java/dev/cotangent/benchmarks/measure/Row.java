package dev.cotangent.benchmarks.measure;

/**
 * What one way of one subject takes.
 *
 * @param subject its name
 * @param way to the derivative
 * @param nanoseconds the median time of a call
 * @param bytes what a call allocates
 * @param toPrimal that time over the primal's
 * @param toHandWritten that time over the hand-written adjoint's; null if there is none
 */
record Row(
    String subject,
    Way way,
    double nanoseconds,
    double bytes,
    Interval toPrimal,
    Interval toHandWritten) {}
