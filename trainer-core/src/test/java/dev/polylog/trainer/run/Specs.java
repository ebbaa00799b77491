package dev.polylog.trainer.run;

import dev.polylog.trainer.engine.EngineChoice;
import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.engine.Precision;
import dev.polylog.trainer.network.Width;
import dev.polylog.trainer.observe.Checkpoint;
import dev.polylog.trainer.observe.Observable;
import dev.polylog.trainer.observe.Schedule;
import dev.polylog.trainer.oracle.Digest;
import dev.polylog.trainer.task.Basis;
import dev.polylog.trainer.task.Covariance;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.TargetFunction;
import java.util.ArrayList;
import java.util.List;

/** Small runs that train in milliseconds. */
public final class Specs {
    /** Observables up to {@code clean_gap}: the columns of the first stores, which digests are made of. */
    private static final int FIRST_OBSERVABLES = 30;

    private Specs() {}

    /** Learns XOR in about a hundred steps, observed at each of 150. */
    static Settings small() {
        return Settings.defaults()
                .with(Fields.D, 8L)
                .with(Fields.WIDTH, Width.of(32))
                .with(Fields.BATCH_SIZE, 128L)
                .with(Fields.STEP_SIZE, 0.5)
                .with(Fields.INIT_SCALE, 0.5)
                .with(Fields.MAX_STEPS, 150L)
                .with(Fields.TEST_SIZE, 200L)
                .with(Fields.OBSERVE, new Schedule.Every(1));
    }

    static RunResult train(Settings settings) {
        return Trainer.train(RunSpec.of(settings, 1, 0), StopSignal.NEVER, null);
    }

    /** Every number of a checkpoint. */
    static List<Object> row(Checkpoint checkpoint) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < Observable.ALL.size(); i++) {
            values.add(String.valueOf(checkpoint.value(i)));
        }
        return List.of(
                checkpoint.step(),
                checkpoint.samples(),
                checkpoint.time(),
                String.valueOf(checkpoint.trainLoss()),
                String.valueOf(checkpoint.phase()),
                values);
    }

    static List<List<Object>> rows(List<Checkpoint> checkpoints) {
        return checkpoints.stream().map(Specs::row).toList();
    }

    /** Digest of all observables of a short trajectory under a law, with label noise and several chunks a step. */
    public static String trajectoryDigest(InputLaw law) {
        return trajectoryDigest(small().with(Fields.INPUTS, law)
                .with(Fields.ENGINE, EngineChoice.of(EngineType.DENSE))
                .with(Fields.D, 20L)
                .with(Fields.BATCH_SIZE, 4200L));
    }

    /** The same for the projected engine, with two tiles of coordinates and inputs that are correlated. */
    public static String projectedDigest() {
        return trajectoryDigest(small().with(Fields.ENGINE, EngineChoice.of(EngineType.PROJECTED))
                .with(Fields.COVARIANCE, new Covariance.Equicorrelated())
                .with(Fields.ANISOTROPY, 0.01)
                .with(Fields.D, 2500L)
                .with(Fields.BATCH_SIZE, 4200L));
    }

    /** The same for the bitpacked engine, with two slabs and blocks and words that are not full. */
    public static String bitpackedDigest() {
        return trajectoryDigest(small().with(Fields.ENGINE, EngineChoice.of(EngineType.BITPACKED))
                .with(Fields.INPUTS, new InputLaw.BooleanCube())
                .with(Fields.D, 37L)
                .with(Fields.WIDTH, Width.of(20))
                .with(Fields.BATCH_SIZE, 8300L));
    }

    /** The same for clusters with both bases turned, seen by the projected engine. */
    static String clustersDigest() {
        return trajectoryDigest(small().with(Fields.ENGINE, EngineChoice.of(EngineType.PROJECTED))
                .with(Fields.INPUTS, new InputLaw.Clusters())
                .with(Fields.COVARIANCE, new Covariance.PowerLaw())
                .with(Fields.ANISOTROPY, 0.5)
                .with(Fields.COVARIANCE_BASIS, Basis.ROTATED)
                .with(Fields.BASIS, Basis.ROTATED)
                .with(Fields.D, 300L));
    }

    /** The same for a data set on the sphere, turned, of which minibatches are drawn; in double precision. */
    static String datasetDigest() {
        return trajectoryDigest(small().with(Fields.INPUTS, new InputLaw.Sphere())
                .with(Fields.BASIS, Basis.ROTATED)
                .with(Fields.DATASET_SIZE, 5000L)
                .with(Fields.PRECISION, Precision.DOUBLE)
                .with(Fields.TARGET, new TargetFunction.Parity(3)));
    }

    /** The same for uniform inputs. */
    static String uniformDigest() {
        return trajectoryDigest(small().with(Fields.INPUTS, new InputLaw.Uniform()));
    }

    /** The same for the gram engine: two eigenspaces, with eigenvectors that are turned, and a fold or a sweep a step. */
    static String gramDigest(long batchSize) {
        return trajectoryDigest(small().with(Fields.ENGINE, EngineChoice.of(EngineType.GRAM))
                .with(Fields.COVARIANCE, new Covariance.TwoLevel())
                .with(Fields.ANISOTROPY, 0.5)
                .with(Fields.COVARIANCE_BASIS, Basis.ROTATED)
                .with(Fields.D, 1_000_000L)
                .with(Fields.STEP_SIZE, 1e-6 * batchSize)
                .with(Fields.BATCH_SIZE, batchSize));
    }

    /** The same for the limit engine, from a start whose output is small or not. */
    static String limitDigest(InputLaw law, double initScale) {
        return trajectoryDigest(small().with(Fields.ENGINE, EngineChoice.of(EngineType.LIMIT))
                .with(Fields.INPUTS, law)
                .with(Fields.INIT_SCALE, initScale)
                .with(Fields.D, 1_000_000L)
                .with(Fields.BATCH_SIZE, 2_000_000L));
    }

    private static String trajectoryDigest(Settings shape) {
        Settings settings = shape.with(Fields.LABEL_NOISE, 0.05).with(Fields.MAX_STEPS, 6L);
        Digest digest = new Digest();
        for (Checkpoint checkpoint : train(settings).checkpoints()) {
            Double trainLoss = checkpoint.trainLoss();
            digest.add(trainLoss == null ? 0 : trainLoss);
            for (int i = 0; i < FIRST_OBSERVABLES; i++) {
                Double value = checkpoint.value(i);
                digest.add(value == null ? 0 : value);
            }
        }
        return digest.hex();
    }
}
