package org.tongchou.platform.gateway.call;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.tongchou.platform.gateway.call.Answering.Answer;
import org.tongchou.platform.gateway.call.Answering.Attachment;
import org.tongchou.platform.web.Open;
import tools.jackson.databind.json.JsonMapper;

/**
 * The addresses of the national interface that are in use. Whatever comes is answered with status 200 and an envelope: clients take any
 * other status as a broken line and call again. Only a file that is fetched is answered as it is.
 */
@RestController
@Hidden
class GatewayController {
    private static final int LARGEST = 5 * 1024 * 1024;
    private static final int LARGEST_FILE = 20 * 1024 * 1024;
    /** A client whose line is cut while it still sends takes it for a broken one and calls again. */
    private static final long MOST_SWALLOWED = 64L * 1024 * 1024;

    private static final MediaType JSON = new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8);

    private final Answering answering;
    private final JsonMapper json;

    GatewayController(Answering answering, JsonMapper json) {
        this.answering = answering;
        this.json = json;
    }

    @Open
    @PostMapping({
        "/fsi/api/rsfComIfsService/callService",
        "/fsi/api/rsfComIfsService/callService/{number}",
        "/fsi/api/signInSignOutService/signIn",
        "/fsi/api/signInSignOutService/signOut",
        "/fsi/api/fileupload/download",
        "/ebus/mbs_fsi_auth/fsi/api/rsfComIfsService/callService",
        "/ebus/mbs_fsi_auth/fsi/api/rsfComIfsService/callService/{number}",
        "/ebus/mbs_fsi_auth/fsi/api/signInSignOutService/signIn",
        "/ebus/mbs_fsi_auth/fsi/api/signInSignOutService/signOut",
        "/ebus/mbs_fsi_auth/fsi/api/fileupload/download",
        "/hss-call-service-interface",
        "/CSB"
    })
    ResponseEntity<Resource> call(HttpServletRequest request) throws IOException {
        return answered(request, LARGEST);
    }

    /** Envelope and file as parts of a form, or an envelope that holds the bytes. */
    @Open
    @PostMapping({"/fsi/api/fileupload/upload", "/ebus/mbs_fsi_auth/fsi/api/fileupload/upload"})
    ResponseEntity<Resource> upload(HttpServletRequest request) throws IOException {
        if (!(request instanceof MultipartHttpServletRequest form)) {
            return answered(request, LARGEST_FILE * 2);
        }
        @Nullable Attachment attachment = null;
        String envelope = String.valueOf(form.getParameter("jsonStr"));
        for (MultipartFile part : form.getFileMap().values()) {
            if (part.getSize() > LARGEST_FILE) {
                return envelope(answering.tooLarge(LARGEST_FILE));
            }
            if (part.getName().equals("jsonStr")) {
                envelope = new String(part.getBytes(), StandardCharsets.UTF_8);
            } else {
                String name = part.getOriginalFilename();
                attachment = new Attachment(name == null ? "" : name, part.getBytes());
            }
        }
        return answer(answering.answer(
                envelope.getBytes(StandardCharsets.UTF_8), attachment, request::getHeader, request.getRemoteAddr()));
    }

    /** A file by its query number alone, as some clients fetch it; the institution is told beside it. */
    @Open
    @GetMapping({"/fsi/api/fileupload/download", "/ebus/mbs_fsi_auth/fsi/api/fileupload/download"})
    ResponseEntity<Resource> fetch(
            HttpServletRequest request,
            @RequestParam(name = "file_qury_no", defaultValue = "") String number,
            @RequestParam(name = "fixmedins_code", defaultValue = "") String institution) {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("infno", "9102");
        call.put("msgid", number);
        call.put("fixmedins_code", institution);
        Map<String, String> wanted = Map.of("file_qury_no", number, "filename", "plc", "fixmedins_code", institution);
        call.put("input", Map.of("fsDownloadIn", wanted));
        return answer(
                answering.answer(json.writeValueAsBytes(call), null, request::getHeader, request.getRemoteAddr()));
    }

    private ResponseEntity<Resource> answered(HttpServletRequest request, int largest) throws IOException {
        try (InputStream in = request.getInputStream()) {
            byte[] body = in.readNBytes(largest + 1);
            if (body.length > largest) {
                in.skip(MOST_SWALLOWED);
                return envelope(answering.tooLarge(largest));
            }
            return answer(answering.answer(body, null, request::getHeader, request.getRemoteAddr()));
        }
    }

    private static ResponseEntity<Resource> answer(Answer answer) {
        Path file = answer.file();
        return file == null
                ? envelope(answer.envelope())
                : ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body(new FileSystemResource(file));
    }

    private static ResponseEntity<Resource> envelope(byte[] envelope) {
        return ResponseEntity.ok().contentType(JSON).body(new ByteArrayResource(envelope));
    }
}
