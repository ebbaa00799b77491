package dev.polylog.sweep.report.figure;

/**
 * A cell's median against that of a model.
 *
 * @param group the cells without their dimension
 * @param model its formula
 * @param ratio measured median over fitted median
 * @param low lower end of its confidence interval, NaN if there is none
 */
public record Residual(String group, String model, double d, double ratio, double low, double high) {}
