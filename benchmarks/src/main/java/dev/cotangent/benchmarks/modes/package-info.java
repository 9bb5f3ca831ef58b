/** Functions of which every derivative is timed. */
package dev.cotangent.benchmarks.modes;
