package dev.polylog.sweep.analysis.scaling;

import java.util.List;
import java.util.Optional;

/**
 * A law in a comparison.
 *
 * @param estimates of its parameters, with 95 % profile-likelihood intervals
 * @param delta AICc minus the least AICc
 * @param weight Akaike weight: exp(-delta / 2), the sum over all candidates being 1
 * @param misfit probability of a misfit as large if the law is true; NaN where it has as many parameters as cells
 * @param holdOut prediction of the largest x from the others; empty where these do not determine the law
 * @param residuals of the cells
 */
public record Candidate(
        ScalingFit fit,
        List<Estimate> estimates,
        double delta,
        double weight,
        double misfit,
        Optional<HoldOut> holdOut,
        List<Residual> residuals) {

    public ScalingLaw law() {
        return fit.law();
    }

    public Estimate estimate(String name) {
        return estimates.stream()
                .filter(estimate -> estimate.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
