/** One-time codes as a second factor, recovery codes, and the encryption of secrets. */
@NullMarked
package org.tongchou.platform.identity.secondfactor;

import org.jspecify.annotations.NullMarked;
