package org.tongchou.accounts.raw;

import org.tongchou.accounts.model.Place;

/** A paragraph or a table. */
public sealed interface Block permits Paragraph, RawTable {
    /** Where it starts. */
    Place place();
}
