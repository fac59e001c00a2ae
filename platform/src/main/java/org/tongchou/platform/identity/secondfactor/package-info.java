/** One-time codes as a second factor, and recovery codes. */
@NullMarked
package org.tongchou.platform.identity.secondfactor;

import org.jspecify.annotations.NullMarked;
