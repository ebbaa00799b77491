package dev.polylog.trainer.ridge;

/**
 * What ridge regression made of the samples that it saw.
 *
 * @param samples n
 * @param relativePenalty the chosen penalty over the mean squared length of the samples' features, one of
 *     {@link RidgeLearner#penalties()}
 * @param leaveOneOutError mean of the squared residuals at samples that were left out
 * @param trainError mean of the squared residuals
 * @param predictor the fitted function
 */
public record Fit(
        int samples, double relativePenalty, double leaveOneOutError, double trainError, Predictor predictor) {}
