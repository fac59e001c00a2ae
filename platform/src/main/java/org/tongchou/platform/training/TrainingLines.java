package org.tongchou.platform.training;

import java.net.http.HttpClient;
import java.time.Clock;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.tongchou.platform.gateway.access.Access;
import org.tongchou.platform.gateway.access.Accesses;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Refusal;

/** Lines from training hospitals to this platform's own interface; only where training is wanted. */
@Component
public class TrainingLines {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Accesses accesses;
    private final Region region;
    private final Environment environment;
    private final Clock clock;

    TrainingLines(Accesses accesses, Region region, Environment environment, Clock clock) {
        this.accesses = accesses;
        this.region = region;
        this.environment = environment;
        this.clock = clock;
    }

    /** Whether this installation is one for training: the demonstration, or {@code tongchou.training} is set. */
    public boolean enabled() {
        return environment.acceptsProfiles(Profiles.of("demo"))
                || environment.getProperty("tongchou.training", Boolean.class, false);
    }

    /** Refuses everywhere else. */
    public void mustBeEnabled() {
        if (!enabled()) {
            throw Refusal.forbidden("本平台没有启用模拟医院；演示环境自动启用，其他环境须由运维设置 tongchou.training=true");
        }
    }

    /** Whether the interface can be reached yet. */
    public boolean ready() {
        return environment.getProperty("local.server.port", Integer.class, 0) > 0;
    }

    /** A client that calls as an institution, proved as was agreed with it. */
    public HisClient client(String institution, String operator) {
        mustBeEnabled();
        Access access = accesses.find(institution)
                .orElseThrow(() -> Refusal.conflict("E-TRN-001", "机构 " + institution + " 没有开通接口，请先在“接口网关·机构接入”开通"));
        if (access.style().equals("sm2")) {
            throw Refusal.conflict("E-TRN-002", "机构 " + institution + " 以 SM2 签名，私钥只在机构手里，不能由模拟医院代为调用");
        }
        String base = "http://127.0.0.1:" + environment.getProperty("local.server.port", "8080");
        HisLine line = HisLine.of(
                base, institution, region.code(), new HisKey(access.style(), access.keyId(), access.secret()));
        return new HisClient(
                new HisLine(
                        line.address(),
                        institution,
                        institution,
                        line.area(),
                        line.operator(),
                        operator,
                        line.key(),
                        access.cipher()),
                http,
                clock);
    }
}
