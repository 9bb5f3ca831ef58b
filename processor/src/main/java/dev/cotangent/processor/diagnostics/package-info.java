/**
 * What the processor tells the user: the catalogue of codes, the diagnostics made from it, and the
 * reporter that prints them.
 *
 * <p>Every mistake has a {@link dev.cotangent.processor.diagnostics.Code}, a place, a reason and a
 * fix, and a page under {@code docs/diagnostics}. Stages return {@link
 * dev.cotangent.processor.diagnostics.Diagnostic}s; they never print.
 */
package dev.cotangent.processor.diagnostics;
