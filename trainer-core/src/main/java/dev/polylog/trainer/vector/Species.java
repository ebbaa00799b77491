package dev.polylog.trainer.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The registers in use: the widest of this machine, sixteen floats at most. */
final class Species {
    private static final VectorShape SHAPE =
            FloatVector.SPECIES_PREFERRED.length() > 16 ? VectorShape.S_512_BIT : VectorShape.preferredShape();

    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_512.withShape(SHAPE);
    static final VectorSpecies<Integer> INTS = IntVector.SPECIES_512.withShape(SHAPE);
    static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_512.withShape(SHAPE);

    private Species() {}
}
