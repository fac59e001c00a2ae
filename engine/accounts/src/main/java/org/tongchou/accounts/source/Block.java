package org.tongchou.accounts.source;

/** A paragraph or a table. */
public sealed interface Block permits Paragraph, RawTable {
    /** Where it starts. */
    Place place();
}
