package dev.polylog.sweep.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What {@code --help} prints, as wide as the terminal. The library's own pages are at least 55 columns wide and break words such
 * as {@code run.width=128} where a sentence might end.
 *
 * <p>In the footer of a command, a line that begins with spaces is a command to type.
 */
final class HelpPage {
    private static final String SECTION = "page";
    private static final int MOST_COLUMNS = 110;
    private static final String INDENT = "  ";

    private final CommandSpec command;
    private final int columns;
    private final List<String> lines = new ArrayList<>();

    private HelpPage(CommandSpec command, int columns) {
        this.command = command;
        this.columns = Math.min(MOST_COLUMNS, columns);
    }

    /** Makes a command and those below it print such pages. */
    static void use(CommandLine command) {
        command.setHelpSectionKeys(List.of(SECTION));
        command.setHelpSectionMap(Map.of(SECTION, help -> of(help.commandSpec(), Terminal.columns())));
    }

    static String of(CommandSpec command, int columns) {
        HelpPage page = new HelpPage(command, columns);
        page.usage();
        page.descriptions(command.usageMessage().description());
        page.parameters();
        page.options();
        page.commands();
        page.footer(command.usageMessage().footer());
        return String.join(System.lineSeparator(), page.lines) + System.lineSeparator();
    }

    private void usage() {
        StringBuilder usage = new StringBuilder("Usage: " + name());
        usage.append(command.options().isEmpty() ? "" : " [OPTIONS]");
        for (PositionalParamSpec parameter : parametersToShow()) {
            boolean required = parameter.arity().min() > 0;
            usage.append(required ? " " + parameter.paramLabel() : " [" + parameter.paramLabel() + "]");
        }
        usage.append(command.subcommands().isEmpty() ? "" : " COMMAND");
        lines.addAll(Paragraph.wrap(usage.toString(), columns, INDENT));
    }

    private String name() {
        CommandSpec parent = command.parent();
        return parent == null ? Invocation.command() : Invocation.command() + " " + command.name();
    }

    private void descriptions(String[] paragraphs) {
        for (String paragraph : paragraphs) {
            lines.addAll(Paragraph.wrap(Invocation.typed(paragraph), columns));
        }
    }

    private List<PositionalParamSpec> parametersToShow() {
        return command.positionalParameters().stream()
                .filter(parameter -> !parameter.hidden())
                .toList();
    }

    private void parameters() {
        Definitions definitions = new Definitions();
        for (PositionalParamSpec parameter : parametersToShow()) {
            definitions.add(parameter.paramLabel(), Invocation.typed(String.join(" ", parameter.description())));
        }
        list("", definitions);
    }

    private void options() {
        Definitions definitions = new Definitions();
        for (OptionSpec option : command.options()) {
            boolean takesValue = option.arity().max() > 0;
            String label = String.join(", ", option.names()) + (takesValue ? " " + option.paramLabel() : "");
            definitions.add(label, Invocation.typed(String.join(" ", option.description())));
        }
        list("Options:", definitions);
    }

    private void commands() {
        Definitions definitions = new Definitions();
        command.subcommands().forEach((name, line) -> {
            String[] description = line.getCommandSpec().usageMessage().description();
            definitions.add(name, description.length == 0 ? "" : description[0]);
        });
        list("Commands:", definitions);
    }

    private void list(String heading, Definitions definitions) {
        if (definitions.isEmpty()) {
            return;
        }
        lines.add("");
        if (!heading.isEmpty()) {
            lines.add(heading);
        }
        lines.addAll(definitions.lines(columns));
    }

    private void footer(String[] paragraphs) {
        for (String paragraph : Arrays.asList(paragraphs)) {
            if (paragraph.startsWith(INDENT)) {
                lines.addAll(Paragraph.command(Invocation.typed(paragraph.strip()), columns, INDENT));
            } else {
                lines.addAll(Paragraph.wrap(Invocation.typed(paragraph), columns));
            }
        }
    }
}
