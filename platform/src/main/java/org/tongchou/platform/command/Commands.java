package org.tongchou.platform.command;

import java.io.PrintWriter;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.tongchou.platform.database.StartFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** All commands of the platform. Exit codes: 0 done, 1 something is wrong with the data, 2 cannot be done. */
@Command(name = "tongchou", description = "统筹平台：运行、备份、恢复、校验 (run, back up, restore, verify the platform)")
public final class Commands {
    private static final int UNUSABLE = 2;

    private Commands() {}

    /**
     * The command line.
     *
     * @param application the class to start
     * @param out for results
     * @param err for failures
     */
    public static CommandLine of(Class<?> application, PrintWriter out, PrintWriter err) {
        LoggingSystem.get(Commands.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        CommandLine commandLine = new CommandLine(new Commands())
                .addSubcommand(new ServeCommand(application, out))
                .addSubcommand(new DemoCommand(application, out))
                .addSubcommand(new BackupCommand(out))
                .addSubcommand(new RestoreCommand(out))
                .addSubcommand(new VerifyCommand(application, out))
                .addSubcommand(
                        new CommandLine(new RegionCommand()).addSubcommand(new RegionCreateCommand(application, out)))
                .addSubcommand(new CommandLine(new HisCommand())
                        .addSubcommand(new HisSettleCommand(out))
                        .addSubcommand(new HisDayCommand(out)))
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((exception, arguments) -> wrongArguments(err, exception))
                .setExecutionExceptionHandler((exception, command, result) -> failed(err, exception));
        adaptAll(commandLine);
        return commandLine;
    }

    private static void adaptAll(CommandLine above) {
        above.getSubcommands().values().forEach(command -> {
            adapt(command);
            adaptAll(command);
        });
    }

    private static void adapt(CommandLine command) {
        command.getCommandSpec()
                .addOption(CommandLine.Model.OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("显示本帮助 (show this help)")
                        .build())
                .usageMessage()
                .synopsisHeading("用法：")
                .parameterListHeading("%n参数：%n")
                .optionListHeading("%n选项：%n")
                .sortOptions(false)
                .width(100);
    }

    private static int wrongArguments(PrintWriter err, ParameterException exception) {
        err.println("参数不可用：" + exception.getMessage());
        exception.getCommandLine().usage(err);
        return UNUSABLE;
    }

    private static int failed(PrintWriter err, Exception exception) {
        if (exception instanceof StartFailure known) {
            err.println(known.sentence());
        } else {
            err.println("没有完成：" + exception.getMessage());
        }
        if (System.getenv("TONGCHOU_DEBUG") != null) {
            exception.printStackTrace(err);
        }
        return UNUSABLE;
    }
}
