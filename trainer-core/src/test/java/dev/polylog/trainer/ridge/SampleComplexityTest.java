package dev.polylog.trainer.ridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.FreshSamples;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.Samples;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import org.junit.jupiter.api.Test;

/** The kernel needs of the order of d^2 samples to learn XOR on normal inputs: it has to tell apart d^2 / 2 products. */
class SampleComplexityTest {
    private static final int[] DIMENSIONS = {8, 16, 32};
    private static final int REPLICATES = 8;
    private static final double ERROR = 0.3;
    private static final double GROWTH = 1.25;
    private static final int TEST = 2048;

    /** A Student variable with 22 degrees of freedom exceeds this modulus with probability 1e-6. */
    private static final double STUDENT_22_1E_6 = 6.73;

    /**
     * The slope of log n* against log d, with the interval of a regression line: if it is 2 and log n* is normal, the
     * interval misses it with probability 1e-6. It must also tell 2 from 1.5 and from 2.5.
     */
    @Test
    void theNumberOfSamplesGrowsLikeTheSquareOfTheDimension() {
        int count = DIMENSIONS.length * REPLICATES;
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            int d = DIMENSIONS[i / REPLICATES];
            x[i] = StrictMath.log(d);
            y[i] = StrictMath.log(samplesNeeded(d, i % REPLICATES));
        }
        double meanX = mean(x);
        double meanY = mean(y);
        double squares = 0;
        double products = 0;
        for (int i = 0; i < count; i++) {
            squares += (x[i] - meanX) * (x[i] - meanX);
            products += (x[i] - meanX) * (y[i] - meanY);
        }
        double slope = products / squares;
        double residuals = 0;
        for (int i = 0; i < count; i++) {
            residuals += Math.pow(y[i] - meanY - slope * (x[i] - meanX), 2);
        }
        double radius = STUDENT_22_1E_6 * Math.sqrt(residuals / (count - 2) / squares);
        assertThat(slope).isBetween(2 - radius, 2 + radius);
        assertThat(radius).isLessThan(0.5);
    }

    /** Where the test error falls below the threshold, on a logarithmic scale between two fits. */
    private static double samplesNeeded(int d, int replicate) {
        StreamKey key = new StreamKey(d, replicate);
        Task task = new Task(new TargetFunction.Xor(), new InputLaw.Gaussian(), d, 0);
        RidgeLearner learner = RidgeLearner.of(new ArcCosineKernel(1.0 / d, 0), d);
        FreshSamples test = Samples.test(task, key, TEST);
        double before = 0.5;
        for (int fit = 1; ; fit++) {
            int n = (int) Math.ceil(0.4 * d * d * Math.pow(GROWTH, fit));
            learner.absorb(Samples.training(task, key, n - learner.samples()), fit);
            double error = error(learner.fit().predictor(), test, fit);
            if (error <= ERROR) {
                return n * Math.pow(GROWTH, (ERROR - error) / (error - before));
            }
            before = error;
        }
    }

    private static double error(Predictor predictor, FreshSamples test, long step) {
        test.moveTo(step);
        double[] outputs = new double[TEST];
        int wrong = 0;
        for (int chunk = 0; chunk < test.chunks(); chunk++) {
            int rows = test.draw(chunk);
            predictor.predict(test.inputs(), rows, outputs);
            for (int i = 0; i < rows; i++) {
                wrong += outputs[i] * test.labels()[i] > 0 ? 0 : 1;
            }
        }
        return (double) wrong / TEST;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
