package org.tongchou.platform.identity.setup;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.web.Open;

/** Setting up an installation, once. */
@RestController
@Tag(name = "初始化")
@RequestMapping("/api/setup")
class SetupController {
    private final FirstSetup setup;

    SetupController(FirstSetup setup) {
        this.setup = setup;
    }

    /** Creates the bureau and its three administrators; answers with their passwords for the first sign-in. */
    @Open
    @PostMapping
    List<Made> setUp(@RequestBody Wanted wanted) {
        Map<String, String> passwords = setup.run(wanted);
        return passwords.entrySet().stream()
                .map(entry -> new Made(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * What an installation begins with.
     *
     * @param code one-time code from the server's console
     * @param unitCode code of the bureau
     * @param unitName its name
     * @param region pooling region
     * @param systemName sign-in name of the system administrator
     * @param securityName sign-in name of the security administrator
     * @param auditName sign-in name of the audit administrator
     */
    record Wanted(
            @Nullable String code,
            @Nullable String unitCode,
            @Nullable String unitName,
            @Nullable String region,
            @Nullable String systemName,
            @Nullable String securityName,
            @Nullable String auditName) {}

    /**
     * An administrator who was made.
     *
     * @param userName sign-in name
     * @param password password for the first sign-in, shown once
     */
    record Made(String userName, String password) {}
}
