/** What generating derivatives costs the compiler. */
package dev.cotangent.benchmarks.compile;
