/** Acts on institutions, agreements and staff: proposed by one person, decided on by another, kept as the handling trail. */
@NullMarked
package org.tongchou.platform.provider.act;

import org.jspecify.annotations.NullMarked;
