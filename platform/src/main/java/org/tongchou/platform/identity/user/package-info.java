/** Users: who exists, what they are granted, what they may see. */
@NullMarked
package org.tongchou.platform.identity.user;

import org.jspecify.annotations.NullMarked;
