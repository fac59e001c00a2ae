package org.tongchou.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Says in Chinese what went wrong with the arguments or in a command. */
final class Failures {
    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    /** For arguments that cannot be understood. */
    int arguments(CommandLine.ParameterException failure, String[] arguments) {
        terminal.complain("错误：" + words(failure));
        if (failure instanceof CommandLine.UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            if (!suggestions.isEmpty()) {
                terminal.complain("是否想用：" + String.join("、", suggestions));
            }
        }
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        terminal.complain("用 " + command + " --help 查看用法 (see " + command + " --help)");
        terminal.trace(failure);
        return ExitCode.UNUSABLE;
    }

    /** For a command that cannot go on. */
    int execution(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        terminal.trace(failure);
        // Writing to a file is broken off by an interrupt too, with an exception of its own.
        if (failure instanceof InterruptedException || Thread.currentThread().isInterrupted()) {
            terminal.complain("已中断");
            return ExitCode.INTERRUPTED;
        }
        terminal.complain("错误：" + words(failure));
        return ExitCode.UNUSABLE;
    }

    private static String words(CommandLine.ParameterException failure) {
        if (failure instanceof CommandLine.UnmatchedArgumentException unmatched) {
            return "不认识的参数 " + String.join(" ", unmatched.getUnmatched());
        }
        if (failure instanceof CommandLine.MissingParameterException missing) {
            return "缺少 "
                    + missing.getMissing().stream().map(Failures::name).collect(Collectors.joining("、"))
                    + (missing.getMissing().stream().allMatch(ArgSpec::isOption) ? "（选项或其值）" : "");
        }
        ArgSpec argument = failure.getArgSpec();
        if (argument != null && failure.getValue() != null) {
            return name(argument) + " 的值“" + failure.getValue() + "”无法识别，应为 " + expected(argument);
        }
        return String.valueOf(failure.getMessage());
    }

    private static String expected(ArgSpec argument) {
        Iterable<String> candidates = argument.completionCandidates();
        if (candidates != null && candidates.iterator().hasNext()) {
            return String.join("、", candidates);
        }
        return argument.type() == int.class ? "整数" : argument.paramLabel();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String words(Exception failure) {
        if (failure instanceof CommandFailure) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof IOException io) {
            return io(io);
        }
        if (failure instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
            return io(unchecked.getCause());
        }
        return "程序内部错误（" + failure.getClass().getSimpleName() + "），请加 --debug 重新运行并报告";
    }

    private static String io(IOException failure) {
        String where = String.valueOf(failure.getMessage());
        if (failure instanceof NoSuchFileException) {
            return "文件或目录不存在：" + where;
        }
        if (failure instanceof AccessDeniedException) {
            return "没有权限读写：" + where;
        }
        if (failure instanceof NotDirectoryException || failure instanceof FileAlreadyExistsException) {
            return "不是目录：" + where;
        }
        return "读写失败：" + where;
    }
}
