package dev.polylog.trainer.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.polylog.trainer.vector.Simd;
import dev.polylog.trainer.vector.Tiles;
import dev.polylog.trainer.vector.VectorTiles;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Both kernels give the same bits. */
class TilesTest {
    private static final int TILES = Tiles.STRIP;
    private static final int WORDS = TILES * RandomStream.TILE;

    private final Random random = new Random(41);

    /** The build adds the module; without it the tests below would say nothing. */
    @Test
    void theModuleIsPresentWhereTheVirtualMachineHasIt() {
        assertThat(Simd.isPresent())
                .isEqualTo(ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
    }

    @Test
    void wordsAndNormalsOfBothKernelsAreEqual() {
        assumeTrue(Simd.isPresent());
        Tiles strips = new PortableTiles();
        Tiles vectors = new VectorTiles();
        for (int trial = 0; trial < 300; trial++) {
            int[] key = random.ints(4).toArray();
            int[] counter = random.ints(4).toArray();
            int tiles = 1 + random.nextInt(TILES);
            int start = random.nextInt(100);
            int[] words = new int[start + WORDS];
            int[] vectorWords = new int[start + WORDS];
            strips.words(key, counter, words, start, tiles);
            vectors.words(key, counter, vectorWords, start, tiles);
            assertThat(vectorWords).containsExactly(words);

            float[] normals = new float[start + WORDS];
            float[] vectorNormals = new float[start + WORDS];
            strips.normals(key, counter, normals, start, tiles);
            vectors.normals(key, counter, vectorNormals, start, tiles);
            assertThat(bits(vectorNormals)).containsExactly(bits(normals));
        }
    }

    /** Words that a stream hardly ever gives: the ends of the logarithm and the borders of the quarter turns. */
    @Test
    void pairsOfExtremeWordsAreEqual() {
        assumeTrue(Simd.isPresent());
        int[] words = new int[WORDS];
        for (int trial = 0; trial < 300; trial++) {
            for (int i = 0; i < WORDS; i++) {
                int edge = (random.nextInt(17) << 28) + random.nextInt(3) - 1;
                words[i] = random.nextBoolean() ? edge : (edge >> random.nextInt(32)) ^ -random.nextInt(2);
            }
            float[] expected = new float[WORDS];
            BoxMuller boxMuller = new BoxMuller(16);
            for (int pair = 0; pair < WORDS / 32; pair++) {
                float[] cosines = new float[16];
                float[] sines = new float[16];
                boxMuller.transform(slice(words, 32 * pair), slice(words, 32 * pair + 16), cosines, sines, 16);
                System.arraycopy(cosines, 0, expected, 32 * pair, 16);
                System.arraycopy(sines, 0, expected, 32 * pair + 16, 16);
            }
            float[] actual = new float[WORDS];
            VectorTiles.normals(words, actual, 0, TILES);
            assertThat(bits(actual)).containsExactly(bits(expected));
        }
    }

    private static int[] slice(int[] words, int from) {
        int[] slice = new int[16];
        System.arraycopy(words, from, slice, 0, 16);
        return slice;
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            bits[i] = Float.floatToRawIntBits(values[i]);
        }
        return bits;
    }
}
