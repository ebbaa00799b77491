package dev.polylog.trainer.ridge;

/** The features that f is linear in, and the smaller of its two systems of equations. */
sealed interface Regression {

    /** Number of unknowns for n samples. */
    long unknowns(int n);

    Fit fit(TrainingSet samples);

    private static Fit of(TrainingSet samples, Solution solution, Predictor predictor) {
        return new Fit(
                samples.size(),
                solution.relativePenalty(),
                solution.leaveOneOutError(),
                solution.trainError(),
                predictor);
    }

    /** Infinitely many features, known by their products. */
    record OnKernel(ArcCosineKernel kernel) implements Regression {
        @Override
        public long unknowns(int n) {
            return n;
        }

        @Override
        public Fit fit(TrainingSet samples) {
            Solution solution = new DualEquations(Grams.ofSamples(kernel, samples), samples.labels()).choose();
            return Regression.of(samples, solution, new Predictor.Expansion(kernel, samples, solution.coefficients()));
        }
    }

    /** The features of a drawn layer. */
    record OnFeatures(RandomFeatures features) implements Regression {
        @Override
        public long unknowns(int n) {
            return Math.min(n, features.width());
        }

        @Override
        public Fit fit(TrainingSet samples) {
            return samples.size() < features.width() ? dual(samples) : primal(samples);
        }

        Fit dual(TrainingSet samples) {
            Solution solution = new DualEquations(Grams.ofSamples(features, samples), samples.labels()).choose();
            double[] coefficients = Grams.combination(features, samples, solution.coefficients());
            return Regression.of(samples, solution, new Predictor.Linear(features, coefficients));
        }

        Fit primal(TrainingSet samples) {
            Solution solution = new PrimalEquations(features, samples).choose();
            return Regression.of(samples, solution, new Predictor.Linear(features, solution.coefficients()));
        }
    }
}
