package dev.cotangent.sample;

/**
 * How to train.
 *
 * @param rate the factor of the gradient in each step
 * @param maxSteps the number of steps after which training stops in any case
 * @param tolerance training has converged when every parameter is, by its own curvature, within
 *     this part of its value
 */
record TrainingPlan(double rate, int maxSteps, double tolerance) {}
