/** Signing in and out: passwords, second factor, locks, sessions. */
@NullMarked
package org.tongchou.platform.identity.session;

import org.jspecify.annotations.NullMarked;
