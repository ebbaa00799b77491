package dev.polylog.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Executes notebooks with Debian's Python, which need not be the one on the PATH.
 *
 * @param source where the notebooks are; they run there, and nothing is written there
 * @param folder an empty folder for stores, caches and results
 */
record Notebooks(Path source, Path folder) {
    private static final String PYTHON = "/usr/bin/python3";

    boolean canImport(String module) {
        try {
            return Files.isExecutable(Path.of(PYTHON))
                    && run("-c", "import " + module).exitCode() == 0;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("Cannot start " + PYTHON, e);
        }
    }

    Notebook execute(String name) throws IOException, InterruptedException {
        Path result = folder.resolve(name + ".ipynb");
        Ending ending = run(
                "-m",
                "nbconvert",
                "--to=notebook",
                "--execute",
                "--ExecutePreprocessor.kernel_name=python3",
                "--output-dir=" + folder,
                source.resolve(name + ".ipynb").toString());
        assertThat(ending.exitCode()).as(ending.said()).isZero();
        assertThat(folder.resolve("home/.cache/polylog/build.log"))
                .as("the jar is up to date")
                .doesNotExist();
        return Notebook.read(result);
    }

    private Ending run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PYTHON));
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        // Nothing of the user's: other kernels, settings of Jupyter and matplotlib, packages of other Pythons.
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        "/usr/bin:/bin",
                        "HOME",
                        Files.createDirectories(folder.resolve("home")).toString(),
                        "LC_ALL",
                        "C.UTF-8",
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "PYTHONDONTWRITEBYTECODE",
                        "1",
                        "POLYLOG_OUT",
                        folder.resolve("out").toString()));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES))
                    .as(() -> String.join(" ", command))
                    .isTrue();
            return new Ending(process.exitValue(), Files.readString(said));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private record Ending(int exitCode, String said) {}
}
