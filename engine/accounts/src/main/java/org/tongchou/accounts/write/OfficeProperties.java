package org.tongchou.accounts.write;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.tongchou.accounts.publish.Publication;

/** Title and author of Office files, without the time of writing. */
final class OfficeProperties {
    private OfficeProperties() {}

    /** Sets them. */
    static void set(POIXMLProperties properties, Publication publication) {
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setTitle(String.join(" ", publication.title()));
        core.setCreator(CleanText.bureau(publication.meta()));
        withoutTime(properties);
    }

    /** Takes the time of writing out. */
    static void withoutTime(POIXMLProperties properties) {
        properties.getCoreProperties().setCreated(Optional.of(Date.from(Instant.EPOCH)));
    }
}
