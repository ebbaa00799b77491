package dev.polylog.sweep.app;

import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.store.Damage;
import dev.polylog.sweep.store.RunIndex;
import dev.polylog.sweep.store.RunStore;
import dev.polylog.sweep.store.StoreSession;
import dev.polylog.sweep.store.Takeover;
import dev.polylog.sweep.store.Verification;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares every file of a store with the hash it was published with. */
@Command(
        name = "verify",
        description = "Check every file of a store by its hash; set aside what cannot be trusted.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  polylog verify out/quickstart --dry-run"})
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "The store, such as out/quickstart.")
    private String folder = "";

    @Option(names = "--dry-run", description = "Only report; also works while a sweep is running.")
    private boolean dryRun;

    @Option(
            names = "--take-over",
            description = "Verify a store on a shared file system although its last driver never released it.")
    private boolean takeOver;

    @Override
    public Integer call() throws IOException {
        return dryRun ? report() : repair();
    }

    private int report() throws IOException {
        RunStore store = RunStore.existing(folder);
        Verification found = store.verify();
        return conclude(found.damaged(), store.index(found.whole()), "; without --dry-run they are set aside");
    }

    private int repair() throws IOException {
        try (StoreSession store = StoreSession.openToVerify(folder, takeOver ? Takeover.TAKE_OVER : Takeover.REFUSE)) {
            RunIndex index = store.index();
            return conclude(
                    store.damaged(),
                    index,
                    "; moved to " + store.setAsideFolder() + ", `" + Invocation.command()
                            + " run` trains their runs again");
        }
    }

    private int conclude(List<Damage> damaged, RunIndex index, String whatNow) {
        PrintWriter out = command.commandLine().getOut();
        for (Damage damage : damaged) {
            out.println(damage);
        }
        for (String run : index.conflicts()) {
            out.println("run " + run + ": two results that differ");
        }
        if (damaged.isEmpty() && index.conflicts().isEmpty()) {
            out.println(Numerals.count(index.size(), "run") + " in " + folder + ", every file as it was published.");
            return ExitCode.DONE;
        }
        if (!damaged.isEmpty()) {
            out.println(Numerals.count(damaged.size(), "file") + " cannot be trusted" + whatNow + ".");
        }
        out.flush();
        return ExitCode.STORE;
    }
}
