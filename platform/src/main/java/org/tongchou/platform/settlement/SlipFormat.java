package org.tongchou.platform.settlement;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.tongchou.platform.spreadsheet.Export;

/** How a slip is handed out. */
public enum SlipFormat {
    /** A file to be kept. */
    pdf,
    /** A page to be printed by the browser. */
    html;

    /** The answer to a request for a slip. */
    public ResponseEntity<byte[]> answer(BillFiles files, BillFile bill) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().cacheControl(CacheControl.noStore()).header("X-Content-Type-Options", "nosniff");
        if (this == html) {
            return answer.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                    .body(files.slip(bill).getBytes(StandardCharsets.UTF_8));
        }
        return answer.contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        Export.attachment("医保结算单" + bill.row().number() + ".pdf"))
                .body(files.slipPdf(bill));
    }
}
