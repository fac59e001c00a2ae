package org.tongchou.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tongchou policy}. */
@Command(name = "policy", description = "检查和测试政策规则包 (check and test policy packs)")
final class PolicyCommand implements Runnable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private PolicyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its subcommands. */
    static CommandLine of(Terminal terminal) {
        return new CommandLine(new PolicyCommand(terminal)).addSubcommand(new PolicyTestCommand(terminal));
    }

    /** Without a subcommand: the help. */
    @Override
    public void run() {
        spec.commandLine().usage(terminal.out());
    }
}
