/**
 * Stage 6: passes over the intermediate representation, one class each, that make a program smaller
 * or faster and keep what it does. Input and output are programs that the verifier accepts.
 *
 * <p>What a pass must keep: every exact floating operation that is still needed, with its operands
 * as they are; integer and reference semantics, exceptions included; the order of everything that
 * can be seen from outside. What it may change: free floating operations, which are derivatives, by
 * identities that hold up to the sign of a zero; and accesses of memory that belongs to the
 * derivative alone ({@link dev.cotangent.processor.simplify.Memory}). {@link
 * dev.cotangent.processor.simplify.Passes} is the list, in order.
 */
package dev.cotangent.processor.simplify;
