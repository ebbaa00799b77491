package dev.polylog.sweep.report.figure;

import java.util.List;

/** What networks end with, as far as a task has it. */
public enum FinalQuantity {
    TEST_ERROR("test error"),
    ALIGNMENT("alignment of the neurons"),
    IMBALANCE("imbalance of the blocks"),
    RESIDUAL("residual share of the mass");

    private final String words;

    FinalQuantity(String words) {
        this.words = words;
    }

    /** Names of the observables that it takes. */
    public List<String> columns() {
        return switch (this) {
            case TEST_ERROR -> List.of("test_error");
            case ALIGNMENT -> List.of("alignment");
            case IMBALANCE -> List.of("block_imbalance");
            case RESIDUAL ->
                List.of("residual_mass", "mass_mu1_plus", "mass_mu1_minus", "mass_mu2_plus", "mass_mu2_minus");
        };
    }

    /** Its value, given those of the columns: the only one, or the share of the first in the sum of all. */
    public double of(List<Double> values) {
        double first = values.get(0);
        return values.size() == 1
                ? first
                : first / values.stream().mapToDouble(Double::doubleValue).sum();
    }

    @Override
    public String toString() {
        return words;
    }
}
