/** The register of institutions: entered, corrected, imported; levels and accounts by day. */
@NullMarked
package org.tongchou.platform.provider.institution;

import org.jspecify.annotations.NullMarked;
