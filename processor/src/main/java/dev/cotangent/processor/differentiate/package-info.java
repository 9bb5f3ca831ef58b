/**
 * Stage 5: differentiation, IR to IR. {@link dev.cotangent.processor.differentiate.Jvp} makes
 * forward mode and {@link dev.cotangent.processor.differentiate.Vjp} reverse mode; their results
 * are ordinary functions that can be differentiated again.
 */
package dev.cotangent.processor.differentiate;
