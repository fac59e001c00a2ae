/** Money of employers as it arrives, settles bills, and goes back. */
@NullMarked
package org.tongchou.platform.contribution.collection;

import org.jspecify.annotations.NullMarked;
