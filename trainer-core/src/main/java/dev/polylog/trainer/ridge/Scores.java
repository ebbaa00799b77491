package dev.polylog.trainer.ridge;

import dev.polylog.trainer.task.FreshSamples;

/**
 * What test samples say of a fitted function.
 *
 * @param squaredError mean of {@code (y - f(x))^2}
 * @param signError share of samples where f has another sign than y; f = 0 counts one half
 * @param correlation of f and y; NaN where one of them is constant
 */
public record Scores(double squaredError, double signError, double correlation) {

    /** The scores on the test samples of a step. */
    public static Scores of(Predictor predictor, FreshSamples test, long step) {
        test.moveTo(step);
        double[] outputs = new double[test.maxRows()];
        double squares = 0;
        double errors = 0;
        double sumF = 0;
        double sumY = 0;
        double sumFf = 0;
        double sumYy = 0;
        double sumFy = 0;
        for (int chunk = 0; chunk < test.chunks(); chunk++) {
            int rows = test.draw(chunk);
            predictor.predict(test.inputs(), rows, outputs);
            for (int i = 0; i < rows; i++) {
                double f = outputs[i];
                double y = test.labels()[i];
                squares += (y - f) * (y - f);
                errors += f * y > 0 ? 0 : f * y < 0 ? 1 : 0.5;
                sumF += f;
                sumY += y;
                sumFf += f * f;
                sumYy += y * y;
                sumFy += f * y;
            }
        }
        double n = test.size();
        double covariance = sumFy - sumF * sumY / n;
        double correlation = covariance / Math.sqrt((sumFf - sumF * sumF / n) * (sumYy - sumY * sumY / n));
        return new Scores(squares / n, errors / n, correlation);
    }
}
