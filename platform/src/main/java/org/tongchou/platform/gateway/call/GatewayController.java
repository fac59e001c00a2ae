package org.tongchou.platform.gateway.call;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.web.Open;

/**
 * The addresses of the national interface that are in use. Whatever comes is answered with status 200 and an envelope: clients take any
 * other status as a broken line and call again.
 */
@RestController
@Hidden
class GatewayController {
    private static final int LARGEST = 5 * 1024 * 1024;

    private final Answering answering;

    GatewayController(Answering answering) {
        this.answering = answering;
    }

    @Open
    @PostMapping({
        "/fsi/api/rsfComIfsService/callService",
        "/fsi/api/rsfComIfsService/callService/{number}",
        "/fsi/api/signInSignOutService/signIn",
        "/fsi/api/signInSignOutService/signOut",
        "/ebus/mbs_fsi_auth/fsi/api/rsfComIfsService/callService",
        "/ebus/mbs_fsi_auth/fsi/api/signInSignOutService/signIn",
        "/ebus/mbs_fsi_auth/fsi/api/signInSignOutService/signOut",
        "/hss-call-service-interface",
        "/CSB"
    })
    ResponseEntity<byte[]> call(HttpServletRequest request) throws IOException {
        byte[] answer;
        try (InputStream in = request.getInputStream()) {
            byte[] body = in.readNBytes(LARGEST + 1);
            answer = body.length > LARGEST
                    ? answering.tooLarge(LARGEST)
                    : answering.answer(body, request::getHeader, request.getRemoteAddr());
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer);
    }
}
