package dev.polylog.sweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.polylog.sweep.grid.Sweep;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.RunIdentity;
import dev.polylog.trainer.task.Covariance;
import dev.polylog.trainer.task.TargetFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SweepFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            run.width = 3.7                              | Invalid run.width: 3.7 (expected a whole number of at least 1, or infinite)
            run.width = NaN                              | Invalid run.width: NaN
            run.width = -Infinity                        | Invalid run.width: -Infinity
            run.step-size = 1e999                        | Invalid run.step-size: 1e999 (expected a number that double precision can hold
            run.width = 1e999999999                      | Invalid run.width: 1e999999999
            run.width = 1e99999999999999                 | Invalid run.width: 1e99999999999999
            run.width = 3000000000                       | Invalid run.width: 3000000000
            run.max-steps = 9223372036854775808          | Invalid run.max-steps: 9223372036854775808
            run.step-size = -0.1                         | Invalid run.step-size: -0.1
            run.zeta = 0                                 | Invalid run.zeta: 0 (expected a number greater than 0)
            run.width = none                             | Invalid run.width
            run.width = null                             | Invalid run.width: null
            run.width = true                             | Invalid run.width: true
            run.width = [1]                              | Invalid run.width: [1]
            run.width = ""                               | Invalid run.width
            run.lable-noise = 0                          | Unknown key run.lable-noise (did you mean label-noise?)
            run.batch_size = 3                           | did you mean batch-size?
            sed = 1                                      | Unknown key sed (did you mean seed?)
            run.inputs = bolean                          | Invalid run.inputs: bolean (expected gaussian, boolean, clusters, sphere, uniform, four-points; did you mean boolean?)
            run.target = parity3                         | Invalid run.target: parity3 (expected xor, and, or, sine-boundary, parity-2, parity-3, parity-4, parity-5, parity-6, parity-7, parity-8, or a formula of x1 to x16; did you mean parity-3?)
            run.target = sine-boundry                    | did you mean sine-boundary?)
            run.target = parity                          | did you mean parity-2?)
            run.target = "sign(x1 * y2)"                 | Invalid run.target: sign(x1 * y2) (column 11: unknown coordinate y2 (expected x1 to x16))
            run.target = "sign(x1 * x17)"                | column 11: unknown coordinate x17 (expected x1 to x16)
            run.target = x0                              | Invalid run.target: x0 (column 1: unknown coordinate x0 (expected x1 to x16))
            run.target = "sgn(x1)"                       | column 1: unknown function sgn (did you mean sign?)
            run.target = "sign(x1"                       | column 8: expected ) but found the end
            run.target = "x1 / x2"                       | column 4: x1 / x2 may have no value, as x2 may be 0
            run.target = "log(x1)"                       | column 1: log(x1) may have no value, as x1 may be negative
            run.target = "sign(x1) > 0"                  | expected a number but found the condition sign(x1) > 0
            run.target = "1 + 1"                         | column 1: no coordinate occurs (expected x1 to x16)
            run.target = 3                               | Invalid run.target: 3 (expected xor, and,
            run.target = [xor]                           | Invalid run.target: ["xor"] (expected xor, and,
            run.target = ""                              | Invalid run.target:
            grid.target = [xor, "sign(x1*x2)", "sign(x1 * x2)"] | Invalid grid.target: sign(x1 * x2) twice
            exclude = ["target == 'parity3'"]            | target is never 'parity3' (expected xor, and,
            exclude = ["target == 'sign(z)'"]            | target is never 'sign(z)' (column 6: unknown coordinate z (expected x1 to x16))
            run.observe = 0                              | Invalid run.observe: 0
            run.observe = { points = 1 }                 | Invalid run.observe
            run.observe = { points = 9, spacing = cube } | Invalid run.observe
            run.snapshots = [-1]                         | Invalid run.snapshots: [-1]
            run.snapshots = 3                            | Invalid run.snapshots: 3
            run.batch-size = "4 * dd"                    | Invalid run.batch-size: 4 * dd (column 5: unknown field dd (did you mean d?); expected a whole number from 1 to 1000000000000000, or an expression)
            run.batch-size = "4 *"                       | Invalid run.batch-size: 4 *
            run.batch-size = 4 * d                       | Cannot parse
            run.batch-size = "1 / 0"                     | division by zero
            run.batch-size = "d / 3"                     | Invalid batch-size: 21.33333333333333333333333333333333 (expected a whole number from 1 to 1000000000000000) from d / 3 where d = 64
            run.batch-size = "1 / (d - 64)"              | division by zero (column 3) where d = 64
            run.batch-size = "max_samples"               | it has no value
            run.batch-size = "batch_size"                | batch-size -> batch-size
            run = 3                                      | Invalid run: 3
            seed = 1.5                                   | Invalid seed: 1.5
            seed = 1e99                                  | Invalid seed: 1e99
            replicates = 0                               | Invalid replicates: 0
            replicates = -1                              | Invalid replicates: -1
            replicates = "d / 3"                         | Invalid replicates: 21.33
            replicates = 20000000                        | Invalid replicates: 20000000
            replicates = [1]                             | Invalid replicates: [1]
            exclude = ["width"]                          | Invalid exclude: width (column 1: expected a condition
            exclude = ["d > 1"]                          | Invalid exclude: all 1 cells
            exclude = [[1]]                              | Invalid exclude: [1]
            grid.d = [64, 64]                            | Invalid grid.d: 64 twice
            grid.d = []                                  | Invalid grid.d: []
            grid.d = [64, x]                             | unknown field x
            grid.dd = [64]                               | Unknown key grid.dd (did you mean d?)
            run.frobnicate = 1                           | Unknown key run.frobnicate (docs/sweep-files.md lists the fields, and docs/scope.md what there is not)
            run.learning_rate = 0.1                      | Unknown key run.learning_rate (step-size is its name here)
            run.weight-decay = 0.1                       | Unknown key run.weight-decay (there is no weight decay; only the fits of method = ridge have a penalty)
            run.replicates = 3                           | Unknown key run.replicates (replicates stands at the top level of the file)
            width = 3                                    | Unknown key width (did you mean run.width or grid.width?)
            run { width = 3, width = 4 }                 | Invalid run.width: set twice (expected once; it is also set in line
            run.width = 2147483648                       | Invalid run.width: 2147483648 (expected at most 2147483647)
            run.d = 1e13                                 | Invalid run.d: 10000000000000 (expected at most 1000000000000)
            run.sigma = 1e309                            | Invalid run.sigma: 1e309 (expected a number that double precision can hold
            run.step-size = 1e-400                       | Invalid run.step-size: 1e-400 (expected a number that double precision can hold
            seed = -9223372036854775808                  | Invalid seed: -9223372036854775808 (expected a whole number from -9223372036854775807 to 9223372036854775807)
            run.batch-size = \u201c4\u201d                         | a typographic quote \u201c (expected ")
            grid.d = [8,\u200b16]                             | an invisible character, U+200B
            grid = [1]                                   | Invalid grid: [1]
            grid.d = { from = 1 }                        | Invalid grid.d
            grid.d = { from = 10, to = 4, step = 2 }     | expected from at most to
            grid.d = { from = 2, to = 4, step = 0 }      | expected step greater than 0
            grid.d = { from = 2, to = 4, step = -1 }     | expected step greater than 0
            grid.d = { from = 2, to = 4, times = 1 }     | times greater than 1
            grid.d = { from = 2, to = 4, stepp = 1 }     | Unknown key grid.d.stepp (did you mean step?)
            grid.d = { from = 2, to = 1e300, step = 1 }  | at most 100000 values
            grid.zeta = { from = 1, to = 1e300, times = 1.0000001 } | at most 100000 values
            grid.d = { from = 2, to = 1e999, step = 1 }  | Invalid grid.d.to: 1e999
            grid.d = { from = 2, to = 4, count = 1e9 }   | count to be a whole number
            grid.d = { from = 2, to = 4, count = 3, spacing = cubic } | Invalid grid.d.spacing: cubic
            grid.zeta = { from = 0, to = 4, count = 3, spacing = log } | from greater than 0
            grid.d = { from = 2, to = 3, step = 0.5 }    | Invalid grid.d: 2.5
            grid.inputs = { from = 1, to = 2, step = 1 } | Invalid grid.inputs
            zip { d = [8, 16], width = [1] }             | Invalid zip: 2 d and 1 width values
            zip { d = [8, 8], width = [1, 1] }           | Invalid zip: 8 with 1 twice
            zip = 3                                      | Invalid zip: 3
            a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w = 1 | expected at most 20 dots
            run.width = ${HOME}                          | Cannot substitute ${...}
            run.snapshots += 3                           | Cannot append with +=
            include "missing.conf"                       | Cannot include missing.conf, there is no such file
            include "../outside.conf"                    | Cannot include ../outside.conf, it is outside the folder
            include "/etc/hostname"                      | it is outside the folder
            include "sweep.conf"                         | it includes itself
            include url("file:///etc/hostname")          | Cannot include url(
            include file("other.conf")                   | Cannot include file(
            include classpath("reference.conf")          | Cannot include classpath(
            include required("missing.conf")             | there is no such file
            { [ }                                        | Cannot parse
            """)
    void reportsWhatIsWrong(String line, String expected) throws IOException {
        Files.writeString(folder.resolve("outside.conf"), "seed = 2");
        Path main = Files.createDirectories(folder.resolve("conf")).resolve("sweep.conf");
        Files.writeString(main, "name = study\n# a comment\n" + line + "\n");
        InvalidSweepException error = invalid(main);
        assertThat(error).hasMessageContaining(expected).hasMessageContaining(main.toString());
        assertThat(error.problems()).hasSize(1);
        if (!expected.startsWith("Invalid exclude: all")) {
            assertThat(error.problems().get(0).line()).hasValue(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "a/b", "x y", "\"\"", "[1]"})
    void refusesNames(String name) throws IOException {
        assertThat(invalid(write("name = " + name + "\nseed = 1"))).hasMessageContaining("name");
    }

    @Test
    void reportsEverythingAtOnceInOrder() throws IOException {
        Path file = write("name = study\nrun {\n  widht = 3\n  zeta = 0\n}\nzip = 2\nexclude = \"d\"\nseeed = 1\n");
        assertThat(invalid(file).problems().stream()
                        .map(problem -> problem.line().orElse(0)))
                .containsExactly(3, 4, 6, 7, 8);
    }

    static Stream<Field<?>> fields() {
        return Fields.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void saysOfEveryFieldWhereABadValueStandsAndWhatIsExpected(Field<?> field) throws IOException {
        Problem problem = invalid(write("name = a\nrun {\n  " + field + " = \"?!\"\n}\n"))
                .problems()
                .get(0);
        assertThat(problem.line()).hasValue(3);
        assertThat(problem.message()).startsWith("Invalid run." + field + ": ");
        assertThat(problem.message())
                .containsPattern(
                        field.equals(Fields.TARGET) ? "column 1" : Pattern.quote("expected " + field.expected()));
    }

    @Test
    void theIncludingFileWinsOverWhatItIncludes() throws IOException {
        Files.writeString(folder.resolve("base.conf"), "run { d = 8, width = 4 }\ngrid.batch-size = [1, 2]\n");
        Sweep sweep = SweepFile.read(
                write("include \"base.conf\"\nname = a\ngrid.d = [8, 16]\nrun.batch-size = 3\n"), List.of());
        assertThat(sweep.varying()).containsExactly("d");
        assertThat(sweep.settings(1).value(Fields.BATCH_SIZE)).isEqualTo(3);
        Sweep narrowed = SweepFile.read(write("name = a\ngrid.d = [8, 16]\n"), List.of("run.d=32"));
        assertThat(narrowed.cells()).isEqualTo(1);
        assertThat(narrowed.settings(0).value(Fields.D)).isEqualTo(32);
    }

    @Test
    void refusesFieldsThatAreSetTwiceAndCycles() throws IOException {
        assertThat(invalid(write("name = a\nrun.d = 8\ngrid.d = [8, 16]")))
                .hasMessageContaining("sweep.conf:3: Invalid grid.d: set twice (expected only here or in run.d)");
        assertThat(invalid(write("name = a\nrun { d = \"width\", width = \"batch_size\", batch-size = \"d\" }")))
                .hasMessageContaining("d -> width -> batch-size -> d");
    }

    @Test
    void refusesEnginesAndCovariancesThatDoNotFitTheInputs() throws IOException {
        assertThat(invalid(write("name = a\nrun.engine = projected\ngrid.inputs = [gaussian, boolean]")))
                .hasMessageContaining(
                        "Invalid engine: projected (it serves gaussian inputs and clusters, not boolean ones; auto finds"
                                + " one that does) where inputs = boolean");
        assertThat(invalid(write("name = a\nrun { inputs = boolean, covariance = two-level, anisotropy = 0.5 }")))
                .hasMessageContaining("Invalid anisotropy: 0.5 (expected 0 with boolean inputs");
        assertThat(invalid(write("name = a\nrun.anisotropy = 2")))
                .hasMessageContaining("Invalid anisotropy: 2.0 (expected 0 with isotropic covariance");
    }

    @Test
    void readsCovariancesOnAxesAndInExpressions() throws IOException {
        Sweep sweep = SweepFile.parse("name = a\ngrid { covariance = [power-law, two-level], anisotropy = [0, 1] }\n"
                + "exclude = [\"covariance == 'two-level' and anisotropy > 0\"]");
        assertThat(sweep.replicates(0)).isEqualTo(1);
        assertThat(sweep.replicates(3)).isZero();
        assertThat(sweep.spec(1, 0).task().covariance()).isEqualTo(new Covariance.PowerLaw());
        assertThat(sweep.spec(1, 0).task().anisotropy()).isEqualTo(1);
        assertThat(SweepFile.parse(sweep.text())).isEqualTo(sweep);
    }

    @Test
    void readsFormulasOfTargetsOnAxesAndInConditions() throws IOException {
        Sweep sweep = read(write("""
                name = a
                run.d = 8
                grid { target = [xor, "sign(x1*x2*x3)", "sign(max(x1,x2) - 0.50)"], width = [4, 8] }
                exclude = ["target == 'sign( x1*x2*x3 )' and width > 4"]
                """));
        assertThat(sweep.labels(0)).containsExactly("xor", "4");
        assertThat(sweep.labels(3)).containsExactly("sign(x1 * x2 * x3)", "8");
        assertThat(sweep.labels(4)).containsExactly("sign(max(x1, x2) - 0.5)", "4");
        assertThat(List.of(0, 1, 2, 3, 4, 5)).extracting(sweep::replicates).containsExactly(1, 1, 1, 0, 1, 1);
        assertThat(sweep.spec(2, 0).task().target()).isEqualTo(TargetFunction.Formula.parse("sign(x1 * x2 * x3)"));
        assertThat(SweepFile.parse(sweep.text())).isEqualTo(sweep).hasToString(sweep.toString());
        assertThat(sweep.text())
                .contains("target = [\"xor\", \"sign(x1 * x2 * x3)\", \"sign(max(x1, x2) - 0.5)\"]")
                .contains("\"target == 'sign(x1 * x2 * x3)' and width > 4\"");
        assertThat(identities(SweepFile.parse(sweep.text()))).isEqualTo(identities(sweep));
    }

    @Test
    void refusesFormulasThatDoNotFitTheTask() throws IOException {
        assertThat(invalid(write("name = a\nrun { target = \"x1 + x1 * x2\" }")))
                .hasMessageContaining(
                        "Invalid labels: plus-minus (expected real, and loss = squared with it: the target x1 + x1 * x2"
                                + " takes other values than -1 and +1)");
        assertThat(invalid(write("name = a\nrun { target = \"x1 + x1 * x2\", labels = real }")))
                .hasMessageContaining("Invalid loss: logistic (expected squared with labels real");
        assertThat(invalid(write("name = a\nrun { target = xor, labels = real, loss = squared }")))
                .hasMessageContaining("Invalid labels: real (expected plus-minus or zero-one: xor has two classes)");
        assertThat(invalid(
                        write("name = a\nrun { target = \"x1\", labels = real, loss = squared, label-noise = 0.1 }")))
                .hasMessageContaining("Invalid label-noise: 0.1 (of no effect with labels = real");
        assertThat(invalid(write("name = a\nrun { target = \"sign(x9)\", d = 8 }")))
                .hasMessageContaining("Invalid d: 8 (sign(x9) needs at least 9)");
        assertThat(invalid(write("name = a\nrun.inputs = clusters\ngrid.target = [xor, \"sign(x1 * x3)\"]")))
                .hasMessageContaining("Invalid target: sign(x1 * x3) (it depends on 3 coordinates")
                .hasMessageContaining("where target = sign(x1 * x3)");
    }

    @Test
    void refusesWhatIsTooLarge() throws IOException {
        assertThat(
                        invalid(
                                write(
                                        "name = a\ngrid { d = { from = 2, to = 5000, step = 1 }, width = { from = 1, to = 5000, step = 1 } }")))
                .hasMessageContaining("Invalid grid: 4999 d x 5000 width = 24995000 cells");
        assertThat(invalid(write("name = a\ngrid.d = [8, 16]\nreplicates = 9000000")))
                .hasMessageContaining("Invalid replicates: 18000000 runs");
        assertThat(invalid(write("#".repeat(1 << 20) + "\nname = a"))).hasMessageContaining("larger than 1 MiB");
        assertThat(invalid(write("a = " + "[".repeat(100_000)))).hasMessageContaining("nested deeper than 20");
        assertThat(invalid(write("a\n".repeat(20_000).replace("a", "a.b = 1"))))
                .hasMessageContaining("more than 10000 keys");
        assertThat(invalid(write("a = " + "x ".repeat(100_000)))).hasMessageContaining("longer than 10000");
        Path many = write("name = a\nrun.batch-size = \"d / 3\"\ngrid.d = { from = 100, to = 10000, step = 1 }");
        assertThat(invalid(many).problems()).hasSize(21);
        assertThat(invalid(many)).hasMessageContaining("more cells with such problems");
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        assertThat(invalid(folder)).hasMessageContaining("it is a folder");
        assertThat(invalid(folder.resolve("none.conf"))).hasMessageContaining("there is no such file");
        assertThat(invalid(write(""))).hasMessageContaining("it is empty");
        Path file = folder.resolve("binary.conf");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 1});
        assertThat(invalid(file)).hasMessageContaining("it is not UTF-8 text");
        Files.write(file, new byte[] {'a', 0, 'b'});
        assertThat(invalid(file)).hasMessageContaining("it is a binary file");
    }

    @Test
    void includesFilesOfItsFolder() throws IOException {
        Files.createDirectories(folder.resolve("parts"));
        Files.writeString(folder.resolve("parts/small.conf"), "d = 8\nwidth = 4");
        Path file = write("name = a\nrun { include \"parts/small.conf\", width = 5 }");
        assertThat(read(file).text()).contains("d = 8").contains("width = 5").doesNotContain("include");
        Files.writeString(folder.resolve("parts/small.conf"), "d = 8\n\nwidth = 4.5");
        assertThat(invalid(write("name = a\nrun { include \"parts/small.conf\" }")))
                .hasMessageContaining(folder.resolve("parts/small.conf") + ":3: Invalid run.width: 4.5");
    }

    @Test
    void refusesIncludesThatEscapeOrNeverEnd() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("inside"));
        Files.writeString(folder.resolve("secret.conf"), "seed = 3");
        Files.createSymbolicLink(inside.resolve("link.conf"), folder.resolve("secret.conf"));
        Path file = inside.resolve("sweep.conf");
        Files.writeString(file, "name = a\ninclude \"link.conf\"");
        assertThat(invalid(file)).hasMessageContaining("sweep.conf:2: Cannot include link.conf, it is outside");
        for (int i = 0; i < 12; i++) {
            Files.writeString(inside.resolve(i + ".conf"), ("include \"" + (i + 1) + ".conf\"\n").repeat(3));
        }
        Files.writeString(file, "name = a\ninclude \"0.conf\"");
        assertThat(invalid(file)).hasMessageContaining("deeper than 10 levels").hasMessageContaining("more than 100");
        Files.writeString(inside.resolve("1.conf"), "include \"0.conf\"");
        assertThat(invalid(file)).hasMessageContaining("0.conf, it includes itself");
    }

    @Test
    void overridesWin() throws IOException {
        Path file = write("name = a\nrun { width = 4, d = 16 }\ngrid.patience = { from = 1, to = 8, times = 2 }");
        List<String> overrides =
                List.of("run.width=128", "replicates=3", "grid.patience=[8,16]", "run.batch-size=\"2 * d\"");
        Sweep sweep = SweepFile.read(file, overrides);
        assertThat(sweep.cells()).isEqualTo(2);
        assertThat(sweep.replicates(1)).isEqualTo(3);
        assertThat(sweep.spec(0, 0).width()).isEqualTo(128);
        assertThat(sweep.spec(0, 0).training().batchSize()).isEqualTo(32);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            run.width=3.7                | Invalid run.width: 3.7
            run.wdth=3                   | Unknown key run.wdth (did you mean width?)
            nope=3                       | Unknown key nope
            nope.x=3                     | Unknown key nope
            width                        | Invalid override: width (expected path=value
            =3                           | Invalid override
            run..width=3                 | Invalid override
            run.width={                  | Cannot parse
            run.width=3, name=b          | expected one value
            run.width=${HOME}            | Cannot substitute
            run={ include "x.conf" }     | includes are not allowed here
            run.width="d / 3"            | Invalid width: 21.33
            run.width=                   | Cannot parse
            """)
    void blamesOverrides(String override, String expected) throws IOException {
        Path file = write("name = a\nrun.zeta = 1");
        InvalidSweepException error =
                catchThrowableOfType(InvalidSweepException.class, () -> SweepFile.read(file, List.of(override)));
        assertThat(error).hasMessageContaining(expected);
        assertThat(error.problems().get(0).file()).isEqualTo("--set");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run.width = 3",
                "run { observe = { points = 60, spacing = log }, snapshots = [5, 0], stop-at-error = 0.05 }",
                "grid { d = [8, 16], label-noise = { from = 0, to = 0.3, step = 0.1 } }\nexclude = [\"d > 8 and inputs == 'gaussian' and label_noise > 0.2\"]",
                "grid { observe = [10, { points = 5 }], snapshots = [[], [1]], stop-at-loss = [none, 0.1], inputs = [gaussian, boolean] }",
                "zip = [{ d = [8, 16], width = [\"d\", \"2 * d\"] }, { patience = [1, 2] }]\nreplicates = \"round(100 / d)\"\nseed = -3",
                "run { d = \"2 ^ 5\", width = \"(d - 1) * -(-2)\", step-size = \"1 / 3\" }\ngrid.zeta = { from = 1e-3, to = 1, count = 7, spacing = log }"
            })
    void textIsTheSweep(String body) throws IOException {
        Sweep sweep = read(write("name = study-1\n" + body));
        Sweep again = SweepFile.parse(sweep.text());
        assertThat(again).isEqualTo(sweep).hasSameHashCodeAs(sweep);
        assertThat(again.varying()).isEqualTo(sweep.varying());
        assertThat(identities(again)).isEqualTo(identities(sweep)).isNotEmpty();
    }

    private static List<RunIdentity> identities(Sweep sweep) {
        List<RunIdentity> identities = new ArrayList<>();
        for (int cell = 0; cell < sweep.cells(); cell++) {
            for (int replicate = 0; replicate < sweep.replicates(cell); replicate++) {
                identities.add(RunIdentity.of(sweep.spec(cell, replicate)));
            }
        }
        return identities;
    }

    @Test
    void whatIsSetTwiceIsRefusedWithBothLines() throws IOException {
        assertThat(invalid(write("""
                name = dup
                run { width = 8, batch-size = 64
                  batch-size = 128 }
                grid { d = [8] }
                grid { d = [16], label-noise = [0, 0.1] }
                grid { width = { from = 8, to = 64, times = 2 } }
                grid { width { to = 32, step = 8 } }
                run.zeta = 1
                replicates = 2
                replicates = 3
                """)))
                .hasMessageContainingAll(
                        "sweep.conf:3: Invalid run.batch-size: set twice (expected once; it is also set in line 2)",
                        "sweep.conf:5: Invalid grid.d: set twice (expected once; it is also set in line 4)",
                        "sweep.conf:7: Invalid grid.width.to: set twice (expected once; it is also set in line 6)",
                        "sweep.conf:10: Invalid replicates: set twice (expected once; it is also set in line 9)")
                .hasMessageNotContaining("zeta");
    }

    @Test
    void objectsOfOneKeyAreUnited() throws IOException {
        assertThat(read(write("""
                name = parts
                run { width = 8 }
                run.batch-size = 64
                run { "step-size" =
                  0.2 }
                zip = [{ d = [8, 16], label-noise = [0, 0.1] }, { zeta = [1, 2] }]
                """)).cells()).isEqualTo(4);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("sweep.conf"), text);
    }

    private static Sweep read(Path file) {
        return SweepFile.read(file, List.of());
    }

    private static InvalidSweepException invalid(Path file) {
        return catchThrowableOfType(InvalidSweepException.class, () -> read(file));
    }
}
