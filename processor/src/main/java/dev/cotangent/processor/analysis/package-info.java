/**
 * Stage 4: questions about a function that differentiation asks, each a pure function from IR to a
 * result. Facts are kept in the results, keyed by the identity of values and operations; nothing is
 * hung on the IR.
 */
package dev.cotangent.processor.analysis;
