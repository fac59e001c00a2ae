package org.tongchou.platform.database;

import java.net.InetAddress;
import java.net.UnknownHostException;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the profiles {@code demo} and {@code production} forbid: demo users in production, sign-in without HTTPS. */
final class ProfileRules {
    private ProfileRules() {}

    /**
     * Marks a demo installation, and refuses to go on in production where that is not safe.
     *
     * @throws StartFailure with what to change
     */
    static void apply(Environment environment, DataSource database) {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        boolean production = environment.acceptsProfiles(Profiles.of("production"));
        if (demo && production) {
            throw new StartFailure("demo 和 production 不能同时启用");
        }
        JdbcClient jdbc = JdbcClient.create(database);
        if (demo) {
            jdbc.sql("insert into database.mark (name) values ('demo') on conflict do nothing")
                    .update();
        }
        if (production) {
            boolean marked = jdbc.sql("select exists (select from database.mark where name = 'demo')")
                    .query(Boolean.class)
                    .single();
            if (marked) {
                throw new StartFailure("这个数据库含有演示用户和演示数据，不能用于生产；请用 --data 指定新的数据目录");
            }
            mustBeEncrypted(environment);
        }
    }

    private static void mustBeEncrypted(Environment environment) {
        if (!environment.getProperty("server.servlet.session.cookie.secure", Boolean.class, false)) {
            throw new StartFailure("生产环境的会话 Cookie 只能经 HTTPS 传送；请不要把 server.servlet.session.cookie.secure 设为 false");
        }
        boolean own = environment.containsProperty("server.ssl.bundle")
                || environment.containsProperty("server.ssl.key-store")
                || environment.containsProperty("server.ssl.certificate");
        if (!own && !isLoopback(environment.getProperty("server.address", ""))) {
            throw new StartFailure("生产环境须经 HTTPS 访问；请配置证书（server.ssl.*），或只监听 127.0.0.1 并由反向代理提供 HTTPS");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isEmpty() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
