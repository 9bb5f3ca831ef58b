/**
 * Stage 1, the front end: from a method's source trees to an IR {@link
 * dev.cotangent.processor.ir.Program}.
 *
 * <p>Trees are read as syntax only and are never attributed, because attribution during annotation
 * processing changes the compilation. Names, types and overloads are resolved here, over {@code
 * javax.lang.model}. What the language does not include is refused at its place, with a code. This
 * is the only package that knows the compiler's trees.
 */
package dev.cotangent.processor.frontend;
