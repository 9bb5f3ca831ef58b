/**
 * Support that generated companions call. It is public because companions live in their users'
 * packages; it is meant for generated code only, and its methods check no more than that code
 * needs.
 */
package dev.cotangent.runtime;
