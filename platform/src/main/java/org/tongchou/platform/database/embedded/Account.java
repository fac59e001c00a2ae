package org.tongchou.platform.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tongchou.platform.database.StartFailure;

/**
 * As whom the server runs. PostgreSQL refuses to run as root, so a root process steps into a user namespace, where it
 * still owns its files but is nobody, or where that is forbidden hands the data over to another user.
 *
 * @param prefix what stands before a command line
 * @param uid user who must own the data; -1 for the user of this process
 * @param gid group of that user
 */
record Account(List<String> prefix, int uid, int gid) {
    private static final Account PLAIN = new Account(List.of(), -1, -1);
    private static final Account NAMESPACE = new Account(List.of("unshare", "--user", "--"), -1, -1);
    private static final int NOBODY = 65534;
    private static final int SECONDS = 10;

    Account {
        prefix = List.copyOf(prefix);
    }

    /**
     * Who the process is and what it may do.
     *
     * @param uid the user of this process
     * @param namespaces whether it may make user namespaces
     */
    record Situation(int uid, boolean namespaces) {
        static Situation here() throws IOException {
            int uid = owner(Path.of("/proc/self"));
            return new Situation(uid, uid == 0 && succeeds(List.of("unshare", "--user", "--", "true")));
        }
    }

    /**
     * Chooses for a data folder.
     *
     * @param folder the folder around it
     * @param data the data of the server; need not exist yet
     * @throws StartFailure when this process may not run a server there
     */
    static Account choose(Situation situation, Path folder, Path data) throws IOException {
        Path existing = Files.exists(data) ? data : folder;
        int owner = owner(existing);
        if (situation.uid() != 0) {
            if (owner != situation.uid()) {
                throw new StartFailure("内置数据库的目录 " + existing + " 属于用户 " + Files.getOwner(existing) + "，当前用户 "
                        + System.getProperty("user.name") + " 不能使用；请以该用户运行，或更改目录的所有者，或用 --data 指定另一个目录");
            }
            return PLAIN;
        }
        if (owner != 0) {
            return other(owner, (Integer) Files.getAttribute(existing, "unix:gid"));
        }
        return situation.namespaces() ? NAMESPACE : other(serviceUser(), serviceUser());
    }

    /** Gives a file or folder to the user of the server, with all that is in it. */
    void own(Path path) throws IOException {
        if (uid < 0) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.toList()) {
                Files.setAttribute(each, "unix:uid", uid);
                Files.setAttribute(each, "unix:gid", gid);
            }
        }
    }

    /** Refuses when the user of the server cannot even reach the folder. */
    void mustReach(Path folder) throws IOException {
        if (uid >= 0 && !succeeds(command(List.of("test", "-x", folder.toString())))) {
            throw new StartFailure("以 root 运行时，内置数据库改用普通用户（uid " + uid + "）运行，但该用户进不了目录 " + folder
                    + "；请用 --data 指定其他用户可以进入的目录，例如 /var/lib/tongchou，或以普通用户运行本程序");
        }
    }

    /** The whole command line. */
    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    private static Account other(int uid, int gid) {
        if (!succeeds(List.of("setpriv", "--version"))) {
            throw new StartFailure("以 root 运行内置数据库需要 util-linux 的 unshare 或 setpriv，两者都不可用；请以普通用户运行本程序");
        }
        return new Account(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"), uid, gid);
    }

    /** The user {@code postgres} if the system has one, else nobody. */
    private static int serviceUser() throws IOException {
        for (String line : Files.readAllLines(Path.of("/etc/passwd"))) {
            String[] fields = line.split(":", -1);
            if (fields.length > 2 && fields[0].equals("postgres")) {
                return Integer.parseInt(fields[2]);
            }
        }
        return NOBODY;
    }

    private static int owner(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
