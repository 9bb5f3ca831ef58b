/**
 * A linear regression trained with a gradient that the compiler wrote.
 *
 * <p>In reading order:
 *
 * <ol>
 *   <li>{@link dev.cotangent.sample.LinearRegression} and {@link
 *       dev.cotangent.sample.MultipleRegression}: the annotated methods, from which {@code
 *       LinearRegressionCost} and {@code MultipleRegressionCost} are generated.
 *   <li>{@link dev.cotangent.sample.RegressionApp}, {@link dev.cotangent.sample.Options} and {@link
 *       dev.cotangent.sample.RegressionRun}: what a run does, in order.
 *   <li>{@link dev.cotangent.sample.SyntheticData}, {@link dev.cotangent.sample.CsvData} and {@link
 *       dev.cotangent.sample.Standardisation}: where numbers come from and what becomes of them.
 *   <li>{@link dev.cotangent.sample.Engine} and {@link dev.cotangent.sample.Trainer}: gradients,
 *       and the descent along them.
 *   <li>{@link dev.cotangent.sample.LeastSquares} and {@link dev.cotangent.sample.GradientProof}:
 *       the witnesses.
 *   <li>{@link dev.cotangent.sample.Report}, {@link dev.cotangent.sample.ProgressPicture} and
 *       {@link dev.cotangent.sample.FitPicture}: what the user sees.
 * </ol>
 */
package dev.cotangent.sample;
