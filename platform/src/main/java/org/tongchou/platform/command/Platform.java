package org.tongchou.platform.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongchou.platform.database.StartFailure;

/** Starts the application for a command: short lines on the console, structured ones in the data directory. */
final class Platform {
    private final Class<?> application;
    private final Map<String, Object> defaults = new HashMap<>();
    private final List<String> arguments = new ArrayList<>();

    /** An application on a data directory; the usual one when null. */
    Platform(Class<?> application, @Nullable Path data) {
        this.application = application;
        Path folder = data == null ? usualData() : data.toAbsolutePath().normalize();
        with("tongchou.data", folder);
        defaults.put("logging.level.root", "warn");
        defaults.put("logging.level.org.tongchou", "info");
        // What stops the application is told once, in a sentence, by the command.
        for (String repeating : List.of(
                "org.springframework.boot.diagnostics",
                "org.springframework.boot.tomcat",
                "org.springframework.boot.web.server",
                "org.springdoc")) {
            defaults.put("logging.level." + repeating, "off");
        }
        defaults.put("logging.pattern.console", "%d{HH:mm:ss} %-5level %msg%n%xEx{short}");
        defaults.put(
                "logging.file.name",
                folder.resolve("logs").resolve("tongchou.json").toString());
        defaults.put("logging.structured.format.file", "logstash");
        defaults.put("logging.logback.rollingpolicy.max-file-size", "20MB");
        defaults.put("logging.logback.rollingpolicy.max-history", "30");
        defaults.put("logging.logback.rollingpolicy.total-size-cap", "500MB");
        defaults.put(
                "logging.logback.rollingpolicy.file-name-pattern",
                folder.resolve("logs")
                        .resolve("tongchou-%d{yyyy-MM-dd}.%i.json.gz")
                        .toString());
        mustBeUsable(folder);
    }

    /** Sets a property; nothing when null. */
    Platform with(String property, @Nullable Object value) {
        if (value != null) {
            arguments.add("--" + property + "=" + value);
        }
        return this;
    }

    /**
     * Starts it.
     *
     * @throws StartFailure with what to do about it
     */
    ConfigurableApplicationContext start() {
        SpringApplication spring = new SpringApplication(application);
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setLogStartupInfo(false);
        spring.setDefaultProperties(defaults);
        try {
            return spring.run(arguments.toArray(new String[0]));
        } catch (RuntimeException e) {
            throw explained(e);
        }
    }

    /** The data directory when none is given. */
    static Path usualData() {
        String given = System.getenv("TONGCHOU_DATA");
        return given == null || given.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".tongchou")
                : Path.of(given).toAbsolutePath();
    }

    private static RuntimeException explained(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartFailure known) {
                return known;
            }
            if (cause instanceof PortInUseException used) {
                return new StartFailure("端口 " + used.getPort() + " 已被别的程序占用；请用 --port 指定另一个端口", failure);
            }
        }
        return failure;
    }

    /** Before the log is opened there, as a log that cannot be written says nothing useful. */
    private static void mustBeUsable(Path folder) {
        Path existing = folder;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing)) {
            throw new StartFailure("数据目录 " + folder + " 不能使用：" + existing + " 不是目录");
        }
        if (!Files.isWritable(existing)) {
            throw new StartFailure("没有权限写入数据目录 " + folder + "（当前用户 " + System.getProperty("user.name")
                    + "）；请更改它的所有者，或用 --data 指定另一个目录");
        }
    }
}
