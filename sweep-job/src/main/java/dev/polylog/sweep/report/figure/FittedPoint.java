package dev.polylog.sweep.report.figure;

/**
 * A model's median number of samples at one dimension.
 *
 * @param group the cells it was fitted to
 * @param model its formula, such as {@code d (c0 + c1 log d)}
 * @param samples n*(d) by the model
 * @param low lower end of the confidence interval of the line; NaN if there is none
 */
public record FittedPoint(String group, String model, double d, double samples, double low, double high) {}
