/**
 * Stage 7, emission: from the intermediate representation to Java source, by JavaPoet. It knows no
 * calculus; a derivative is a function like any other.
 *
 * <p>{@link dev.cotangent.processor.emit.FunctionEmitter} writes the body of one function. It
 * decides in turn which values fold into the expression that uses them ({@code Folding}), which
 * values share a variable ({@code Variables}), what the variables are called ({@code Naming}), and
 * then prints statements ({@code StatementEmitter}) and lays them out ({@code Lines}).
 */
package dev.cotangent.processor.emit;
