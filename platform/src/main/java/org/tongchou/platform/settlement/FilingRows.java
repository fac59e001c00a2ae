package org.tongchou.platform.settlement;

import java.util.Collection;
import java.util.List;

/** Filings as people read them. Whoever asks has made sure that the reader may see them. */
public interface FilingRows {
    /** All filings of a person, those taken back as well, the latest first. */
    List<FilingRow> of(Collection<Long> persons);
}
