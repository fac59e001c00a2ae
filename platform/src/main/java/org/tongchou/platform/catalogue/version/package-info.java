/** Versions of the catalogues: taken in as drafts, compared with what holds, released by a second person, set side by side. */
@NullMarked
package org.tongchou.platform.catalogue.version;

import org.jspecify.annotations.NullMarked;
