/** Support for generated code; not meant to be called by hand. */
package dev.cotangent.runtime;
