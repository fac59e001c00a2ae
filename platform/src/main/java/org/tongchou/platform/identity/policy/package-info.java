/** The security policy in force, and what a password must look like under it. */
@NullMarked
package org.tongchou.platform.identity.policy;

import org.jspecify.annotations.NullMarked;
