/** Dues as a person's file shows them. */
@NullMarked
package org.tongchou.platform.contribution.person;

import org.jspecify.annotations.NullMarked;
