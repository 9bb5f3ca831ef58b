/**
 * Stage 8, only where it is asked for: a page about one method and its companion.
 *
 * <p>Input: an {@link dev.cotangent.processor.explain.Explanation}. Output: one file of HTML that
 * needs no other. Each part of the page is a class; {@link dev.cotangent.processor.explain.Page}
 * holds their order.
 */
package dev.cotangent.processor.explain;
