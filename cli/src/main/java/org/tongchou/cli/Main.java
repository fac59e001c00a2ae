package org.tongchou.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The {@code tongchou} command. */
@Command(
        name = "tongchou",
        description = {"统筹：审核、编制、比较医疗保障部门的预算、决算和绩效，检查待遇政策 (accounts, performance and benefit policy of a bureau)"},
        footer = {"", "每个命令都有 --help。退出码：0 没有不符；1 有不符；2 输入或参数无法使用；130 被中断。"},
        versionProvider = Main.Version.class)
public final class Main implements Runnable {
    private static final long SECONDS_TO_TIDY = 5;
    private static final int WIDTH = 100;

    private final Terminal terminal;

    private Main(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofProcess(List.of(arguments));
        CountDownLatch finished = tidyUpOnInterrupt();
        int code = commandLine(terminal, Engine.standard()).execute(arguments);
        terminal.out().flush();
        terminal.err().flush();
        finished.countDown();
        System.exit(code);
    }

    /** Without a command: the help. */
    @Override
    public void run() {
        commandLine(terminal, Engine.standard()).usage(terminal.out());
    }

    /** All commands, printing to a terminal and working with engines. */
    static CommandLine commandLine(Terminal terminal, Engine engine) {
        Failures failures = new Failures(terminal);
        CommandLine commandLine = new CommandLine(new Main(terminal))
                .addSubcommand(new AuditCommand(terminal, engine))
                .addSubcommand(new PublishCommand(terminal, engine))
                .addSubcommand(new CompareCommand(terminal, engine))
                .addSubcommand(new ScoreCommand(terminal, engine))
                .addSubcommand(new RulesCommand(terminal))
                .addSubcommand(new ChecksCommand(terminal))
                .addSubcommand(new SettleCommand(terminal))
                .addSubcommand(PolicyCommand.of(terminal))
                .addSubcommand(new WhatIfCommand(terminal))
                .addSubcommand(new ClaimsCommand(terminal))
                .addSubcommand(new ClassificationCommand(terminal))
                .addSubcommand(new ExamplesCommand(terminal, engine))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures::arguments)
                .setExecutionExceptionHandler(failures::execution);
        commandLine
                .getCommandSpec()
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("显示版本 (show the version)")
                        .build());
        adapt(commandLine);
        return commandLine;
    }

    /** Gives a command and its subcommands Chinese headings and the common options. */
    private static void adapt(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("显示本帮助 (show this help)")
                .build());
        // Read by Terminal, before anything is parsed: failures of parsing show their trace too.
        spec.addOption(OptionSpec.builder("--debug")
                .description("出错时显示调用栈；也可设环境变量 TONGCHOU_DEBUG=1 (show stack traces)")
                .build());
        UsageMessageSpec usage = spec.usageMessage();
        usage.synopsisHeading("用法：")
                .parameterListHeading("%n参数：%n")
                .optionListHeading("%n选项：%n")
                .commandListHeading("%n命令：%n")
                .synopsisSubcommandLabel("命令")
                .sortOptions(false)
                .width(WIDTH);
        command.getSubcommands().values().forEach(Main::adapt);
    }

    /**
     * On Ctrl-C the running command is interrupted and given time to take its half-written files away.
     *
     * @return to be counted down when the command has finished
     */
    private static CountDownLatch tidyUpOnInterrupt() {
        CountDownLatch finished = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (finished.getCount() == 0) {
                return;
            }
            main.interrupt();
            try {
                finished.await(SECONDS_TO_TIDY, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        return finished;
    }

    /** The version of the build. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            try (InputStream stream = Main.class.getResourceAsStream("version.properties")) {
                Properties properties = new Properties();
                properties.load(stream);
                return new String[] {"统筹 Tongchou " + properties.getProperty("version")};
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
