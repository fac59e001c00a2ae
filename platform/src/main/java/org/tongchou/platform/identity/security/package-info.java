/** The guard before every endpoint. */
@NullMarked
package org.tongchou.platform.identity.security;

import org.jspecify.annotations.NullMarked;
